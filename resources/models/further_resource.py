"""Reports, statistics and sites connected to No One Left Behind: Annex B of the handbook."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks.links import LinkBlock
from cms.blocks.validation import TurnTakingStreamBlock
from cms.partial_dates.field import PartialDateField
from cms.vocabulary.models import Term
from resources.models.handbook_records import HandbookRecord


class ResourceGroup(Term):
    """A type of further resource, such as “Supporting documents”."""

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("group of further resources")
        verbose_name_plural = _("groups of further resources")


class FurtherResource(HandbookRecord):
    """One further resource: a link or a document, with the date it was published."""

    group = models.ForeignKey(
        ResourceGroup,
        verbose_name=_("group"),
        null=True,  # in a draft
        on_delete=models.PROTECT,
        related_name="resources",
    )
    published = PartialDateField(
        _("published"),
        blank=True,
        help_text=_("Such as “2024”, “March 2023”, “Ongoing” or “Latest statistics”."),
    )
    title = models.CharField(_("title"), max_length=250)
    link = StreamField(
        TurnTakingStreamBlock([("link", LinkBlock())]),
        verbose_name=_("link or document"),
        blank=True,
        max_num=1,
    )

    language_neutral = ("sort_order", "group", "published")
    panels = [
        FieldPanel("group"),
        FieldPanel("published"),
        FieldPanel("title"),
        FieldPanel("link"),
        PublishingPanel(),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta(HandbookRecord.Meta):
        abstract = False
        verbose_name = _("further resource")
        verbose_name_plural = _("further resources")

    def __str__(self) -> str:
        return self.title

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        from resources.handbook.record_values import further_resource
        from resources.handbook.shown import resource_tables

        context = super().get_preview_context(request, mode_name)
        return context | {"resource_tables": resource_tables([further_resource(self)])}
