"""What every page of the site has."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import TabbedInterface
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.search import index

from cms.blocks.links import LinkItemBlock
from cms.blocks.targets import gather_for_request, gathered
from cms.blocks.validation import TurnTakingStreamBlock
from cms.languages.original import Localized
from cms.pages.admin_titles import admin_title
from cms.pages.forms import SitePageForm
from cms.pages.history import public_notes
from cms.pages.models.change_note import ChangeNote
from cms.pages.panels import edit_handler
from cms.pages.privacy import ReadablePageQuerySet, restrictions_of
from cms.partial_dates.value import PartialDate


class SitePage(Localized, Page):
    """A page of the site: a title, a summary for cards and search, related pages and a public history."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("One or two sentences. It shows on cards, in lists, in search results and when shared."),
    )
    related = StreamField(
        TurnTakingStreamBlock([("link", LinkItemBlock())]),
        verbose_name=_("related pages"),
        blank=True,
        max_num=6,
        help_text=_("Shown at the foot of the page. At most six."),
    )
    change_note = models.CharField(
        _("public change note"),
        max_length=250,
        blank=True,
        help_text=_("What changed, for readers. It shows with its date under “Show all updates”."),
    )
    change_is_minor = models.BooleanField(
        _("a small correction"),
        default=False,
        help_text=_("Tick this instead of a note when the meaning has not changed. It is recorded."),
    )

    review_on = models.DateField(
        _("review by"), null=True, blank=True, help_text=_("When the page has to be read again.")
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Who reviews it. They are reminded by mail a fortnight before."),
    )

    objects = PageManager.from_queryset(ReadablePageQuerySet)()
    exclude_fields_in_copy = ["change_note", "change_is_minor"]
    base_form_class = SitePageForm
    search_fields = [*Page.search_fields, index.SearchField("summary")]
    api_fields = [APIField("summary")]
    body_panels: list = []
    summary_is_written = True  # by an editor; else the page type makes it from its own words
    slug_is_written = True  # by an editor; else the page type makes it from its other fields

    class Meta:
        abstract = True

    @classmethod
    def get_edit_handler(cls) -> TabbedInterface:
        return edit_handler(cls)

    def get_admin_display_title(self) -> str:
        """Not everyone who may choose a page may know its new title."""
        return admin_title(self, super().get_admin_display_title())

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        if self.pk and (unrestricted := restrictions_of(self)) is not None:
            return unrestricted
        return super().get_view_restrictions()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        streams = [field.name for field in self._meta.get_fields() if isinstance(field, StreamField)]
        gather_for_request([getattr(self, name) for name in streams], request)
        with gathered(self.related, request=request):
            shown = [item.value for item in self.related if item.value.url]
            links = [(each.shown_title, each.url, each.title_language, each.language) for each in shown]
        return super().get_context(request, *args, **kwargs) | {"related_links": links}

    @property
    def kind(self) -> str:
        """What sort of page this is, as a reader would say."""
        return str(self._meta.verbose_name).capitalize()

    def missing(self) -> dict[str, str]:
        """What a type asks for beyond required fields before it goes out, by field name."""
        return {}

    @property
    def description(self) -> str:
        return self.search_description or self.summary

    @property
    def listing_date(self) -> PartialDate | None:
        """The date that stands beside the page in lists; None where a date says nothing."""
        return None

    @property
    def last_updated(self) -> datetime | None:
        return self.last_published_at

    @property
    def change_notes(self) -> list[ChangeNote]:
        """The public history, newest first."""
        return public_notes(self)
