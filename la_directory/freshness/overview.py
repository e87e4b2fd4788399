"""How fresh the entries of councils are: of one or of all, in the same number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Locale, PageQuerySet

from la_directory.freshness.stamp import Stamp, State, stamps_of
from la_directory.models import ContactPage, CouncilPage, LocalServicePage
from la_directory.models.place_on_council_page import CouncilRecord

# For more councils than this, their entries are picked out of those of all.
FEW = 4
WORST_FIRST = (State.UNCHECKED, State.STALE, State.DUE, State.FRESH)


@dataclass(frozen=True)
class Entry:
    """A live contact or service with its stamp and what that means today."""

    record: CouncilRecord
    stamp: Stamp
    state: State

    @property
    def is_due(self) -> bool:
        """Whether the council is asked to look at it."""
        return self.state is not State.FRESH

    @property
    def words(self) -> str:
        """What its council is told of its state."""
        if self.state is State.UNCHECKED:
            return _("Not checked yet.")
        dates = {
            "checked": date_format(self.stamp.checked_on, "j E Y"),
            "until": date_format(self.stamp.holds_until, "j E Y"),
        }
        if self.state is State.STALE:
            return _("Last checked %(checked)s. Readers are warned that it may be out of date.") % dates
        return _("Last checked %(checked)s, which holds until %(until)s.") % dates


@dataclass(frozen=True)
class Freshness:
    """The entries of one council: contacts first, then services, each in the order of its editors."""

    council: CouncilPage
    entries: tuple[Entry, ...]

    @property
    def due(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.is_due]

    @property
    def state(self) -> State | None:
        """The worst of its entries; None where there is no entry."""
        states = {entry.state for entry in self.entries}
        return next((state for state in WORST_FIRST if state in states), None)

    @property
    def oldest_check(self) -> date | None:
        return min((entry.stamp.checked_on for entry in self.entries if entry.stamp.checked_on), default=None)

    def number(self, *states: State) -> int:
        return sum(entry.state in states for entry in self.entries)


def kept_councils() -> PageQuerySet[CouncilPage]:
    """The councils whose entries are kept fresh: live ones in the language in which facts are written."""
    return CouncilPage.objects.live().filter(alias_of=None, locale=Locale.get_default())


def freshness_of(councils: Iterable[CouncilPage], today: date | None = None) -> dict[int, Freshness]:
    """The freshness of each council by its primary key."""
    councils = list(councils)
    today = today or timezone.localdate()
    contacts = _by_council(councils, ContactPage.objects.all())
    services = _by_council(councils, LocalServicePage.objects.with_terms())
    records = {council.pk: contacts[council.pk] + services[council.pk] for council in councils}
    stamps = stamps_of(record for of_council in records.values() for record in of_council)
    return {
        council.pk: Freshness(
            council,
            tuple(
                Entry(record, stamp := stamps[record.translation_key], stamp.state(today))
                for record in records[council.pk]
            ),
        )
        for council in councils
    }


def councils_by_state(
    councils: Iterable[CouncilPage] | None = None, today: date | None = None
) -> dict[int, State]:
    """The worst state of each council by its primary key; one without entries is left out."""
    found = freshness_of(kept_councils() if councils is None else councils, today)
    return {key: freshness.state for key, freshness in found.items() if freshness.state}


def _by_council(councils: list[CouncilPage], records: PageQuerySet) -> dict[int, list[CouncilRecord]]:
    """Live records by council. An alias is left out: whoever keeps its source keeps it."""
    records = records.live().filter(alias_of=None).order_by("sort_order", "path")
    if len(councils) <= FEW:
        below = (Q(path__startswith=council.path) for council in councils)
        records = records.filter(reduce(or_, below, Q(pk=None)))
    by_path = {council.path: council for council in councils}
    lengths = {len(path) for path in by_path}
    found: dict[int, list[CouncilRecord]] = defaultdict(list)
    for record in records:
        for length in lengths:
            if council := by_path.get(record.path[:length]):
                record.council = council  # known, so it is not asked for again
                found[council.pk].append(record)
    return found
