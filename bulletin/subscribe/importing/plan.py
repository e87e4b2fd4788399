"""What an import would do, and doing it: all good rows in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from datetime import time as clock_time
from itertools import islice
from typing import BinaryIO

from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletin.models import ConsentEvent, Subscriber, Suppression
from bulletin.subscribe.exporting import IMPORTED, note
from bulletin.subscribe.importing.reading import CannotRead, Problem, rows_of
from bulletin.subscribe.importing.rows import Row
from cms.pages.feedback.masking import masked

BATCH = 500
MOST_KEPT = 10_000
Told = Callable[[int], None]
State = Subscriber.State


@dataclass
class Outcome:
    """Numbers of rows. `problems` holds the first of those that were refused, `refused` counts them all."""

    good: int = 0
    imported: int = 0
    suppressed: int = 0
    subscribed: int = 0
    twice: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)


class BadRows(Exception):
    """Some rows were refused, so nothing was written."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.refused)
        self.outcome = outcome


def import_list(
    file: BinaryIO,
    name: str,
    *,
    is_dry: bool = False,
    skips_bad_rows: bool = False,
    told: Told = lambda number: None,
    by: AbstractUser | None = None,
) -> Outcome:
    """Raises CannotRead or BadRows, and then nothing is written; `told` hears of each row that was looked at.

    The file is read twice: first all of it is judged, then the transaction is opened. The log of the site
    names the person in the same transaction.
    """
    outcome = _judged(file, told)
    if outcome.refused and not skips_bad_rows and not is_dry:
        raise BadRows(outcome)
    seen: set[bytes] = set()
    try:
        with transaction.atomic():
            for batch in _batches(_good_rows(file)):
                _take(_first_ones(batch, seen), masked(name), outcome, is_dry)
            if not is_dry:
                note(IMPORTED, outcome.imported, by)
    except IntegrityError:
        raise CannotRead(_("somebody signed up at the same moment; import it again")) from None
    outcome.twice = outcome.good - len(seen)
    return outcome


def _judged(file: BinaryIO, told: Told) -> Outcome:
    outcome = Outcome()
    for number, row in enumerate(rows_of(file), start=1):
        told(number)
        if isinstance(row, Row):
            outcome.good += 1
        else:
            outcome.refused += 1
            if len(outcome.problems) < MOST_KEPT:
                outcome.problems.append(row)
    return outcome


def _good_rows(file: BinaryIO) -> Iterator[Row]:
    return (row for row in rows_of(file) if isinstance(row, Row))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _first_ones(batch: list[Row], seen: set[bytes]) -> dict[str, Row]:
    """The rows by key whose address has not come before; half a key is enough to tell them apart."""
    first: dict[str, Row] = {}
    for row in batch:
        short = bytes.fromhex(row.address_key[:32])
        if short not in seen:
            seen.add(short)
            first[row.address_key] = row
    return first


def _take(first: dict[str, Row], name: str, outcome: Outcome, is_dry: bool) -> None:
    people = Subscriber.objects.select_for_update().filter(address_key__in=first).order_by("pk")
    known = {one.address_key: one for one in people}
    barred = set(Suppression.objects.filter(address_key__in=first).values_list("address_key", flat=True))
    new: list[Row] = []
    for key, row in first.items():
        if key in barred:
            outcome.suppressed += 1
        elif key in known and known[key].state != State.WAITING:
            outcome.subscribed += 1
        else:
            new.append(row)
    outcome.imported += len(new)
    if not is_dry:
        _write([row for row in new if row.address_key not in known], name)
        for row in new:
            if row.address_key in known:
                _confirm(known[row.address_key], row, name)


def _write(rows: list[Row], name: str) -> None:
    people = Subscriber.objects.bulk_create(
        Subscriber(
            email=row.email,
            address_key=row.address_key,
            name=row.name,
            state=State.ACTIVE,
            wants_monthly=row.wants_monthly,
            wants_specials=row.wants_specials,
            language=row.language,
            source=row.source,
            asked_at=_moment(row),
            confirmed_at=_moment(row),
        )
        for row in rows
    )
    ConsentEvent.objects.bulk_create(
        _event(person, row, name) for person, row in zip(people, rows, strict=True)
    )


def _confirm(person: Subscriber, row: Row, name: str) -> None:
    """Who asked on the site and has not confirmed, but agreed elsewhere. Their own later choice counts."""
    person.state, person.confirmed_at = State.ACTIVE, _moment(row)
    person.name, person.source = person.name or row.name, row.source
    person.save(update_fields=["state", "confirmed_at", "name", "source"])
    _event(person, row, name).save()


def _event(person: Subscriber, row: Row, name: str) -> ConsentEvent:
    """The day of the consent stands in words: the event itself happens now."""
    source = f"{row.consented_on.isoformat()}, {row.source} ({name})"
    return ConsentEvent(
        subscriber=person,
        address_key=row.address_key,
        kind=ConsentEvent.Kind.IMPORTED,
        source=source[:200],
    )


def _moment(row: Row) -> datetime:
    return timezone.make_aware(datetime.combine(row.consented_on, clock_time(12)))
