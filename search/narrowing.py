"""Narrowing what was found, and how much there would be for each value of a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from cms.pages.search_entries import SearchKind
from search.forms import FILTERS
from search.match import Match


def narrowed(found: list[Match], wanted: Mapping[str, str], besides: str = "") -> list[Match]:
    """Those that fit all filters, or all but one. A value that nothing has fits nothing."""
    asked = [(name, value) for name, value in wanted.items() if value and name != besides]
    return [match for match in found if all(value in values_of(match, name) for name, value in asked)]


def values_of(match: Match, name: str) -> list[str]:
    match name:
        case "kind":
            return [match.kind]
        case "council":
            return [match.council] if match.council else []
        case "audience":
            return match.audiences
    return [str(match.day.year)] if match.day else []


def choices(found: list[Match], wanted: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Filter -> values with words and number, as they would be with the other filters as they are.

    A value that is chosen is there also where nothing has it, so that it can be taken back.
    """
    return {name: list(_choices(found, wanted, name)) for name in FILTERS}


def _choices(found: list[Match], wanted: Mapping[str, str], name: str) -> Iterator[tuple[str, str]]:
    some = narrowed(found, wanted, besides=name)
    numbers = Counter(value for match in some for value in values_of(match, name))
    if wanted[name]:
        numbers.setdefault(wanted[name], 0)
    for value in _in_order(name, numbers):
        yield value, f"{_label(name, value)} ({numbers[value]})"


def _in_order(name: str, values: Mapping[str, int]) -> list[str]:
    if name == "kind":
        order = [*SearchKind.values, *values]
        return sorted(values, key=order.index)
    return sorted(values, reverse=name == "year")


def _label(name: str, value: str) -> str:
    if name == "kind" and value in SearchKind.values:
        return str(SearchKind(value).label)
    return value
