"""The handbook as editors keep it: its sections and annexes. The products are pages of their own below it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cms.blocks.media import ImageBlock
from cms.blocks.text import TextBlock
from cms.blocks.validation import TurnTakingStreamBlock
from cms.pages.models import SitePage
from cms.partial_dates.field import PartialDateField


class SectionTextBlock(TurnTakingStreamBlock):
    """What a section may hold: little enough for Word, PDF and an edition to hold the same."""

    text = TextBlock()
    heading = blocks.CharBlock(
        icon="title",
        label=_("Heading"),
        max_length=150,
        help_text=_("Parts the section; it is not numbered."),
    )
    image = ImageBlock()

    class Meta:
        required = False


class SectionBlock(blocks.StructBlock):
    """A numbered section."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=150, help_text=_("Without its number."))
    body = SectionTextBlock(label=_("Text"))
    shows = blocks.ChoiceBlock(
        label=_("Shows after its text"),
        choices=[("products", _("The products table")), ("diagram", _("How the resources fit together"))],
        required=False,
        help_text=_("Made from the records."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Section")
        label_format = "{heading}"


class NoteBlock(blocks.StructBlock):
    """A note below the timeline that milestones point to by its mark."""

    mark = blocks.CharBlock(label=_("Mark"), max_length=3, default="*")
    text = TextBlock(features=["bold", "italic", "link", "document-link"])

    class Meta:
        icon = "info-circle"
        label = _("Note")
        label_format = "{mark}"


class HandbookPage(RoutablePageMixin, SitePage):
    """The handbook: sections, products, a diagram and two annexes, all views of the same records."""

    published = PartialDateField(
        _("published"), blank=True, help_text=_("The date on the handbook, such as “October 2024”.")
    )
    sections = StreamField(
        TurnTakingStreamBlock([("section", SectionBlock())]),
        verbose_name=_("sections"),
        blank=True,
        help_text=_("In reading order; they are numbered by themselves."),
    )
    ambition = models.CharField(
        _("shared ambition"),
        max_length=120,
        blank=True,
        help_text=_("Stands in the middle of “How the resources fit together”."),
    )
    timeline_introduction = RichTextField(
        _("introduction to the timeline"), blank=True, features=["bold", "italic", "ul", "link"]
    )
    timeline_notes = StreamField(
        TurnTakingStreamBlock([("note", NoteBlock())]), verbose_name=_("notes to the timeline"), blank=True
    )
    resources_introduction = RichTextField(
        _("introduction to the further resources"), blank=True, features=["bold", "italic", "ul", "link"]
    )

    language_neutral = ("published",)
    body_panels = [
        FieldPanel("published"),
        FieldPanel("sections"),
        FieldPanel("ambition"),
        MultiFieldPanel(
            [FieldPanel("timeline_introduction"), FieldPanel("timeline_notes")], _("Annex A: timeline")
        ),
        MultiFieldPanel([FieldPanel("resources_introduction")], _("Annex B: further resources")),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("sections")]
    parent_page_types = ["home.LandingPage"]
    subpage_types = ["resources.ProductIndexPage"]
    max_count = None
    template = "resources/handbook/handbook_page.html"
    page_description = _("The National Products Handbook with its annexes, files and editions.")

    class Meta:
        verbose_name = _("handbook")

    def missing(self) -> dict[str, str]:
        shown = [block.value["shows"] for block in self.sections if block.value["shows"]]
        if "products" not in shown:
            return {"sections": _("Let one section show the products table.")}
        if len(shown) != len(set(shown)):
            return {"sections": _("The products table and the diagram stand in one section each.")}
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from resources.handbook.page_context import page_context

        return super().get_context(request, *args, **kwargs) | page_context(self, request)

    def file_url(self, name: str, *args: str) -> str:
        """The address of a file. Wagtail resolves every path with a slash at its end; a file has none."""
        return self.url + self.reverse_subpage(name, args=args).rstrip("/")

    @path("export/handbook.<slug:file_format>/", name="export")
    def export(self, request: HttpRequest, file_format: str) -> HttpResponse:
        """The working version as a file."""
        from resources.handbook.files.working import working_file

        return working_file(self, request, file_format)

    @path("export/schema.json/", name="schema")
    def schema(self, request: HttpRequest) -> HttpResponse:
        """What the JSON of the handbook holds."""
        from resources.handbook.files.working import schema

        return schema()

    @path("editions/", name="editions")
    def all_editions(self, request: HttpRequest) -> HttpResponse:
        """Every edition, newest first."""
        from resources.handbook.editions import views

        return views.editions(self, request)

    @path("editions/<slug:slug>/", name="edition")
    def one_edition(self, request: HttpRequest, slug: str) -> HttpResponse:
        """An edition as it was published."""
        from resources.handbook.editions import views

        return views.edition(self, request, slug)

    @path("editions/<slug:slug>/<path:name>/", name="edition_file")
    def edition_file(self, request: HttpRequest, slug: str, name: str) -> HttpResponse:
        """A file of an edition, byte for byte."""
        from resources.handbook.editions import views

        return views.edition_file(self, request, slug, name)

    @path("compare/<slug:older>/<slug:newer>/", name="comparison")
    def comparison(self, request: HttpRequest, older: str, newer: str) -> HttpResponse:
        """What two editions differ in; "current" names the working version."""
        from resources.handbook.editions import views

        return views.comparison(self, request, older, newer)
