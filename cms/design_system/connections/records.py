"""What a diagram of connections is made from: its list, its drawing and its description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.design_system.languages import in_english


@dataclass(frozen=True)
class Product:
    key: str
    title: str
    url: str
    language: str = ""  # such as "en-GB", where it is not the one around it

    @property
    def words(self) -> SafeString:
        if not self.language:
            return format_html("{}", self.title)
        return format_html('<span lang="{}">{}</span>', self.language, self.title)

    @property
    def link(self) -> SafeString:
        """The title, as a link where it leads anywhere, and behind it that it leads to a page in English."""
        if not self.url:
            return self.words
        if not self.language:
            return format_html('<a href="{}">{}</a>', self.url, self.title)
        link = format_html(
            '<a href="{0}" lang="{2}" hreflang="{2}">{1}</a>', self.url, self.title, self.language
        )
        return format_html("{}{}", link, in_english(self.language))


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
        return format_html(
            _pattern_of_html(), product=self.start.words, words=self.words, other=self.end.link
        )


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
    groups: Sequence[tuple[str, Sequence[tuple[str, ...]]]],
    relations: Sequence[tuple[str, str, str]] = (),
) -> Connections:
    """Groups without a product say nothing here and are left out, as are relations to what is not shown.

    A relation named twice, or of a product to itself, would be a line too many.
    """
    found = tuple(
        Group(str(name), tuple(_product(*product) for product in products))
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


def _product(key: str, title: str, url: str | None, language: str = "") -> Product:
    return Product(str(key), str(title), str(url or ""), language)


def _pattern() -> str:
    # Translators: a sentence such as "Service Standards is measured by Shared Measurement Framework".
    return _("%(product)s %(words)s %(other)s")


def _pattern_of_html() -> str:
    # format_html takes braces; those a translator may have typed are no fields.
    pattern = _pattern().replace("{", "{{").replace("}", "}}")
    return pattern % {"product": "{product}", "words": "{words}", "other": "{other}"}
