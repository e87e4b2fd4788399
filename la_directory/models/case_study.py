"""What councils and their partners did, and what came of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index

from cms.blocks.media import ImageBlock
from cms.blocks.validation import TurnTakingStreamBlock
from cms.pages.models import SitePage
from cms.pages.privacy import ReadablePageQuerySet
from cms.vocabulary.models import Audience, Theme
from la_directory.models.council import CouncilPage

TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]


class CaseStudyQuerySet(ReadablePageQuerySet):
    """Case studies, newest first."""

    def for_listing(self) -> CaseStudyQuerySet:
        return (
            self.select_related("theme")
            .prefetch_related("audiences")
            .defer("what_was_done", "what_changed", "related")
            .order_by("-first_published_at", "-pk")
        )


class CaseStudyPage(SitePage):
    """One piece of work in the area of a council: what was done and what changed."""

    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    audiences = ParentalManyToManyField(
        Audience, verbose_name=_("who can learn from it"), blank=True, related_name="+"
    )
    products = ParentalManyToManyField(
        "resources.ProductPage",
        verbose_name=_("handbook products used"),
        blank=True,
        related_name="case_studies",
    )
    picture = StreamField(
        TurnTakingStreamBlock([("image", ImageBlock())]), verbose_name=_("picture"), blank=True, max_num=1
    )
    what_was_done = RichTextField(_("what was done"), blank=True, features=TEXT)
    what_changed = RichTextField(_("what changed"), blank=True, features=TEXT)
    quotation = models.TextField(
        _("quotation"), max_length=400, blank=True, help_text=_("Without quotation marks.")
    )
    quoted = models.CharField(
        _("who said it"),
        max_length=120,
        blank=True,
        help_text=_("A role is enough, such as “A parent who took part”."),
    )
    contact = models.ForeignKey(
        "la_directory.ContactPage",
        verbose_name=_("contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A contact of this council who knows more."),
    )

    objects = PageManager.from_queryset(CaseStudyQuerySet)()
    body_panels = [
        FieldPanel("theme", widget=forms.Select),
        FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
        FieldPanel("products", widget=forms.CheckboxSelectMultiple),
        FieldPanel("picture"),
        FieldPanel("what_was_done"),
        FieldPanel("what_changed"),
        MultiFieldPanel([FieldPanel("quotation"), FieldPanel("quoted")], _("Quotation")),
        PageChooserPanel("contact"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("what_was_done"),
        index.SearchField("what_changed"),
        index.SearchField("quotation"),
        index.FilterField("theme"),
    ]
    parent_page_types = ["la_directory.CouncilCaseStudiesPage"]
    subpage_types: list[str] = []
    max_count = None
    template = "la_directory/case_study_page.html"
    page_description = _("What was done in the area of a council, and what changed.")

    class Meta:
        verbose_name = _("case study")

    def missing(self) -> dict[str, str]:
        missing = {}
        if self.theme_id is None:
            missing["theme"] = _("Choose what it is about.")
        if not self.what_was_done:
            missing["what_was_done"] = _("Say what was done.")
        if self.quotation and not self.quoted:
            missing["quoted"] = _("Say who said it.")
        return missing

    @cached_property
    def council(self) -> CouncilPage:
        return CouncilPage.objects.ancestor_of(self).get()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from la_directory.case_studies.context import case_study_context

        context = super().get_context(request, *args, **kwargs)
        return context | case_study_context(self, request)


class CaseStudyList(SitePage):
    """A list of case studies with filters."""

    template = "la_directory/case_study_list.html"

    class Meta:
        abstract = True

    @property
    def case_studies(self) -> CaseStudyQuerySet:
        """Those that readers find in this list."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from la_directory.case_studies.context import list_context

        context = super().get_context(request, *args, **kwargs)
        return context | list_context(self, request)


class CouncilCaseStudiesPage(CaseStudyList):
    """The case studies of one council."""

    parent_page_types = ["la_directory.CouncilPage"]
    subpage_types = ["la_directory.CaseStudyPage"]
    max_count = None
    max_count_per_parent = 1
    page_description = _("The case studies of a council. One a council.")

    class Meta:
        verbose_name = _("case studies of a council")

    @property
    def case_studies(self) -> CaseStudyQuerySet:
        return CaseStudyPage.objects.live().public().child_of(self)

    @cached_property
    def council(self) -> CouncilPage:
        return CouncilPage.objects.ancestor_of(self).get()


class CaseStudiesPage(CaseStudyList):
    """The case studies of all councils."""

    council = None
    parent_page_types = ["home.LandingPage"]
    subpage_types: list[str] = []
    max_count = None
    page_description = _("The case studies of all councils, with filters.")

    class Meta:
        verbose_name = _("all case studies")

    @property
    def case_studies(self) -> CaseStudyQuerySet:
        return CaseStudyPage.objects.live().public().filter(locale_id=self.locale_id)
