"""What a diagram of connections is made from: its list, its drawing and its description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Product:
    key: str
    title: str
    url: str


@dataclass(frozen=True)
class Group:
    name: str
    products: tuple[Product, ...]


@dataclass(frozen=True)
class Relation:
    """`words` continue a sentence that begins with the one product and ends with the other."""

    start: Product
    words: str
    end: Product

    @property
    def sentence(self) -> str:
        return _pattern() % {"product": self.start.title, "words": self.words, "other": self.end.title}

    @property
    def linked_sentence(self) -> SafeString:
        """The sentence as it stands under its first product, which is a link already."""
        other = (
            format_html('<a href="{}">{}</a>', self.end.url, self.end.title)
            if self.end.url
            else self.end.title
        )
        return format_html(_pattern_of_html(), product=self.start.title, words=self.words, other=other)


@dataclass(frozen=True)
class Connections:
    centre: str
    groups: tuple[Group, ...]
    relations: tuple[Relation, ...]

    def listed(self) -> list[tuple[str, list[tuple[Product, list[Relation]]]]]:
        """Each group with its products, each product with the relations that start from it."""
        starting: dict[str, list[Relation]] = {}
        for relation in self.relations:
            starting.setdefault(relation.start.key, []).append(relation)
        return [
            (group.name, [(product, starting.get(product.key, [])) for product in group.products])
            for group in self.groups
        ]


def collect(
    centre: str,
    groups: Sequence[tuple[str, Sequence[tuple[str, str, str]]]],
    relations: Sequence[tuple[str, str, str]] = (),
) -> Connections:
    """Groups without a product say nothing here and are left out, as are relations to what is not shown.

    A relation named twice, or of a product to itself, would be a line too many.
    """
    found = tuple(
        Group(str(name), tuple(Product(str(key), str(title), str(url or "")) for key, title, url in products))
        for name, products in groups
        if products
    )
    by_key = {product.key: product for group in found for product in group.products}
    unique = dict.fromkeys((str(start), str(words), str(end)) for start, words, end in relations)
    related = tuple(
        Relation(by_key[start], words, by_key[end])
        for start, words, end in unique
        if start in by_key and end in by_key and start != end
    )
    return Connections(" ".join(str(centre or "").split()), found, related)


def _pattern() -> str:
    # Translators: a sentence such as "Service Standards is measured by Shared Measurement Framework".
    return _("%(product)s %(words)s %(other)s")


def _pattern_of_html() -> str:
    # format_html takes braces; those a translator may have typed are no fields.
    pattern = _pattern().replace("{", "{{").replace("}", "}}")
    return pattern % {"product": "{product}", "words": "{words}", "other": "{other}"}
