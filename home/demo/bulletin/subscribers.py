"""Loads the readers of the demo bulletin with the history of their consent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.utils import timezone

from bulletin.models import ConsentEvent, Sending, Subscriber, Suppression
from bulletin.subscribe.words import VERSION
from cms.mail.addresses import key_of
from home.demo.bulletin.people import GONE, LEFT_LATELY, WAITING, End, Person, people
from home.demo.history import at_ten

Kind = ConsentEvent.Kind
State = Subscriber.State
BY_LINK = "/bulletin-mail/leave/"
# What ended it, and why the address gets nothing since.
ENDS: Mapping[End, tuple[str, str, str]] = {
    "left": (Kind.UNSUBSCRIBED, Suppression.Reason.LEFT, ""),
    "before its turn": (Kind.UNSUBSCRIBED, Suppression.Reason.LEFT, ""),
    "unknown": (Kind.BOUNCED, Suppression.Reason.UNKNOWN_MAILBOX, "550 5.1.1 No such mailbox here"),
    "complained": (Kind.COMPLAINED, Suppression.Reason.COMPLAINED, "Abuse report from the provider"),
}


def confirmed_at(person: Person) -> datetime | None:
    """None for one who waits."""
    if person.number in WAITING:
        return None
    return asked_at(person) + (
        timedelta() if person.is_from_old_list else timedelta(minutes=3 + person.number % 50)
    )


def asked_at(person: Person) -> datetime:
    if person.number in WAITING:
        return timezone.now() - timedelta(days=WAITING[person.number], hours=1)
    return at_ten(person.joined) + timedelta(minutes=person.number * 17 % 420)


def left_at(person: Person, sendings: Mapping[str, Sending]) -> datetime | None:
    """None for one who is still there."""
    if person.number in LEFT_LATELY:
        return timezone.now() - timedelta(days=LEFT_LATELY[person.number], hours=2)
    if person.number not in GONE:
        return None
    slug, end = GONE[person.number]
    start = sendings[slug].started_at
    if end == "before its turn":
        return start + timedelta(seconds=20)
    return start + (timedelta(seconds=45) if end == "unknown" else timedelta(hours=2 + person.number))


def load_people(sendings: Mapping[str, Sending]) -> int:
    """Adds those that the site has never heard of, and says how many. `sendings` are by the slug of the edition."""
    keys = {person.number: key_of(person.email) for person in people()}
    known = set(
        ConsentEvent.objects.filter(address_key__in=keys.values()).values_list("address_key", flat=True)
    )
    new = [person for person in people() if keys[person.number] not in known]
    rows = {
        person.number: row
        for person, row in zip(
            new, [_row(person, keys[person.number], sendings) for person in new], strict=True
        )
        if person.number not in GONE
    }
    Subscriber.objects.bulk_create(rows.values())
    events = [event for person in new for event in _events(person, keys[person.number], rows, sendings)]
    ConsentEvent.objects.bulk_create(sorted(events, key=lambda event: event.happened_at))
    suppressions = [_suppression(person, keys[person.number], sendings) for person in new]
    Suppression.objects.bulk_create((each for each in suppressions if each), ignore_conflicts=True)
    return len(rows)


def _row(person: Person, key: str, sendings: Mapping[str, Sending]) -> Subscriber:
    is_waiting, left = person.number in WAITING, left_at(person, sendings)
    return Subscriber(
        email=person.email,
        address_key=key,
        name=person.name,
        state=State.WAITING if is_waiting else State.LEFT if left else State.ACTIVE,
        wants_monthly=person.wants_monthly,
        wants_specials=person.wants_specials,
        language=person.language,
        source=person.source,
        asked_at=asked_at(person),
        confirmed_at=confirmed_at(person),
        left_at=left,
    )


def _events(
    person: Person, key: str, rows: Mapping[int, Subscriber], sendings: Mapping[str, Sending]
) -> Iterator[ConsentEvent]:
    own = {"subscriber": rows.get(person.number), "address_key": key}
    confirmed, left = confirmed_at(person), left_at(person, sendings)
    if person.is_from_old_list:
        yield ConsentEvent(**own, kind=Kind.IMPORTED, happened_at=asked_at(person), source=person.source)
    else:
        shown = {"words_version": VERSION, "source": person.source}
        yield ConsentEvent(**own, **shown, kind=Kind.REQUESTED, happened_at=asked_at(person))
        if confirmed:
            yield ConsentEvent(**own, **shown, kind=Kind.CONFIRMED, happened_at=confirmed)
    if left:
        slug, end = GONE.get(person.number, ("2026-10", "left"))
        yield ConsentEvent(
            **own,
            kind=ENDS[end][0],
            happened_at=left,
            source="" if end == "unknown" else BY_LINK,
            sending=sendings.get(slug),
        )


def _suppression(person: Person, key: str, sendings: Mapping[str, Sending]) -> Suppression | None:
    left = left_at(person, sendings)
    if left is None:
        return None
    _slug, end = GONE.get(person.number, ("", "left"))
    _kind, reason, words = ENDS[end]
    return Suppression(address_key=key, reason=reason, made_at=left, words=words)
