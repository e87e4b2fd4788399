"""What the demo site knows about one of its pages, before there is a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

State = Literal["live", "draft", "waiting", "scheduled"]


@dataclass(frozen=True)
class To:
    """Where a link leads: "/contact/", "document:delivery-plan-pdf" or "https://www.gov.scot/"."""

    target: str


@dataclass(frozen=True)
class Picture:
    """A drawing, by its name in drawings.DRAWINGS."""

    name: str


@dataclass(frozen=True)
class File:
    """A document, by its name in documents.DOCUMENTS."""

    name: str


@dataclass(frozen=True)
class Statements:
    """The set of “We are” statements that the home page and the policy page share."""


@dataclass(frozen=True)
class PageAt:
    """A page where a field takes the page itself."""

    address: str


@dataclass(frozen=True)
class DemoPage:
    """A page as data. `published` and `updated` are the days its history will show.

    `related` are targets, or (title, target) where the target is no page; `changes` are public notes with
    their days; `fields` are further fields of the model, with texts that
    may hold links written as [[/contact/|words]].
    """

    address: str
    model: str
    title: str
    summary: str
    published: date
    updated: date | None = None
    in_menu: bool = False
    fields: Mapping[str, Any] = field(default_factory=dict)
    related: Sequence[str | tuple[str, str]] = ()
    changes: Sequence[tuple[date, str]] = ()
    state: State = "live"

    @property
    def parent_address(self) -> str | None:
        """None for the home page."""
        if self.address == "/":
            return None
        return self.address.rstrip("/").rpartition("/")[0] + "/"

    @property
    def slug(self) -> str:
        return self.address.strip("/").rpartition("/")[2] or "home"
