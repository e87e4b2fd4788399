"""What was found in a Word document: the handbook as its writers left it, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from cms.partial_dates.value import PartialDate
from resources.handbook.content import NOTHING, Link, Note, Passage


@dataclass(frozen=True)
class Place:
    """Where something stands, counted from 1 as a person would count; 0 and "" say nothing.

    Tables are counted through the whole document, paragraphs within their section or annex (empty ones not),
    rows with the row of headings.
    """

    section: int = 0
    annex: str = ""
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    heading: str = ""  # of the column

    def __str__(self) -> str:
        parts = []
        if self.table:
            parts.append(_("table %d") % self.table)
            if self.row:
                parts.append(_("row %d") % self.row)
            if self.column:
                name = f" ({self.heading})" if self.heading else ""
                parts.append(_("column %d") % self.column + name)
        else:
            if self.section:
                parts.append(_("section %d") % self.section)
            if self.annex:
                parts.append(_("Annex %s") % self.annex)
            if self.paragraph and not parts:
                parts.append(_("start of the document"))
            if self.paragraph:
                parts.append(_("paragraph %d") % self.paragraph)
        return ", ".join(parts) or _("the whole document")


WHOLE = Place()


@dataclass(frozen=True)
class Remark:
    """Something the reader must tell. An error lost or skipped something; a notice asks for a look."""

    kind: Literal["error", "notice"]
    place: Place
    words: str

    def __str__(self) -> str:
        return f"{self.place}: {self.words}"


@dataclass(frozen=True)
class FoundSection:
    """A numbered section, without its number. `shows` is "", "products" or "diagram"."""

    heading: str
    body: Passage = NOTHING
    shows: str = ""
    place: Place = WHOLE


@dataclass(frozen=True)
class FoundProduct:
    """A row of the products table. The first link is the main one; audiences are names to be confirmed."""

    name: str
    category: str
    published: PartialDate | None = None
    rhythm: str = ""
    what: Passage = NOTHING
    made_by: Passage = NOTHING
    used_by: Passage = NOTHING
    usage: Passage = NOTHING
    links: tuple[Link, ...] = ()
    proposed_audiences: tuple[str, ...] = ()
    place: Place = WHOLE


@dataclass(frozen=True)
class FoundMilestone:
    """A milestone of Annex A. Word has no title for its link but its own."""

    date: PartialDate | None
    title: str
    text: Passage = NOTHING
    link: Link | None = None
    note_mark: str = ""
    belongs_to: Link | None = None
    place: Place = WHOLE


@dataclass(frozen=True)
class FoundResource:
    """A row of Annex B; `url` is "" where the document has no link."""

    group: str
    published: PartialDate | None
    title: str
    url: str = ""
    place: Place = WHOLE


@dataclass(frozen=True)
class FoundPicture:
    """A picture; a section's HTML has it as <img src="word:NUMBER">."""

    number: int
    content: bytes
    content_type: str
    alt: str = ""
    place: Place = WHOLE

    @property
    def src(self) -> str:
        return f"word:{self.number}"


@dataclass(frozen=True)
class FoundHandbook:
    """A whole document. Products, milestones and resources are in the order of the document."""

    title: str
    published: PartialDate | None = None
    subtitle: str = ""
    sections: tuple[FoundSection, ...] = ()
    products: tuple[FoundProduct, ...] = ()
    timeline_introduction: Passage = NOTHING
    timeline_notes: tuple[Note, ...] = ()
    milestones: tuple[FoundMilestone, ...] = ()
    resources_introduction: Passage = NOTHING
    resources: tuple[FoundResource, ...] = ()
    remarks: tuple[Remark, ...] = ()
    pictures: tuple[FoundPicture, ...] = ()

    @property
    def categories(self) -> tuple[str, ...]:
        """Names of categories in the order of the document."""
        return tuple(dict.fromkeys(product.category for product in self.products))

    @property
    def errors(self) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.kind == "error")
