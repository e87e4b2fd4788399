"""What help there is where people live."""

from __future__ import annotations

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.search import index

from cms.pages.approval.panel import DifferencesPanel
from cms.partial_dates.field import PartialDateField
from cms.vocabulary.models import ClientGroup, ServiceKind
from la_directory.models.place_on_council_page import CouncilRecord, PlaceOnCouncilPage, RecordQuerySet
from la_directory.public_products import public_among
from resources.models import ProductPage


class ServicesPage(PlaceOnCouncilPage):
    """The services of a council: a part of the tree of its own, so that rights can differ."""

    anchor = "services"
    only_holds_others = True
    parent_page_types = ["la_directory.CouncilPage"]
    subpage_types = ["la_directory.LocalServicePage"]
    max_count = None
    max_count_per_parent = 1
    page_description = _("Holds the local services of a council. One a council.")

    class Meta:
        verbose_name = _("services of a council")
        verbose_name_plural = _("services of councils")


class LocalServiceQuerySet(RecordQuerySet):
    """Services of one council or of all."""

    def with_terms(self) -> LocalServiceQuerySet:
        """With kind, client groups and products, in three queries: for lists, stamps and checks.

        Of a product comes no more than its name and address; its texts are long.
        """
        products = ProductPage.objects.only(
            "title", "slug", "url_path", "path", "depth", "live", "locale", "translation_key"
        )
        return self.select_related("kind").prefetch_related(
            "client_groups", models.Prefetch("products", products)
        )


class LocalServicePage(CouncilRecord):
    """One service that people can use in the area of a council."""

    kind = models.ForeignKey(
        ServiceKind, verbose_name=_("kind"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    summary = models.TextField(
        _("what it does"), max_length=400, blank=True, help_text=_("In one or two plain sentences.")
    )
    client_groups = ParentalManyToManyField(
        ClientGroup,
        verbose_name=_("who it is for"),
        blank=True,
        related_name="+",
        help_text=_("None: anyone who is looking for work."),
    )
    area = models.CharField(
        _("area"),
        max_length=150,
        blank=True,
        help_text=_("Where it is offered, if not in the whole council area."),
    )
    how_to_get_in = models.TextField(
        _("how to get in"),
        max_length=400,
        blank=True,
        help_text=_("Such as “Call us or ask your work coach”."),
    )
    provider = models.CharField(
        _("provider"), max_length=150, blank=True, help_text=_("Who runs it, if not the council.")
    )
    cost = models.CharField(_("cost"), max_length=100, blank=True, help_text=_("Such as “Free”."))
    starts_on = PartialDateField(_("starts"), blank=True, help_text=_("Such as “April 2026”."))
    ends_on = PartialDateField(_("ends"), blank=True)
    accessibility = models.TextField(
        _("accessibility"),
        max_length=300,
        blank=True,
        help_text=_("Such as step-free access, hearing loop, BSL."),
    )
    link = models.URLField(_("link"), blank=True, help_text=_("Where readers find more."))
    products = ParentalManyToManyField(
        "resources.ProductPage",
        verbose_name=_("handbook products it uses"),
        blank=True,
        related_name="local_services",
        help_text=_("The pages of these products list the council."),
    )
    sort_order = models.IntegerField(
        _("order"), default=0, help_text=_("Lower numbers stand first. Equal ones stand in the order made.")
    )

    objects = PageManager.from_queryset(LocalServiceQuerySet)()
    language_neutral = ("kind", "client_groups", "products", "starts_on", "ends_on", "link", "sort_order")
    checked_fields = (
        "kind",
        "summary",
        "client_groups",
        "area",
        "how_to_get_in",
        "provider",
        "cost",
        "starts_on",
        "ends_on",
        "accessibility",
        "link",
        "products",
    )
    content_panels = [
        DifferencesPanel(),
        FieldPanel("title", heading=_("Name"), classname="title"),
        FieldPanel("kind", widget=forms.Select),
        FieldPanel("summary"),
        FieldPanel("client_groups", widget=forms.CheckboxSelectMultiple),
        FieldPanel("area"),
        FieldPanel("how_to_get_in"),
        FieldPanel("provider"),
        FieldPanel("cost"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])], _("Dates")),
        FieldPanel("accessibility"),
        FieldPanel("link"),
        FieldPanel("products", widget=forms.CheckboxSelectMultiple),
        FieldPanel("sort_order"),
    ]
    promote_panels: list = []
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("provider"),
        index.FilterField("kind"),
    ]
    parent_page_types = ["la_directory.ServicesPage"]
    subpage_types: list[str] = []
    max_count = None
    page_description = _("A service that people can use in the area of a council.")

    class Meta:
        verbose_name = _("local service")

    @property
    def description(self) -> str:
        return " – ".join(word for word in (self.council_title, self.summary) if word)

    @property
    def public_products(self) -> list[ProductPage]:
        """Those of its products that readers can open, in the order of the handbook."""
        return public_among(self.products.all())

    def missing(self) -> dict[str, str]:
        missing = {}
        if self.kind_id is None:
            missing["kind"] = _("Choose what kind of service it is.")
        if not self.summary:
            missing["summary"] = _("Say in a sentence what it does.")
        if self._ends_before_it_starts():
            missing["ends_on"] = _("The end has to come after the start.")
        return missing

    def _ends_before_it_starts(self) -> bool:
        """“April 2026” to “2026” is in order: the year may end after that month."""
        first = self.starts_on.first_day if self.starts_on else None
        last = self.ends_on.last_day if self.ends_on else None
        return first is not None and last is not None and last < first
