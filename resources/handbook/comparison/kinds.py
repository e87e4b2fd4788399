"""The kinds of records in a handbook, taken apart into flat lists and put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from resources.handbook.content import Category, FurtherResource, Handbook, Milestone, Note, Product, Section

# An id, and how often it came before. A note is known by its mark alone, and nothing keeps two from having
# the same mark.
Key = tuple[str, int]
Record = Section | Category | Product | Milestone | FurtherResource | Note


@dataclass(frozen=True)
class Entry:
    """A record by itself: a category without its products, a product with the key of its category."""

    key: Key
    record: Any
    category: Key | None = None

    @property
    def title(self) -> str:
        """What a reader calls it."""
        match self.record:
            case Section():
                return self.record.heading
            case Milestone() | FurtherResource():
                return self.record.title
            case Note():
                return self.record.mark
            case _:
                return self.record.name

    @property
    def values(self) -> dict[str, Any]:
        """Field -> value, without the id and what is compared for itself."""
        apart = {"mark"} if isinstance(self.record, Note) else {"id", "products"}
        values = {each.name: getattr(self.record, each.name) for each in fields(self.record)}
        values = {name: value for name, value in values.items() if name not in apart}
        return values | {"category": self.category} if isinstance(self.record, Product) else values

    def with_values(self, values: Mapping[str, Any]) -> Entry:
        """The same with other values of some fields."""
        rest = dict(values)
        category = rest.pop("category", self.category)
        return replace(self, record=replace(self.record, **rest), category=category)


@dataclass(frozen=True)
class Kind:
    """`unseen` are fields that readers are not told about.

    `row`: records are in an order among those with the same row. `place`: a record that has another place
    than before is where it is for that reason, so nobody is told that its order changed.
    """

    name: str
    unseen: frozenset[str] = frozenset()
    row: Callable[[Entry], Hashable] = lambda entry: None
    place: Callable[[Entry], Hashable] = lambda entry: None


# In the order in which readers are told. A section's number follows from its order.
KINDS = (
    Kind(
        "products",
        frozenset({"url", "language"}),
        row=lambda entry: entry.category,
        place=lambda entry: entry.category,
    ),
    Kind("categories"),
    Kind("sections", frozenset({"number"})),
    Kind(
        "milestones",
        frozenset({"language"}),
        lambda entry: entry.record.date,
        lambda entry: entry.record.date,
    ),
    Kind("timeline_notes"),
    Kind("further_resources", frozenset({"language"}), place=lambda entry: entry.record.group),
)
RECORD_FIELDS = frozenset(kind.name for kind in KINDS)
OWN_FIELDS = tuple(each.name for each in fields(Handbook) if each.name not in RECORD_FIELDS)
UNSEEN_OWN_FIELDS = frozenset({"id", "language", "url", "changed_on", "edition", "pictures"})


def taken_apart(handbook: Handbook) -> dict[str, tuple[Entry, ...]]:
    """Kind -> its entries in reading order."""
    parts = {
        kind.name: entries(getattr(handbook, kind.name))
        for kind in KINDS
        if kind.name not in {"categories", "products"}
    }
    categories = entries(handbook.categories)
    parts["categories"] = tuple(
        replace(each, record=replace(each.record, products=())) for each in categories
    )
    places = [each.key for each in categories for _ in each.record.products]
    parts["products"] = tuple(
        replace(product, category=place)
        for product, place in zip(entries(handbook.products), places, strict=True)
    )
    return parts


def put_together(own: Mapping[str, Any], parts: Mapping[str, Iterable[Entry]]) -> Handbook:
    """The handbook whose own fields and entries these are."""
    apart = {"categories", "products"}
    records = {name: tuple(each.record for each in part) for name, part in parts.items() if name not in apart}
    products: dict[Key | None, list[Product]] = {}
    for product in parts["products"]:
        products.setdefault(product.category, []).append(product.record)
    categories = tuple(
        replace(each.record, products=tuple(products.get(each.key, ()))) for each in parts["categories"]
    )
    return Handbook(**own, **records, categories=categories)


def entries(records: Iterable[Record]) -> tuple[Entry, ...]:
    """Each record with a key of its own."""
    seen: Counter[str] = Counter()
    found = []
    for record in records:
        id_ = record.mark if isinstance(record, Note) else record.id
        found.append(Entry((id_, seen[id_]), record))
        seen[id_] += 1
    return tuple(found)
