"""Random handbooks of the content that editors can write, for tests by hypothesis."""

from __future__ import annotations

from datetime import date
from html import escape

from hypothesis import strategies as st

from cms.partial_dates.value import LATEST_STATISTICS, ONGOING, PartialDate
from resources.handbook.content import (
    Category,
    FurtherResource,
    Handbook,
    Link,
    Milestone,
    Note,
    Passage,
    Product,
    Section,
)
from resources.handbook.markup import tidied

# What an import may not take for a mark, a number or a bullet stands first in every line.
FIRST = "abcdefghijéłß日"
LATER = FIRST + "ABZ0189.,;:!?'\"&<>()[]{}–—…£€%#@/\\_~+*=|’“”"


def lines(most_words: int = 5) -> st.SearchStrategy[str]:
    """Words with one space between them."""
    first = st.builds("".join, st.tuples(st.sampled_from(FIRST), st.text(LATER, max_size=8)))
    later = st.lists(st.text(LATER, min_size=1, max_size=9), max_size=most_words - 1)
    return st.builds(lambda start, more: " ".join([start, *more]), first, later)


def addresses() -> st.SearchStrategy[str]:
    ends = st.text("abcdefg0123456789-_/?=&%.", max_size=12)
    return st.builds("https://example.org/{}x".format, ends)


def dates() -> st.SearchStrategy[PartialDate]:
    years, days = st.integers(1999, 2030), st.dates(date(1999, 1, 1), date(2030, 12, 31))
    seasons = st.sampled_from(["spring", "summer", "autumn", "winter"])
    return st.one_of(
        days.map(PartialDate.on_day),
        st.builds(PartialDate.in_month, years, st.integers(1, 12)),
        st.builds(PartialDate.in_season, years, seasons),
        years.map(PartialDate.in_year),
        st.sampled_from([ONGOING, LATEST_STATISTICS]),
    )


@st.composite
def inline(draw: st.DrawFn) -> str:
    """Words with looks and links, with plain words between them, so that there is one way to write it."""
    parts: list[str] = []
    for place in range(draw(st.integers(1, 4))):
        made = escape(draw(lines(3)), quote=False)
        if draw(st.integers(0, 9)) == 0:
            made += f"<br/>{escape(draw(lines(2)), quote=False)}"
        if place % 2:
            made = f" {made} " if draw(st.booleans()) else made
        else:
            for element in ("sup", "i", "b"):
                made = f"<{element}>{made}</{element}>" if draw(st.booleans()) else made
            url = draw(st.just("") | addresses())
            made = f'<a href="{escape(url)}">{made}</a>' if url else made
        parts.append(made)
    return "".join(parts).strip()


@st.composite
def item_lists(draw: st.DrawFn, depth: int = 0) -> str:
    kind = draw(st.sampled_from(["ul", "ol"]))
    items = []
    for _item in range(draw(st.integers(1, 3))):
        inner = draw(item_lists(depth + 1)) if depth < 3 and draw(st.integers(0, 3)) == 0 else ""
        items.append(f"<li>{draw(inline())}{inner}</li>")
    return f"<{kind}>{''.join(items)}</{kind}>"


@st.composite
def passages(draw: st.DrawFn, *, headings: bool = False, most: int = 4) -> Passage:
    parts: list[str] = []
    has_second_level = False
    for _part in range(draw(st.integers(0, most))):
        kind = draw(st.sampled_from(["p", "p", "list", *(["h3", "h4"] if headings else [])]))
        if kind == "list" and not (parts and parts[-1].endswith(("</ul>", "</ol>"))):
            parts.append(draw(item_lists()))
        elif kind == "h3" or (kind == "h4" and has_second_level):
            has_second_level = True
            parts.append(f"<{kind}>{escape(draw(lines()), quote=False)}</{kind}>")
        else:
            parts.append(f"<p>{draw(inline())}</p>")
    return Passage(tidied("".join(parts)))


def links() -> st.SearchStrategy[Link]:
    return st.builds(Link, lines(), addresses())


@st.composite
def products(draw: st.DrawFn, name: str) -> Product:
    more = draw(st.lists(links(), max_size=2))
    return Product(
        id=name,
        name=name,
        url=draw(addresses()),
        published=draw(st.one_of(st.none(), dates())),
        what=draw(passages(most=2)),
        made_by=draw(passages(most=2)),
        used_by=draw(passages(most=2)),
        usage=draw(passages(most=2)),
        rhythm=draw(st.sampled_from(["", "Updated twice a year", "every month"])),
        status=draw(st.sampled_from(["current", "under_review", "replaced"])),
        links=(Link(name, draw(addresses())), *more) if draw(st.booleans()) else (),
    )


@st.composite
def books(draw: st.DrawFn) -> Handbook:
    names = draw(st.lists(lines(3), unique_by=str.casefold, min_size=1, max_size=5))
    parts = draw(st.lists(lines(2), unique_by=str.casefold, min_size=1, max_size=len(names)))
    made = [draw(products(name)) for name in names]
    shown = ["products", *draw(st.lists(st.just(""), max_size=2)), "diagram"]
    return Handbook(
        id="handbook",
        language="en",
        title="Products Handbook",
        url="https://example.org/handbook/",
        published=draw(st.one_of(st.none(), dates())),
        summary=draw(st.one_of(st.just(""), lines())),
        changed_on="2025-01-15",
        ambition=draw(lines()),
        sections=tuple(
            Section(f"s{number}", number, draw(lines()), draw(passages(headings=True)), shows)
            for number, shows in enumerate(draw(st.permutations(shown)), start=1)
        ),
        categories=tuple(
            Category(name, name, tuple(made[place :: len(parts)])) for place, name in enumerate(parts)
        ),
        timeline_introduction=draw(passages(headings=True, most=2)),
        timeline_notes=tuple(
            Note(mark, Passage(f"<p>{draw(inline())}</p>"))
            for mark in draw(st.lists(st.sampled_from(["*", "**", "†"]), unique=True, max_size=2))
        ),
        milestones=tuple(
            Milestone(
                f"m{number}",
                draw(dates()),
                draw(lines()).rstrip(" *"),  # an asterisk at the end is a note's mark
                draw(passages(most=2)),
                draw(st.one_of(st.none(), links())),
                draw(st.sampled_from(["", "*", "†"])),
                draw(st.one_of(st.none(), links())),
            )
            for number in range(draw(st.integers(0, 3)))
        ),
        resources_introduction=draw(passages(headings=True, most=2)),
        further_resources=tuple(
            FurtherResource(
                f"r{number}", draw(lines(2)), draw(st.none() | dates()), draw(lines()), draw(addresses())
            )
            for number in range(draw(st.integers(0, 3)))
        ),
    )
