"""The handbook as a value: what the page, its files, an edition and a comparison are all made from.

Rich text is HTML of a small set of elements (see `markup.ELEMENTS`). Addresses are absolute in everything
that leaves the site. Ids are the translation keys of records and the keys of sections, so they stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe

from cms.partial_dates.value import PartialDate
from resources.handbook.markup import plain_text


@dataclass(frozen=True)
class Passage:
    """Rich text: HTML, and the same in plain words (paragraphs parted by one line break, items by "- ")."""

    html: str = ""

    @cached_property
    def text(self) -> str:
        return plain_text(self.html)

    def __bool__(self) -> bool:
        return bool(self.html)

    def __str__(self) -> SafeString:
        """For templates, which turn a value into text before they ask whether it is safe."""
        return mark_safe(self.html)  # noqa: S308  made by `markup.tidied` or frozen from what it made

    def __html__(self) -> SafeString:
        return str(self)


NOTHING = Passage()


@dataclass(frozen=True)
class Link:
    """Words and where they lead. `url` is "" where readers cannot be led; `note` is such as "PDF, 1.2 MB".

    `language` is that of the page it leads to, such as "en-gb", where it is not the handbook's.
    """

    title: str
    url: str
    note: str = ""
    language: str = ""


@dataclass(frozen=True)
class Relation:
    """`kind` is a key of product_choices.RelationKind; `product` is the id of the other product."""

    kind: str
    product: str


@dataclass(frozen=True)
class Audience:
    id: str
    name: str


@dataclass(frozen=True)
class Product:
    """The first of `links` is the main one; `status` is a key of product_choices.ProductStatus.

    `language` is that of its words and its page, such as "en-gb", where it is not the handbook's.
    """

    id: str
    name: str
    url: str = ""
    published: PartialDate | None = None
    what: Passage = NOTHING
    made_by: Passage = NOTHING
    used_by: Passage = NOTHING
    usage: Passage = NOTHING
    rhythm: str = ""
    status: str = "current"
    status_note: str = ""  # what replaced it, or why it was withdrawn
    replaced_by: str = ""  # id of a product
    audiences: tuple[Audience, ...] = ()
    links: tuple[Link, ...] = ()
    relations: tuple[Relation, ...] = ()
    language: str = ""

    @property
    def main_link(self) -> Link | None:
        return self.links[0] if self.links else None


@dataclass(frozen=True)
class Category:
    id: str
    name: str
    products: tuple[Product, ...] = ()


@dataclass(frozen=True)
class Section:
    """A numbered section. `shows` is what stands after its text: "", "products" or "diagram"."""

    id: str
    number: int
    heading: str
    body: Passage = NOTHING
    shows: str = ""

    @property
    def anchor(self) -> str:
        return f"section-{self.number}"


@dataclass(frozen=True)
class Milestone:
    """`belongs_to` is the product or publication it is about; `note_mark` points to a note.

    `language` is that of its words where it is not the handbook's.
    """

    id: str
    date: PartialDate | None
    title: str
    text: Passage = NOTHING
    link: Link | None = None
    note_mark: str = ""
    belongs_to: Link | None = None
    language: str = ""


@dataclass(frozen=True)
class Note:
    """A note below the timeline."""

    mark: str
    text: Passage


@dataclass(frozen=True)
class FurtherResource:
    """`language` is that of its title where it is not the handbook's."""

    id: str
    group: str
    published: PartialDate | None
    title: str
    url: str
    note: str = ""
    language: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture kept with an edition, by the name its sections use."""

    name: str
    sha256: str


@dataclass(frozen=True)
class EditionMark:
    """Which edition this is: its slug ("2024-10"), name, day (ISO) and note."""

    slug: str
    name: str
    day: str
    note: str = ""


@dataclass(frozen=True)
class Handbook:
    """All of it in one language. Without `edition` it is the working version of `changed_on` (ISO day)."""

    id: str
    language: str
    title: str
    url: str
    published: PartialDate | None
    summary: str = ""
    changed_on: str = ""
    edition: EditionMark | None = None
    sections: tuple[Section, ...] = ()
    ambition: str = ""
    categories: tuple[Category, ...] = ()
    timeline_introduction: Passage = NOTHING
    timeline_notes: tuple[Note, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    resources_introduction: Passage = NOTHING
    further_resources: tuple[FurtherResource, ...] = ()
    pictures: tuple[Picture, ...] = field(default=())

    @property
    def products(self) -> Iterator[Product]:
        """All products in reading order."""
        return (product for category in self.categories for product in category.products)

    def product(self, id_: str) -> Product | None:
        return next((product for product in self.products if product.id == id_), None)
