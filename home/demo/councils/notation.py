"""How the councils of the demo site are written down: a council, its contacts and its services."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from home.demo.demo_page import PageAt
from home.demo.handbook.front import PRODUCTS
from home.demo.writing import Block, rich

WITH_THE_COUNCIL = -1
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TIMES = re.compile(r"(?P<first>\w{3})(?:-(?P<last>\w{3}))? (?P<opens>[\d:]+)-(?P<closes>[\d:]+)")


@dataclass(frozen=True)
class DemoRecord:
    """A contact or a service.

    `checked` counts days before the demo site is loaded; None: never checked.
    """

    title: str
    fields: Mapping[str, Any]
    checked: int | None = WITH_THE_COUNCIL


@dataclass(frozen=True)
class DemoCouncil:
    """What a council says of itself; `places` are parted by commas.

    `checked` holds for those of its records that say nothing else.
    """

    code: str
    introduction: str
    places: str
    partnership: str
    switchboard: str
    contacts: Sequence[DemoRecord]
    services: Sequence[DemoRecord]
    checked: int | None
    plan: tuple[int, int] | None = None
    has_mailbox: bool = True
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def own_fields(self) -> dict[str, Any]:
        """Values for the fields of its page."""
        first, last = self.plan or (None, None)
        return {
            "introduction": rich(self.introduction),
            "places": "\n".join(place.strip() for place in self.places.split(",")),
            "partnership_name": self.partnership,
            "switchboard": self.switchboard,
            "plan_from": first,
            "plan_until": last,
            **self.fields,
        }

    @property
    def team_mailbox(self) -> str:
        """Where reminders go: the address of the team that people call."""
        return self.contacts[0].fields["email"] if self.has_mailbox else ""

    def days_since_check(self, record: DemoRecord) -> int | None:
        return self.checked if record.checked == WITH_THE_COUNCIL else record.checked


@dataclass(frozen=True)
class DemoCaseStudy:
    """A case study; `contact` is the title of a contact of the same council."""

    council: str
    title: str
    summary: str
    published: date
    contact: str
    fields: Mapping[str, Any]


def hours(text: str) -> list[Block]:
    """Opening hours from "Mon-Thu 9:00-17:00, Fri 9:00-15:30"."""
    return [{"type": "hours", "value": _days_and_times(part.strip())} for part in text.split(",")]


def _days_and_times(text: str) -> dict[str, Any]:
    found = TIMES.fullmatch(text)
    if found is None:
        raise ValueError(f"These are no opening hours: {text}")
    first = DAYS.index(found["first"])
    last = DAYS.index(found["last"] or found["first"])
    return {
        "days": [str(day) for day in range(first, last + 1)],
        "opens": f"{found['opens']:0>5}",
        "closes": f"{found['closes']:0>5}",
    }


def _contact(
    for_whom: str,
    title: str,
    telephone: str = "",
    *,
    times: str = "",
    checked: int | None = WITH_THE_COUNCIL,
    **further: Any,
) -> DemoRecord:
    fields = {"for_whom": for_whom, "telephone": telephone, **further}
    if times:
        fields["opening_hours"] = hours(times)
    return DemoRecord(title, fields, checked)


people = partial(_contact, "people")
employers = partial(_contact, "employers")
partners = partial(_contact, "partners")
lead = partial(_contact, "lead")


def service(
    title: str,
    kind: str,
    summary: str,
    *,
    groups: Sequence[str] = (),
    how: str = "",
    access: str = "",
    products: Sequence[str] = (),
    cost: str = "Free",
    checked: int | None = WITH_THE_COUNCIL,
    **further: Any,
) -> DemoRecord:
    """`kind` and `groups` are names of the vocabularies; `products` are slugs of the handbook."""
    fields = {
        "kind": kind,
        "summary": _one_line(summary),
        "client_groups": list(groups),
        "how_to_get_in": _one_line(how),
        "accessibility": _one_line(access),
        "products": [PageAt(f"{PRODUCTS}{slug}/") for slug in products],
        "cost": cost,
        **further,
    }
    return DemoRecord(title, fields, checked)


def case_study(
    council: str,
    title: str,
    summary: str,
    *,
    published: date,
    contact: str,
    theme: str,
    audiences: Sequence[str],
    done: str,
    changed: str,
    quotation: str,
    quoted: str,
    products: Sequence[str] = (),
    picture: Mapping[str, Any] | None = None,
) -> DemoCaseStudy:
    """`picture` is the value of an image block; `theme` and `audiences` are names of the vocabularies."""
    fields = {
        "theme": theme,
        "audiences": list(audiences),
        "products": [PageAt(f"{PRODUCTS}{slug}/") for slug in products],
        "picture": [picture] if picture else [],
        "what_was_done": rich(done),
        "what_changed": rich(changed),
        "quotation": _one_line(quotation),
        "quoted": quoted,
    }
    return DemoCaseStudy(council, title, _one_line(summary), published, contact, fields)


def _one_line(text: str) -> str:
    return " ".join(text.split())
