"""A publication as gov.scot readers know it: what it is, who made it, what changed, its text and files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.blocks.targets import readable_page
from cms.languages.marks import foreign_language
from cms.languages.original import source_of
from cms.pages.models import ChangeNote, SitePage
from cms.pages.privacy import ReadablePageQuerySet
from cms.partial_dates.field import PartialDateField
from cms.partial_dates.value import PartialDate
from resources.blocks import ResourceBodyBlock
from resources.publication_chapters import numbered_chapters, whole_chapters
from resources.publication_history import EarlierUpdateBlock, HistoryEntry, full_history
from resources.publication_types import LANGUAGE_NEUTRAL, PublicationStatus, PublicationType

if TYPE_CHECKING:
    from resources.models.chapter import ChapterPage


class PublicationQuerySet(ReadablePageQuerySet):
    """Publications, newest first."""

    def for_listing(self) -> PublicationQuerySet:
        return self.order_by("-official_date", "-first_published_on", "-page_ptr_id").defer("body", "related")

    def of_year(self, year: int) -> PublicationQuerySet:
        return self.filter(first_published_on__year=year)

    def years(self) -> list[int]:
        return [day.year for day in self.order_by().dates("first_published_on", "year", order="DESC")]


class PublicationPage(RoutablePageMixin, SitePage):
    """A publication, short (its text stands here) or long (its chapters are pages below it)."""

    publication_type = models.CharField(_("type"), max_length=20, choices=PublicationType.choices)
    official_date = PartialDateField(
        _("official date"),
        help_text=_(
            "The date on the document, as exactly as it is known: “24 November 2020”, “Nov 2020”, “2020”."
        ),
    )
    first_published_on = models.DateField(
        _("first published"),
        default=timezone.localdate,
        help_text=_("The day it was first published anywhere. The filter by year uses it."),
    )
    directorate = models.CharField(_("directorate"), max_length=160, blank=True)
    division = models.CharField(_("division"), max_length=160, blank=True)
    contact_email = models.EmailField(
        _("contact"),
        blank=True,
        help_text=_("E-mail address of a team. Empty: the contact of the site settings."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=PublicationStatus.choices, default=PublicationStatus.CURRENT
    )
    superseded_by = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only with the status “Replaced by a newer one”."),
    )
    withdrawn_reason = models.CharField(
        _("why it was withdrawn"),
        max_length=250,
        blank=True,
        help_text=_("Only with the status “Withdrawn”. Readers see it."),
    )
    body = StreamField(
        ResourceBodyBlock(required=False),
        verbose_name=_("page text"),
        blank=True,
        help_text=_(
            "All of a short publication; the opening of a long one, whose chapters are pages below it."
        ),
    )
    numbers_chapters = models.BooleanField(
        _("number the chapters"), default=True, help_text=_("Only for a long publication with chapters.")
    )
    attachments = StreamField(
        [("document", DocumentChooserBlock())],
        verbose_name=_("documents"),
        blank=True,
        help_text=_("Files to download."),
    )
    earlier_updates = StreamField(
        [("update", EarlierUpdateBlock())],
        verbose_name=_("earlier updates"),
        blank=True,
        help_text=_("Notes from before this site. Later ones come from “What changed”."),
    )

    language_neutral = LANGUAGE_NEUTRAL
    objects = PageManager.from_queryset(PublicationQuerySet)()

    body_panels = [
        FieldPanel("publication_type"),
        FieldRowPanel([FieldPanel("official_date"), FieldPanel("first_published_on")]),
        FieldPanel("body"),
        FieldPanel("numbers_chapters"),
        FieldPanel("attachments"),
        MultiFieldPanel(
            [FieldPanel("directorate"), FieldPanel("division"), FieldPanel("contact_email")],
            _("Who is behind it"),
        ),
        MultiFieldPanel(
            [FieldPanel("status"), FieldPanel("superseded_by"), FieldPanel("withdrawn_reason")],
            _("Does it still hold?"),
        ),
        FieldPanel("earlier_updates"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("body"),
        index.FilterField("publication_type"),
        index.FilterField("first_published_on"),
    ]
    parent_page_types = ["resources.PublicationIndexPage"]
    subpage_types = ["resources.ChapterPage"]
    max_count = None
    template = "resources/publication_page.html"
    page_description = _("A plan, review, assessment, framework or guidance, short or in chapters.")

    class Meta:
        verbose_name = _("publication")
        indexes = [
            models.Index(
                fields=["-official_date", "-first_published_on", "-page_ptr"], name="publication_newest_first"
            )
        ]

    def missing(self) -> dict[str, str]:
        if self.status == PublicationStatus.SUPERSEDED and self.superseded_by_id in (None, self.pk):
            return {"superseded_by": _("Choose the page that replaces this one.")}
        if self.status == PublicationStatus.WITHDRAWN and not self.withdrawn_reason:
            return {"withdrawn_reason": _("Say in one sentence why it was withdrawn.")}
        return {}

    @property
    def kind(self) -> str:
        return str(self.get_publication_type_display())

    @property
    def listing_date(self) -> PartialDate | None:
        return self.official_date

    @cached_property
    def chapters(self) -> list[ChapterPage]:
        """The live chapters in the editors' order, numbered."""
        return numbered_chapters(self)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A chapter is handed the publication that it was reached through."""
        if path_components and not self.live:
            raise Http404
        result = super().route(request, path_components)
        if result.page is not self and path_components:
            result.page.publication = self
        return result

    @property
    def is_long(self) -> bool:
        return bool(self.chapters)

    @cached_property
    def chapter_links(self) -> list[tuple[str, str, str]]:
        """Numbered title and address of every chapter, and its language where it is not the reader's."""
        return [(chapter.heading, chapter.url, foreign_language(chapter)) for chapter in self.chapters]

    @property
    def all_on_one_page_url(self) -> str:
        return self.url + self.reverse_subpage("all_on_one_page")

    @cached_property
    def history(self) -> list[HistoryEntry]:
        """All dated notes, those of the chapters too, newest first."""
        languages = {page.pk: foreign_language(page) for page in (self, *self.chapters)}
        notes = ChangeNote.objects.public().filter(page_id__in=languages)
        return full_history(notes, self.earlier_updates, languages)

    @property
    def last_updated(self) -> None:
        """Its header says it, so the foot of the page does not."""

    @property
    def last_updated_on(self) -> date:
        return self.history[0].day if self.history else self.first_published_on

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What readers look for first, as pairs of term and value."""
        return [
            (_("Official date"), str(self.official_date or "")),
            (_("First published"), date_format(self.first_published_on, "j E Y")),
            (_("Last updated"), date_format(self.last_updated_on, "j E Y")),
        ]

    @property
    def listing_facts(self) -> list[tuple[str, str]]:
        status = "" if self.status == PublicationStatus.CURRENT else str(self.get_status_display())
        return [(_("Type"), self.kind), (_("Date"), str(self.official_date or "")), (_("Status"), status)]

    @property
    def source(self) -> PublicationPage:
        """The page it was translated from, or itself."""
        return source_of(self)

    @cached_property
    def replacement(self) -> Page | None:
        """The publication that holds now, where readers may see it."""
        return readable_page(self.superseded_by)

    @path("all/", name="all_on_one_page")
    def all_on_one_page(self, request: HttpRequest) -> HttpResponse:
        """The whole publication, for reading at one go and for print."""
        whole = whole_chapters(self)
        return self.render(
            request,
            template="resources/publication_whole.html",
            context_overrides={
                "whole_chapters": whole,
                "whole_links": [(chapter.heading, f"#{chapter.anchor}") for chapter in whole],
            },
        )
