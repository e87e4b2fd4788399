"""What councils and their partners did, and what came of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.search import index

from cms.blocks.media import ImageBlock
from cms.blocks.validation import TurnTakingStreamBlock
from cms.languages.original import first_locale_id, source_of
from cms.pages.models import SitePage
from cms.pages.privacy import ReadablePageQuerySet
from cms.partial_dates.value import PartialDate
from cms.vocabulary.models import Audience, Theme
from la_directory.case_studies.forms import CaseStudyForm
from la_directory.models.below_council import BelowCouncil
from la_directory.teams.own_only import OwnOnlySitePageForm
from la_directory.teams.page_rights import CouncilPermissions, rights_on_part, rights_on_record

LIST_TEMPLATE = "la_directory/case_study_list.html"
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


class CaseStudyPage(BelowCouncil, SitePage):
    """One piece of work in the area of a council: what was done and what changed."""

    levels_below_council = 2

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

    language_neutral = ("theme", "contact", "audiences", "products")
    objects = PageManager.from_queryset(CaseStudyQuerySet)()
    base_form_class = CaseStudyForm
    body_panels = [
        FieldPanel("theme", widget=forms.Select),
        FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
        FieldPanel("products", widget=forms.CheckboxSelectMultiple),
        FieldPanel("picture"),
        FieldPanel("what_was_done"),
        FieldPanel("what_changed"),
        MultiFieldPanel([FieldPanel("quotation"), FieldPanel("quoted")], _("Quotation")),
        FieldPanel("contact", widget=forms.Select),
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
        verbose_name_plural = _("case studies")

    def missing(self) -> dict[str, str]:
        missing = {}
        if self.theme_id is None:
            missing["theme"] = _("Choose what it is about.")
        if not self.what_was_done:
            missing["what_was_done"] = _("Say what was done.")
        if self.quotation and not self.quoted:
            missing["quoted"] = _("Say who said it.")
        # A new page has no place in the tree yet; its form offers the contacts of the council it is made for.
        if self.path and self.contact_id and not self._contact_is_ours():
            missing["contact"] = _("Choose a contact of this council.")
        return missing

    def _contact_is_ours(self) -> bool:
        """Of the same council, in whatever language."""
        return self.contact.council.translation_key == self.council.translation_key

    @property
    def listing_date(self) -> PartialDate | None:
        published = self.first_published_at
        return PartialDate.on_day(timezone.localdate(published)) if published else None

    @property
    def leading_picture(self) -> dict[str, Any] | None:
        """As it is stored: the key of the picture, its alternative text, whether it is decorative."""
        return self.picture.raw_data[0]["value"]["image"] if self.picture.raw_data else None

    def permissions_for_user(self, user: AbstractUser) -> CouncilPermissions:
        return rights_on_record(self, user)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from la_directory.case_studies.context import case_study_context

        context = super().get_context(request, *args, **kwargs)
        return context | case_study_context(self, request)


class CaseStudyList(SitePage):
    """A list of case studies with filters."""

    class Meta:
        abstract = True

    @property
    def case_studies(self) -> CaseStudyQuerySet:
        """Those that readers find in this list, in the first language."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from la_directory.case_studies.context import list_context

        context = super().get_context(request, *args, **kwargs)
        return context | list_context(self, request)


class CouncilCaseStudiesPage(BelowCouncil, CaseStudyList):
    """The case studies of one council."""

    only_holds_others = True  # then it is translated with what it holds
    base_form_class = OwnOnlySitePageForm
    parent_page_types = ["la_directory.CouncilPage"]
    subpage_types = ["la_directory.CaseStudyPage"]
    max_count = None
    max_count_per_parent = 1
    template = LIST_TEMPLATE
    page_description = _("The case studies of a council. One a council.")

    class Meta:
        verbose_name = _("case studies of a council")
        verbose_name_plural = _("case studies of councils")

    @property
    def case_studies(self) -> CaseStudyQuerySet:
        return CaseStudyPage.objects.live().public().child_of(source_of(self))

    def permissions_for_user(self, user: AbstractUser) -> CouncilPermissions:
        return rights_on_part(self, user)


class CaseStudiesPage(CaseStudyList):
    """The case studies of all councils."""

    council = None
    parent_page_types = ["home.LandingPage"]
    subpage_types: list[str] = []
    max_count = None
    template = LIST_TEMPLATE
    page_description = _("The case studies of all councils, with filters.")

    class Meta:
        verbose_name = _("all case studies")
        verbose_name_plural = _("all case studies")

    @property
    def case_studies(self) -> CaseStudyQuerySet:
        return CaseStudyPage.objects.live().public().filter(locale_id=first_locale_id())
