"""The items of an edition as a mail tells them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructValue

from bulletin.blocks.item_value import Fact
from bulletin.render.languages import foreign_language
from bulletin.render.links import absolute
from bulletin.render.pictures import Picture, mail_picture
from bulletin.render.rich_text import Parts, as_html, as_text, mail_parts
from bulletin.render.typed import typed, typed_lines
from cms.blocks.targets import readable_page

LEAD_BOX = (552, 414)  # across the sheet
SIDE_BOX = (172, 172)
SAYS_NOTHING = {"story"}  # the name of the kind would tell a reader nothing
ASKS_TO_ACT = {"event", "funding", "vacancy"}
EVENTS = "events"
FREE_TEXT = "free_text"


@dataclass(frozen=True)
class LetterItem:
    """One item; `kind` is that of its block, or "events" for several events in a row."""

    kind: str
    where: str  # how the editor finds it
    label: str = ""
    title: str = ""
    url: str = ""
    link_words: str = ""
    facts: tuple[Fact, ...] = ()
    summary: tuple[str, ...] = ()
    picture: Picture | None = None
    title_language: str = ""  # where it is not that of the edition
    summary_language: str = ""
    is_lead: bool = False
    parts: Parts = ()
    events: tuple[LetterItem, ...] = ()

    @property
    def mjml(self) -> str:
        return f"bulletin/email/items/{self._template}.mjml"

    @property
    def txt(self) -> str:
        return f"bulletin/email/items/{self._template}.txt"

    @property
    def _template(self) -> str:
        return self.kind if self.kind in (EVENTS, FREE_TEXT) else "item"

    @property
    def facts_line(self) -> str:
        """As in "Funding. Apply by: 29 January 2027"."""
        named = [f"{label}: {fact}" for label, fact in self.facts]
        return ". ".join([self.label, *named] if self.label else named)

    @property
    def event_line(self) -> str:
        """Date and place of an event among others, without their labels."""
        return ", ".join(fact for _label, fact in self.facts)

    @property
    def has_button(self) -> bool:
        return self.is_lead or self.kind in ASKS_TO_ACT

    @property
    def text(self) -> SafeString:
        return as_html(self.parts)

    @property
    def plain_text(self) -> str:
        return as_text(self.parts)


def items_of(stream: StreamValue, heading: str, *, is_first: bool) -> tuple[LetterItem, ...]:
    """The items of a section, events in a row as one; the lead is the first item of the edition."""
    found: list[LetterItem] = []
    for number, block in enumerate(stream):
        where = _where(heading, number + 1, block.value)
        item = _item(block.block_type, block.value, where, is_lead=is_first and number == 0)
        if item is not None:
            found.append(item)
    return tuple(_with_events_together(found))


def _where(heading: str, number: int, value: StructValue) -> str:
    title = typed(getattr(value, "shown_title", "") or "")
    place = _("section “%(section)s”, item %(number)d") % {"section": heading, "number": number}
    return f"{place}: {title}" if title else place


def _item(kind: str, value: StructValue, where: str, *, is_lead: bool) -> LetterItem | None:
    if kind == FREE_TEXT:
        parts = mail_parts(value["text"])
        return LetterItem(kind, where, parts=parts) if parts else None
    image, language = value["picture"], foreign_language(readable_page(value["page"]))
    box = LEAD_BOX if is_lead else SIDE_BOX
    item = LetterItem(
        kind=kind,
        where=where,
        label="" if kind in SAYS_NOTHING else str(value.block.label),
        title=typed(value.shown_title),
        url=absolute(value.path),
        link_words=typed(value["link_words"] or ""),
        facts=tuple((typed(label), typed(fact)) for label, fact in value.facts),
        summary=typed_lines(value.shown_summary),
        picture=mail_picture(image, box, where) if image else None,
        title_language="" if value["title"] else language,
        summary_language="" if value["summary"] else language,
        is_lead=is_lead,
    )
    return item if item.title or item.summary else None


def _with_events_together(items: list[LetterItem]) -> list[LetterItem]:
    """Events without a picture stand together in one list; a lead stands by itself."""
    together: list[LetterItem] = []
    for item in items:
        if item.kind != "event" or item.picture or item.is_lead:
            together.append(item)
        elif together and together[-1].kind == EVENTS:
            gathered = (*together[-1].events, item)
            together[-1] = LetterItem(EVENTS, together[-1].where, events=gathered)
        else:
            together.append(LetterItem(EVENTS, item.where, events=(item,)))
    return together
