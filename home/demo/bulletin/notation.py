"""How the editions of the demo site are written down: an edition, its sections and their items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from home.demo.bulletin.front import ARCHIVE
from home.demo.demo_page import DemoPage, PageAt
from home.demo.writing import Block, block, picture, rich

__all__ = ["DemoEdition", "edition", "event", "funding", "item", "picture", "section", "text", "vacancy"]


@dataclass(frozen=True)
class DemoEdition:
    """`page` is how the edition reads today, `sent` the day it went out, `looked` up to when it told of news.

    `as_mailed` holds the fields that read otherwise in the mail, before a correction.
    """

    page: DemoPage
    sent: date | None = None
    looked: datetime | None = None
    as_mailed: Mapping[str, Any] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return self.page.slug


def edition(
    slug: str,
    title: str,
    *sections: Block,
    introduction: str,
    published: date,
    summary: str = "",
    preheader: str = "",
    changes: Sequence[tuple[date, str]] = (),
    state: str = "live",
    **fields: Any,
) -> DemoPage:
    """An edition as a page; `slug` begins with its year and month. `summary` is that of one without a preheader."""
    year, month, *_name = slug.split("-")
    return DemoPage(
        address=f"{ARCHIVE}{slug}/",
        model="bulletin.EditionPage",
        title=title,
        summary=preheader or summary,
        published=published,
        updated=changes[-1][0] if changes else None,
        changes=changes,
        state=state,
        fields={
            "month": date(int(year), int(month), 1),
            "introduction": rich(introduction),
            "sections": list(sections),
            "preheader": preheader,
            **fields,
        },
    )


def section(heading: str, *items: Block) -> Block:
    return block("section", {"heading": heading, "items": list(items)})


def item(
    kind: str,
    title: str,
    summary: str,
    to: str = "",
    link: str = "",
    drawing: tuple[str, str] = ("", ""),
    **facts: Any,
) -> Block:
    """`to` is "/contact/" or "https://…"; `link` are its words; a drawing has a name and a description."""
    value = {"title": title, "summary": _one_line(summary), "link_words": link, **facts}
    if to.startswith("/"):
        value["page"] = PageAt(to)
    elif to:
        value["address"] = to
    if drawing[0]:
        value["picture"] = picture(*drawing)
    return block(kind, value)


def event(title: str, day: str, time: str, place: str, summary: str, link: str = "") -> Block:
    """`day` is written as 2026-06-09; words for a link lead to the contact page."""
    return item("event", title, summary, "/contact/" if link else "", link, day=day, time=time, place=place)


def funding(title: str, deadline: str, summary: str, to: str, link: str = "") -> Block:
    return item("funding", title, summary, to, link, deadline=deadline)


def vacancy(title: str, employer: str, place: str, closes: str, to: str, summary: str = "") -> Block:
    return item("vacancy", title, summary, to, employer=employer, place=place, closes=closes)


def text(words: str) -> Block:
    return block("free_text", {"text": rich(words)})


def _one_line(words: str) -> str:
    return " ".join(words.split())
