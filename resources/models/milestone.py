"""What happened when on the way to No One Left Behind as it is now."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel, PublishingPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cms.blocks.links import LinkBlock
from cms.blocks.validation import TurnTakingStreamBlock
from cms.partial_dates.field import PartialDateField
from resources.models.handbook_records import HandbookRecord


class Milestone(HandbookRecord):
    """One dated event of the timeline. Products are not entered here: their own dates stand in it already."""

    date = PartialDateField(
        _("date"), help_text=_("As exactly as it is known: “5 December 2018”, “Dec 2018”, “2016”.")
    )
    title = models.CharField(_("title"), max_length=200, help_text=_("What happened, in a few words."))
    text = RichTextField(
        _("text"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("A sentence or two, if needed."),
    )
    link = StreamField(
        TurnTakingStreamBlock([("link", LinkBlock())]),
        verbose_name=_("link"),
        blank=True,
        max_num=1,
        help_text=_("Where the title leads."),
    )
    note_mark = models.CharField(
        _("note mark"),
        max_length=3,
        blank=True,
        help_text=_("The mark of a note of the handbook’s timeline, such as *."),
    )
    belongs_to = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("belongs to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The product or publication it is about. It then shows on that product’s page, too."),
    )

    language_neutral = ("date", "note_mark", "belongs_to", "sort_order")
    panels = [
        FieldPanel("date"),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("link"),
        FieldPanel("note_mark"),
        PageChooserPanel("belongs_to", ["resources.ProductPage", "resources.PublicationPage"]),
        PublishingPanel(),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.SearchField("text")]

    class Meta(HandbookRecord.Meta):
        abstract = False
        verbose_name = _("milestone")
        ordering = ["date", "sort_order", "pk"]

    def __str__(self) -> str:
        return f"{self.date or ''} {self.title}".strip()

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        from resources.handbook.record_values import milestone
        from resources.handbook.timeline import years

        context = super().get_preview_context(request, mode_name)
        return context | {"years": years([milestone(self)])}
