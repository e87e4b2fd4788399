"""The home page and the front page of a section."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cms.blocks.links import LinkBlock
from cms.blocks.targets import gathered
from cms.pages.models import SitePage
from la_directory.finder.address import find_form
from resources.blocks import ResourceBodyBlock


class DoorBlock(blocks.StructBlock):
    """One of the ways in that a reader sees first."""

    title = blocks.CharBlock(label=_("Title"), max_length=60)
    summary = blocks.CharBlock(label=_("Summary"), max_length=120)
    link = LinkBlock(label=_("Leads to"))
    with_finder = blocks.BooleanBlock(
        label=_("With the council finder"),
        required=False,
        help_text=_("Readers can type their postcode or town below it. Choose it for one door at most."),
    )

    class Meta:
        icon = "login"
        label = _("Door")


class LandingPage(SitePage):
    """A front page: a hero with its doors, then blocks in the order the editor gives them."""

    class Drawing(models.TextChoices):
        NONE = "", _("None")
        PATH = "path", _("A path through hills")

    lead = RichTextField(
        _("lead"), features=["bold", "link"], help_text=_("One or two sentences below the title.")
    )
    hero_image = models.ForeignKey(
        "media.SiteImage",
        verbose_name=_("graphic"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Decoration beside the title. It says nothing that the words do not."),
    )
    hero_drawing = models.CharField(
        _("drawing"),
        max_length=8,
        choices=Drawing.choices,
        blank=True,
        help_text=_("Used where there is no graphic."),
    )
    doors = StreamField(
        [("door", DoorBlock())],
        verbose_name=_("doors"),
        blank=True,
        max_num=2,
        help_text=_("At most two ways in, shown before anything else, also on a phone."),
    )
    body = StreamField(ResourceBodyBlock(required=False), verbose_name=_("content"), blank=True)

    body_panels = [
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("hero_image"), FieldPanel("hero_drawing")], _("Picture beside the title")
        ),
        FieldPanel("doors"),
        FieldPanel("body"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("lead"), index.SearchField("body")]
    parent_page_types = ["wagtailcore.Page", "home.LandingPage"]
    subpage_types = [
        "home.LandingPage",
        "home.StandardPage",
        "resources.PolicyPage",
        "resources.HandbookPage",
        "resources.PublicationIndexPage",
        "resources.UpdateIndexPage",
        "la_directory.DirectoryPage",
        "la_directory.CaseStudiesPage",
        "bulletin.BulletinPage",
    ]
    max_count = None
    template = "home/landing_page.html"
    page_description = _("A front page: of the site or of a section.")

    class Meta:
        verbose_name = _("landing page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        with gathered(self.doors, request=request):
            doors = [door.value for door in self.doors]
            with_finder = next((door for door in doors if door["with_finder"]), None)  # one form a page
            ways = [
                (
                    door["title"],
                    door["link"].url,
                    door["summary"],
                    find_form(self.locale_id) if door is with_finder else "",
                    door["link"].language,
                )
                for door in doors
            ]
        return {**context, "doors": [way for way in ways if way[1]]}
