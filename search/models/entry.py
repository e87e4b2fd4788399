"""One record for each thing that can be found, with all that a list of results says of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from wagtail.models import Page
from wagtail.search import index

from cms.pages.search_entries import SearchKind


class Entry(index.Indexed, models.Model):
    """A public page as search sees it.

    `title` and `body` hold the stems that are looked for, all else is shown or narrowed by. Rows are made
    from pages and nothing else (search.filling), so all of them can be made again.
    """

    page = models.OneToOneField(Page, null=True, on_delete=models.CASCADE, related_name="search_entry")
    document = models.OneToOneField(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, null=True, on_delete=models.CASCADE, related_name="search_entry"
    )
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=12, choices=SearchKind.choices)
    heading = models.CharField(max_length=400)
    names = models.TextField(blank=True, help_text="Other names and abbreviations.")
    summary = models.TextField(blank=True)
    text = models.TextField(blank=True)
    address = models.CharField(max_length=2000, help_text="Without the host.")
    trail = models.CharField(max_length=500, blank=True, help_text="The titles of the pages above it.")
    file = models.CharField(max_length=40, blank=True, help_text="Type and size, of a document.")
    council = models.CharField(max_length=255, blank=True)
    audiences = models.JSONField(default=list)
    day = models.DateField(null=True, help_text="Of a month or a year, its first.")
    date = models.CharField(max_length=60, blank=True, help_text="As readers see it.")
    is_news = models.BooleanField(default=False)
    boost = models.FloatField(default=0.0, help_text="By which it stands before others that fit as well.")
    title = models.TextField(help_text="Stems of the heading and of other names.")
    body = models.TextField(help_text="Stems of all else.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of what it was made from.")

    # Written with the row, in the same transaction, by search.filling.
    search_auto_update = False
    search_fields = [index.SearchField("title", boost=10), index.SearchField("body")]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "search entry"
        verbose_name_plural = "search entries"
        indexes = [
            models.Index(fields=["language"]),
            models.Index(fields=["address", "language"], name="search_entry_address"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(page=None, document__isnull=False)
                | models.Q(page__isnull=False, document=None),
                name="an_entry_has_one_origin",
            )
        ]

    def __str__(self) -> str:
        return self.heading
