"""What stands in the address for a choice of a filter: its name, written as addresses are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from django.utils.text import slugify


class HasName(Protocol):
    """A term of a vocabulary, or anything else that readers know by a name."""

    pk: int
    name: str


T = TypeVar("T", bound=HasName)


def by_value(terms: Iterable[T]) -> dict[str, T]:
    """Each term by its value, in the order given; of two that would be written alike, one gets its number."""
    values: dict[str, T] = {}
    for term in terms:
        value = slugify(term.name)
        if not value or value in values:
            value = f"{value}-{term.pk}".strip("-")
        values[value] = term
    return values
