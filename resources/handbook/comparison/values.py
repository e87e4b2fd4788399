"""Values of fields in the words that readers know them by."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from resources.handbook.comparison.differences import Surroundings
from resources.handbook.comparison.labels import SHOWN_BELOW
from resources.handbook.comparison.words import ITEM
from resources.handbook.content import Audience, Link, Passage, Relation
from resources.handbook.product_choices import ProductStatus, RelationKind

STATUSES = dict(ProductStatus.choices)
RELATIONS = dict(RelationKind.choices)


def in_words(name: str, value: Any, around: Surroundings) -> list[str]:
    """A line for each paragraph or item, which starts with "- "; nothing for a value that is empty."""
    if not value:
        return []
    match name:
        case "category":
            return [around.categories.get(value, "")]
        case "status":
            return [str(STATUSES.get(value, value))]
        case "shows":
            return [str(SHOWN_BELOW.get(value, value))]
        case "replaced_by":
            return [_product(value, around)]
    match value:
        case Passage():
            return value.text.split("\n") if value.text else []
        case tuple():
            return [f"{ITEM}{_item(each, around)}" for each in value]
        case Link():
            return [_item(value, around)]
        case _:
            return [line for line in str(value).split("\n") if line.strip()]


def _item(item: Audience | Link | Relation, around: Surroundings) -> str:
    match item:
        case Audience():
            return item.name
        case Relation():
            kind = RELATIONS.get(item.kind, item.kind)
            return _("It %(relation)s %(product)s") % {
                "relation": kind,
                "product": _product(item.product, around),
            }
        case Link():
            title = f"{item.title} ({item.note})" if item.note else item.title
            return f"{title}: {item.url}" if item.url else title


def _product(id_: str, around: Surroundings) -> str:
    return around.products.get(id_) or _("a product that is not in the handbook")
