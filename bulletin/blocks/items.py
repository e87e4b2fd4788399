"""The items of an edition: each from a page of the site, or written for the bulletin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from bulletin.blocks.item_value import ItemValue
from cms.blocks.addresses import AddressBlock
from cms.blocks.choosers import DescribedImageBlock, SpecificPageTargetBlock
from cms.blocks.previews import PreviewedBlock
from cms.blocks.text import LinkedTextBlock

LONGEST_TITLE, LONGEST_SUMMARY = 150, 600


class HiddenCharBlock(blocks.CharBlock):
    """Something the draft remembers of an item that editors neither see nor change (compose.css hides it)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.field.widget = forms.HiddenInput()

    class Meta:
        label = ""
        form_classname = "es_remembered"


# Migrations hold Wagtail's own block, so that they do not import this module.
DECONSTRUCT_ALIASES = {HiddenCharBlock: "wagtail.blocks.CharBlock"}


class ItemBlock(PreviewedBlock):
    """What all items of an edition have."""

    page = SpecificPageTargetBlock(
        label=_("Page of this site"),
        required=False,
        help_text=_("Its title, summary and picture are taken over where you leave them empty."),
    )
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=LONGEST_TITLE)
    summary = blocks.TextBlock(
        label=_("Summary"),
        required=False,
        max_length=LONGEST_SUMMARY,
        rows=3,
        help_text=_("Two or three sentences, without links."),
    )
    picture = DescribedImageBlock(label=_("Picture"), required=False)
    address = AddressBlock(
        label=_("Address of another site"),
        required=False,
        max_length=1000,
        search_index=False,
        help_text=_("Where the title leads if no page is chosen, such as https://www.gov.scot/."),
    )
    link_words = blocks.CharBlock(
        label=_("Link words"),
        required=False,
        max_length=60,
        help_text=_("Such as “Read the guidance”. Empty: the title alone is the link."),
    )
    # What it was made from, and the moment of the newest change it tells of: no news comes twice.
    source = HiddenCharBlock(search_index=False)
    source_at = HiddenCharBlock(search_index=False)

    own_facts: tuple[str, ...] = ()  # of one kind of item; they stand below its title

    class Meta:
        value_class = ItemValue
        template = "bulletin/items/item.html"
        group = _("Items")
        label_format = "{title}"

    def get_form_layout(self) -> blocks.BlockGroup:
        rest = [name for name in self.child_blocks if name not in {"page", "title", *self.own_facts}]
        return blocks.BlockGroup(["page", "title", *self.own_facts, *rest])


class StoryBlock(ItemBlock):
    class Meta:
        icon = "doc-full"
        label = _("Story")
        description = _("A piece of news, with a link to all of it.")
        preview_value = {
            "title": "A new way to plan the first meeting",
            "summary": "A sheet of one page helps key workers and parents to plan the first weeks together.",
            "address": "https://www.gov.scot/publications/",
        }


class EventBlock(ItemBlock):
    day = blocks.DateBlock(label=_("Date"), required=False)
    time = blocks.CharBlock(
        label=_("Time"), required=False, max_length=60, help_text=_("Such as “10am to noon”.")
    )
    place = blocks.CharBlock(
        label=_("Place"), required=False, max_length=120, help_text=_("A town and a venue, or “Online”.")
    )

    own_facts = ("day", "time", "place")

    class Meta:
        icon = "calendar-alt"
        label = _("Event")
        description = _("A meeting or a course, with its date and place.")
        preview_value = {
            "title": "Open session on health and work",
            "day": "2026-12-09",
            "time": "10am to noon",
            "place": "Online",
            "summary": "Two councils show what they have tried. No booking is needed.",
        }


class FundingBlock(ItemBlock):
    deadline = blocks.DateBlock(label=_("Apply by"), required=False)

    own_facts = ("deadline",)

    class Meta:
        icon = "pick"
        label = _("Funding")
        description = _("Money that can be applied for, with its deadline.")
        preview_value = {
            "title": "Small grants for local projects",
            "deadline": "2027-01-29",
            "summary": "Grants of up to £5,000 for projects that bring employers and schools together.",
        }


class PublicationItemBlock(ItemBlock):
    class Meta:
        icon = "doc-full-inverse"
        label = _("Publication")
        description = _("A document that has come out.")
        preview_value = {"title": "Guidance on annual plans", "summary": "What a plan covers, in ten pages."}


class HandbookChangeBlock(ItemBlock):
    class Meta:
        icon = "history"
        label = _("Handbook change")
        description = _("What has changed in the National Products Handbook.")
        preview_value = {"title": "Service Standards", "summary": "The self-assessment has a new section."}


class CouncilNewsBlock(ItemBlock):
    class Meta:
        icon = "site"
        label = _("Council news")
        description = _("News from one council.")
        preview_value = {"title": "Moray: a new drop-in", "summary": "Open on Tuesdays in Elgin."}


class CaseStudyItemBlock(ItemBlock):
    class Meta:
        icon = "openquote"
        label = _("Case study")
        description = _("What a council and its partners tried, and what came of it.")
        preview_value = {"title": "Work tasters on a farm", "summary": "Ten young people, six weeks."}


class VacancyBlock(ItemBlock):
    employer = blocks.CharBlock(label=_("Employer"), required=False, max_length=120)
    place = blocks.CharBlock(label=_("Place"), required=False, max_length=120)
    closes = blocks.DateBlock(label=_("Closes"), required=False)

    own_facts = ("employer", "place", "closes")

    class Meta:
        icon = "user"
        label = _("Vacancy")
        description = _("A post in employability, with its closing date.")
        preview_value = {
            "title": "Key worker, parents",
            "employer": "A council in the Highlands",
            "closes": "2027-01-15",
            "address": "https://www.myjobscotland.gov.uk/",
        }


class FreeTextBlock(PreviewedBlock):
    """Words without a target of their own."""

    text = LinkedTextBlock(label=_("Text"), features=["bold", "italic", "ol", "ul", "link"])

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs of your own, with links where they are needed.")
        group = _("Items")
        template = "bulletin/items/free_text.html"
        preview_value = {"text": "<p>The next edition comes out on the last Thursday of January.</p>"}


ITEM_BLOCKS = [
    ("story", StoryBlock()),
    ("event", EventBlock()),
    ("funding", FundingBlock()),
    ("publication", PublicationItemBlock()),
    ("handbook_change", HandbookChangeBlock()),
    ("council_news", CouncilNewsBlock()),
    ("case_study", CaseStudyItemBlock()),
    ("vacancy", VacancyBlock()),
    ("free_text", FreeTextBlock()),
]
