"""From a piece of news to an item of an edition, and the section where it belongs."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Page

from bulletin.blocks.items import LONGEST_SUMMARY, LONGEST_TITLE
from cms.pages.whats_new import News, NewsKind

# As stored: {"id", "type", "value"}.
Stored = dict[str, Any]

ITEM_TYPES = {
    NewsKind.UPDATE: "story",
    NewsKind.PUBLICATION: "publication",
    NewsKind.PRODUCT: "handbook_change",
    NewsKind.MILESTONE: "handbook_change",
    NewsKind.COUNCIL: "council_news",
    NewsKind.CASE_STUDY: "case_study",
}


def heading_of(kind: NewsKind) -> str:
    """The heading of the section that an edition begins with for this kind."""
    return {
        NewsKind.UPDATE: _("News"),
        NewsKind.PUBLICATION: _("Publications"),
        NewsKind.PRODUCT: _("The National Products Handbook"),
        NewsKind.MILESTONE: _("The National Products Handbook"),
        NewsKind.COUNCIL: _("From the councils"),
        NewsKind.CASE_STUDY: _("Case studies"),
    }[kind]


def add_to(sections: list[Stored], news: list[News]) -> None:
    """Puts an item for each piece of news at the end of a fitting section, or in a new one at the end."""
    for each in news:
        _section_for(sections, each.kind)["value"]["items"].append(_item(each))


def _section_for(sections: list[Stored], kind: NewsKind) -> Stored:
    """The section with the usual heading, else the last that holds such items, else a new one."""
    heading, item_type = heading_of(kind), ITEM_TYPES[kind]
    for section in sections:
        section["value"]["items"] = section["value"].get("items") or []
        if (section["value"].get("heading") or "").strip().casefold() == heading.casefold():
            return section
    for section in reversed(sections):
        if any(item["type"] == item_type for item in section["value"]["items"]):
            return section
    sections.append(_stored("section", {"heading": heading, "items": []}))
    return sections[-1]


def _item(news: News) -> Stored:
    facts = {
        "page": news.page.pk if news.page else None,
        "title": short_title(news.title),
        "summary": short_summary(news.summary),
        "picture": leading_picture(news.page) if news.page else None,
        "source": news.key,
        "source_at": news.moment.isoformat(),
    }
    return _stored(ITEM_TYPES[news.kind], {name: value for name, value in facts.items() if value is not None})


def _stored(block_type: str, value: dict[str, Any]) -> Stored:
    return {"type": block_type, "value": value, "id": str(uuid.uuid4())}


def short_title(title: str) -> str:
    return Truncator(title).chars(LONGEST_TITLE)


def short_summary(summary: str) -> str:
    return Truncator(" ".join(summary.split())).chars(LONGEST_SUMMARY)


def leading_picture(page: Page) -> dict[str, Any] | None:
    """The picture that a type of page offers for those who tell of it, as it is stored."""
    return getattr(page, "leading_picture", None)
