"""A chapter of a long publication."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks.body import BodyBlock
from cms.pages.models import SitePage
from resources.forms import ChapterPageForm
from resources.models.publication import PublicationPage


class ChapterPage(SitePage):
    """One chapter; its number comes from its place among the others."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("For search results. Empty: the publication's own."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("page text"))

    base_form_class = ChapterPageForm
    body_panels = [FieldPanel("body")]
    search_fields = [*SitePage.search_fields, index.SearchField("body")]
    parent_page_types = ["resources.PublicationPage"]
    subpage_types: list[str] = []
    max_count = None
    template = "resources/chapter_page.html"
    page_description = _("One chapter of a long publication.")

    number: int | None = None

    class Meta:
        verbose_name = _("chapter")

    @cached_property
    def publication(self) -> PublicationPage:
        return PublicationPage.objects.get(pk=self.get_parent().pk)

    @property
    def anchor(self) -> str:
        """Its id where the whole publication stands on one page."""
        return f"chapter-{self.slug}"

    @property
    def heading(self) -> str:
        """The title with its number, where chapters are numbered."""
        return f"{self.number}. {self.title}" if self.number else self.title

    @property
    def description(self) -> str:
        return self.search_description or self.summary or self.publication.description

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        chapters = self.publication.chapters
        place = next((index for index, chapter in enumerate(chapters) if chapter.pk == self.pk), None)
        if place is not None:
            self.number = chapters[place].number
            links = self.publication.chapter_links
            context["previous"] = (
                links[place - 1] if place else (self.publication.title, self.publication.url)
            )
            context["next"] = links[place + 1] if place + 1 < len(links) else None
        context["publication"] = self.publication
        return context
