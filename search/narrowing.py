"""Narrowing what was found, and how much there would be for each value of a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

from cms.pages.search_entries import SearchKind
from search.forms import FILTERS
from search.match import Match

READ = {
    "kind": attrgetter("kind"),
    "council": attrgetter("council"),
    "audience": attrgetter("audiences"),
    "year": attrgetter("day"),
}


def narrowed(found: list[Match], wanted: Mapping[str, str], besides: str = "") -> list[Match]:
    """Those that fit all filters, or all but one. A value that nothing has fits nothing."""
    for name, value in wanted.items():
        if value and name != besides:
            found = [match for match in found if value in _values(name, READ[name](match))]
    return found


def _values(name: str, has: Any) -> tuple[str, ...]:
    """What a filter may ask for, of what a match has."""
    if not has:
        return ()
    if name == "year":
        return (str(has.year),)
    return has if name == "audience" else (has,)


def choices(found: list[Match], wanted: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Filter -> values with words and number, as they would be with the other filters as they are.

    A value that is chosen is there also where nothing has it, so that it can be taken back.
    """
    return {name: list(_choices(found, wanted, name)) for name in FILTERS}


def _choices(found: list[Match], wanted: Mapping[str, str], name: str) -> Iterator[tuple[str, str]]:
    some = narrowed(found, wanted, besides=name)
    numbers: Counter[str] = Counter()
    for has, number in Counter(map(READ[name], some)).items():
        numbers.update(dict.fromkeys(_values(name, has), number))
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
