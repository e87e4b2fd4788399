"""How each edition of the demo bulletin went out: frozen as it was mailed, with a row for each reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone

from bulletin.models import Delivery, EditionPage, Sending, Subscriber
from bulletin.render.message import freeze
from cms.mail.addresses import key_of
from home.demo.bulletin.notation import DemoEdition
from home.demo.bulletin.people import GONE, Person, people
from home.demo.bulletin.subscribers import confirmed_at, left_at

State = Delivery.State
SENT_AT = time(14)
PACE = timedelta(milliseconds=900)
# Of these nobody knows: the connection broke after the last byte. By the slug of the edition.
UNCERTAIN = {"2026-07": {29}}
SENT_ONCE_MORE = {"2026-07": {30}, "2026-09": {88, 89}}


def sent_at(demo: DemoEdition) -> datetime:
    return timezone.make_aware(datetime.combine(demo.sent, SENT_AT))


def make_sending(edition: EditionPage, demo: DemoEdition) -> Sending:
    """Freezes the edition as it stands and notes who approved it."""
    frozen, start = freeze(edition), sent_at(demo)
    moderator = get_user_model().objects.filter(username="sg-moderator").first()
    return Sending.objects.create(
        edition=edition,
        revision=edition.live_revision,
        state=Sending.State.SENT,
        audience_kind=edition.edition_kind,
        **frozen._asdict(),
        approved_by="SG Moderator",
        approved_at=start - timedelta(hours=2),
        queued_by=moderator,
        queued_at=start - timedelta(minutes=40),
        send_at=start,
        started_at=start,
        last_reply="250 2.0.0 Ok: queued",
    )


def make_deliveries(sendings: Mapping[str, Sending]) -> None:
    """A row for everybody who was a reader when a sending began. `sendings` are by the slug of the edition."""
    if not sendings:
        return
    rows = dict(Subscriber.objects.values_list("address_key", "pk"))
    crowd = [(person, key_of(person.email)) for person in people()]
    deliveries: list[Delivery] = []
    for slug, sending in sendings.items():
        own = list(_deliveries(slug, sending, crowd, rows, sendings))
        sending.audience = len(own)
        sending.ended_at = sending.last_reply_at = sending.started_at + PACE * (len(own) + 1)
        deliveries += own
    Delivery.objects.bulk_create(deliveries, batch_size=500)
    Sending.objects.bulk_update(sendings.values(), ["audience", "ended_at", "last_reply_at"])


def _deliveries(
    slug: str,
    sending: Sending,
    crowd: list[tuple[Person, str]],
    rows: Mapping[str, int],
    sendings: Mapping[str, Sending],
) -> Iterator[Delivery]:
    keeps_addresses = sending.started_at > timezone.now() - settings.DELIVERY_ADDRESSES_KEPT
    turn = sending.started_at
    for person, key in crowd:
        if not _is_in_audience(person, sending, sendings):
            continue
        turn += PACE
        row = rows.get(key)
        yield Delivery(
            sending=sending,
            subscriber_id=row,
            address=person.email if row and keeps_addresses else "",
            address_key=key,
            message_id=f"{slug}.{person.number + 1:03}@employability.example",
            not_before=sending.started_at,
            **_fate(person, slug, turn),
        )


def _is_in_audience(person: Person, sending: Sending, sendings: Mapping[str, Sending]) -> bool:
    confirmed, left = confirmed_at(person), left_at(person, sendings)
    wishes = person.wants_specials if sending.audience_kind == "special" else person.wants_monthly
    return (
        wishes
        and confirmed is not None
        and confirmed < sending.started_at
        and (left is None or left > sending.started_at)
    )


def _fate(person: Person, slug: str, turn: datetime) -> dict[str, object]:
    """What became of the mail to one person, as the relay told it."""
    last, end = GONE.get(person.number, ("", ""))
    if last == slug and end == "unknown":
        return {"state": State.FAILED, "reply_code": 550, "reply_text": "5.1.1 No such mailbox here"}
    if last == slug and end == "before its turn":
        return {"state": State.SKIPPED, "skip_reason": Delivery.Skip.LEFT}
    if person.number in UNCERTAIN.get(slug, ()):
        return {"state": State.UNCERTAIN, "was_uncertain": True}
    return {
        "state": State.SENT,
        "reply_code": 250,
        "reply_text": "2.0.0 Ok: queued",
        "sent_at": turn,
        "was_uncertain": person.number in SENT_ONCE_MORE.get(slug, ()),
    }
