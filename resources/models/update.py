"""News, and the joint updates of the Scottish Government and COSLA."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from cms.blocks.body import BodyBlock
from cms.languages.original import source_of
from cms.pages.models import SitePage
from cms.pages.privacy import ReadablePageQuerySet
from cms.partial_dates.value import PartialDate
from resources.listing import ListPaginator, kept_years

PER_PAGE = 20


class SignatoryBlock(blocks.StructBlock):
    """Who signed, as signed: later changes of office change nothing here."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    role = blocks.CharBlock(label=_("Role when signed"), max_length=160)
    body = blocks.CharBlock(
        label=_("For"), max_length=120, help_text=_("Such as “Scottish Government” or “COSLA”.")
    )

    class Meta:
        icon = "user"
        label = _("Signatory")


class UpdateQuerySet(ReadablePageQuerySet):
    """Updates, newest first."""

    def for_listing(self) -> UpdateQuerySet:
        return self.order_by("-date", "-page_ptr_id").defer("body", "related", "signatories")

    def years(self) -> list[int]:
        return [day.year for day in self.order_by().dates("date", "year", order="DESC")]


class UpdatePage(SitePage):
    """One piece of news or one joint update."""

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        JOINT = "joint", _("Partnership joint update")

    update_kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.NEWS)
    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("Shown with the update; it sorts by it.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("page text"))
    signatories = StreamField(
        [("signatory", SignatoryBlock())],
        verbose_name=_("signatories"),
        blank=True,
        help_text=_("Of a joint update: name and role as signed."),
    )

    language_neutral = ("update_kind", "date")
    objects = PageManager.from_queryset(UpdateQuerySet)()

    body_panels = [
        FieldRowPanel([FieldPanel("update_kind"), FieldPanel("date")]),
        FieldPanel("body"),
        FieldPanel("signatories"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("update_kind"),
    ]
    parent_page_types = ["resources.UpdateIndexPage"]
    subpage_types: list[str] = []
    max_count = None
    template = "resources/update_page.html"
    page_description = _("News, or a joint update with those who signed it.")

    class Meta:
        verbose_name = _("update")
        indexes = [models.Index(fields=["-date", "-page_ptr"], name="update_newest_first")]

    @property
    def kind(self) -> str:
        return str(self.get_update_kind_display())

    @property
    def listing_date(self) -> PartialDate:
        return PartialDate.on_day(self.date)

    @property
    def listing_facts(self) -> list[tuple[str, Any]]:
        return [(_("Type"), self.kind), (_("Published"), self.listing_date)]

    @property
    def facts(self) -> list[tuple[str, Any]]:
        return [(_("Published"), self.listing_date)]


class UpdateIndexPage(RoutablePageMixin, SitePage):
    """All updates by year, with a feed."""

    parent_page_types = ["home.LandingPage", "resources.PolicyPage"]
    subpage_types = ["resources.UpdatePage"]
    max_count = None
    template = "resources/update_index_page.html"
    page_description = _("All updates by year, with a feed.")

    class Meta:
        verbose_name = _("index of updates")

    @property
    def updates(self) -> UpdateQuerySet:
        """Those of the first language: what is not translated is shown in English."""
        return UpdatePage.objects.live().public().child_of(source_of(self)).for_listing()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        years = kept_years(self, self.updates.years)
        asked = request.GET.get("year", "")
        year = next((year for year in years if str(year) == asked), None)
        updates = self.updates.filter(date__year=year) if year else self.updates
        paginator = ListPaginator(updates, PER_PAGE, locale_id=self.locale_id)
        context |= {
            "years": years,
            "year": year,
            "page_obj": paginator.get_page(request.GET.get("page")),
        }
        return context

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The newest updates as an Atom feed."""
        from resources.feed import UpdateFeed

        return UpdateFeed(self)(request)
