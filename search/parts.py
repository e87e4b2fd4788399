"""Parts of a page that are found by themselves, and the page on which they stand.

The address of a part is that of its page, with the name of the place behind a #.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from search.match import Match
from search.models import Entry

PAGE_OF_PART = 0.15  # by which a page is worth less than the best of its parts
LOOKED_AT = 50  # parts, the best ones
OF_ONE_PAGE = 4  # entries: the page and three of its parts, say
CROWDED = 0.2  # by which each further one is worth less
SAME_HEADING = 0.1  # by which each further one is worth less

Worths = list[tuple[Match, float]]  # of entries, in any order


def with_their_pages(worths: Worths, language: str) -> Worths:
    """A page is worth nearly as much as the best of its parts, also where its own words do not fit."""
    best: dict[str, float] = {}
    for match, worth in _in_order(worth for worth in worths if "#" in worth[0].address)[:LOOKED_AT]:
        best.setdefault(_page_of(match), worth - PAGE_OF_PART)
    raised = [(match, max(worth, best.pop(match.address, worth))) for match, worth in worths]
    return [*raised, *((page, best[page.address]) for page in _pages(list(best), language))]


def without_crowds(worths: Worths) -> list[Match]:
    """The best first. Parts of one page, or namesakes, do not fill the list where others fit as well."""
    of_page: Counter[str] = Counter()
    of_heading: Counter[str] = Counter()
    less = []
    for match, worth in _in_order(worths):
        page = _page_of(match)
        of_page[page] += 1
        crowded = CROWDED * max(of_page[page] - OF_ONE_PAGE, 0) + SAME_HEADING * of_heading[match.heading]
        of_heading[match.heading] += 1
        less.append((match, worth - crowded))
    return [match for match, _worth in _in_order(less)]


def _in_order(worths: Iterable[tuple[Match, float]]) -> Worths:
    return sorted(worths, key=lambda pair: pair[1], reverse=True)


def _page_of(match: Match) -> str:
    return match.address.partition("#")[0]


def _pages(addresses: list[str], language: str) -> list[Match]:
    if not addresses:
        return []
    names = [name for name in Match._fields if name != "score"]
    entries = Entry.objects.filter(address__in=addresses, language=language)
    pages = (Match(*row, score=0.0) for row in entries.values_list(*names))
    return [page._replace(audiences=tuple(page.audiences)) for page in pages]
