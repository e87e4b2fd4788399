"""Lists of publications, ours and those of others."""

import datetime

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from cms.blocks.choosers import SpecificPageTargetBlock
from cms.blocks.links import TITLE_HELP, LinkBlock, TitledLinkBlock, TitledLinkValue
from cms.blocks.previews import PreviewedBlock
from cms.blocks.targets import readable_page, specific_page
from cms.partial_dates.block import PartialDateBlock
from cms.partial_dates.value import PartialDate


class PublicationLinkBlock(LinkBlock):
    """The target of an entry; of a page of ours the date and summary are shown too."""

    page = SpecificPageTargetBlock(label=_("Page of this site"), required=False)


class PublicationEntryValue(TitledLinkValue):
    """One entry. What the editor left empty comes from the page it leads to."""

    @property
    def page(self) -> Page | None:
        """The page, if readers may know of it."""
        page = readable_page(self["link"]["page"])
        return specific_page(page) if page else None

    @property
    def shown_date(self) -> PartialDate | None:
        given = self["date"] or getattr(self.page, "listing_date", None)
        if isinstance(given, datetime.datetime):
            given = given.date()
        return PartialDate.on_day(given) if isinstance(given, datetime.date) else given

    @property
    def shown_summary(self) -> str:
        return self["summary"] or getattr(self.page, "summary", "")

    @property
    def summary_language(self) -> str:
        return "" if self["summary"] else self.language

    @property
    def metadata(self) -> list[tuple[str, PartialDate]]:
        return [(str(_("Date")), self.shown_date)] if self.shown_date else []


class PublicationEntryBlock(TitledLinkBlock):
    """One publication of a list."""

    link = PublicationLinkBlock()
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=200,
        help_text=TITLE_HELP,
    )
    date = PartialDateBlock(
        label=_("Date"),
        required=False,
        help_text=_(
            "As precise as it is known: 24 November 2020, Dec 2021, 2021, Ongoing. Empty: that of the page."
        ),
    )
    summary = blocks.TextBlock(
        label=_("Summary"),
        required=False,
        max_length=400,
        rows=2,
        help_text=_("Empty: the summary of the page."),
    )
    link_words = blocks.CharBlock(
        label=_("Link words"),
        required=False,
        max_length=60,
        help_text=_("Such as “Read the plan”. Empty: the title is the link."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Publication")
        value_class = PublicationEntryValue
        label_format = "{title}"


class PublicationsBlock(PreviewedBlock):
    """Publications in the order the editor gives them."""

    publications = blocks.ListBlock(PublicationEntryBlock(), label=_("Publications"), min_num=1)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Publications")
        group = _("Links and documents")
        description = _("Publications of this site and of others, each with date, summary and link words.")
        template = "blocks/publications.html"
        preview_value = {
            "publications": [
                {
                    "link": {"address": "https://www.gov.scot/publications/"},
                    "title": "Delivery plan",
                    "date": "Nov 2020",
                    "summary": "How partners work together, and what they will do by when.",
                    "link_words": "Read the plan",
                },
                {
                    "link": {"address": "https://www.gov.scot/statistics-and-research/"},
                    "title": "Employability statistics",
                    "date": "Latest statistics",
                    "summary": "Who took part and what came of it.",
                },
            ]
        }
