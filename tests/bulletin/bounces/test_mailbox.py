"""The mailbox of bounces: what counts, what does not, and that nothing counts twice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from bulletin import bounces
from bulletin.bounces.mailbox import read_bounces
from bulletin.bounces.messages import reports_in
from bulletin.models import ConsentEvent, Delivery, Subscriber, Suppression
from bulletin.subscribe.links import unsubscribe_url
from cms.mail.addresses import key_of
from tests.bulletin.bounces.reports import DSN, complaint, dsn
from tests.bulletin.send import post_room
from tests.bulletin.subscribe.reader import Reader

pytestmark = pytest.mark.django_db


def reason(delivery: Delivery) -> str | None:
    found = Suppression.objects.filter(address_key=delivery.address_key).first()
    return found.reason if found else None


def put(maildir: Path, content: bytes, name: str = "1.a", folder: str = "new") -> Path:
    path = maildir / folder / name
    path.write_bytes(content)
    return path


def test_an_unknown_mailbox_gets_no_more_mail(mailed: Delivery, maildir: Path) -> None:
    path = put(maildir, dsn(mailed.address, mailed.message_id))
    assert read_bounces() == 1
    assert reason(mailed) == Suppression.Reason.UNKNOWN_MAILBOX
    person = Subscriber.objects.get(pk=mailed.subscriber_id)
    assert person.state == Subscriber.State.LEFT
    event = person.consent_events.last()
    assert (event.kind, event.sending) == (ConsentEvent.Kind.BOUNCED, mailed.sending)
    assert not path.exists() and (maildir / "cur/1.a:2,S").exists()


def test_nothing_counts_twice(mailed: Delivery, maildir: Path) -> None:
    content = dsn(mailed.address, mailed.message_id)
    put(maildir, content)
    assert read_bounces() == 1 and read_bounces() == 0
    Suppression.objects.all().delete()
    put(maildir, content, "2.b")
    assert read_bounces() == 0 and reason(mailed) is None


@pytest.mark.parametrize(
    ("status", "words", "expected"),
    [
        ("5.1.1", "550 no such user", "unknown"),
        ("5.1.10", "556 null MX", "unknown"),
        ("5.0.0", "550 5.1.1 no such user", "unknown"),
        ("5.4.4", "host not found", "bounced"),
        ("5.2.1", "mailbox disabled", "bounced"),
        ("5.2.2", "mailbox full", None),
        ("5.7.1", "550 5.7.1 content refused", None),
        ("4.4.7", "delivery time expired", None),
        ("2.1.5", "delivered", None),
        ("five", "", None),
    ],
)
def test_only_what_speaks_of_the_address_for_good_counts(mailed, maildir, status, words, expected) -> None:
    put(maildir, dsn(mailed.address, mailed.message_id, status=status, words=words))
    read_bounces()
    assert reason(mailed) == expected


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded", ""])
def test_a_report_that_is_no_failure_does_not_count(mailed, maildir, action: str) -> None:
    put(maildir, dsn(mailed.address, mailed.message_id, action=action))
    assert read_bounces() == 0


def test_a_mail_that_was_forwarded_counts_for_the_address_we_wrote_to(mailed, maildir) -> None:
    put(maildir, dsn("ann@elsewhere.example", mailed.message_id, kind="text/rfc822-headers"))
    assert read_bounces() == 1
    assert reason(mailed) == "unknown"
    assert not Suppression.objects.filter(address_key=key_of("ann@elsewhere.example")).exists()


def test_an_address_alone_is_no_proof_that_we_wrote_to_it(mailed, maildir) -> None:
    put(maildir, dsn(mailed.address))
    assert read_bounces() == 0 and reason(mailed) is None


def test_a_mail_that_a_relay_has_renamed_is_known_by_its_link_for_leaving(mailed, maildir) -> None:
    link = unsubscribe_url(mailed.address_key, mailed.sending_id)
    forged = link.replace(mailed.address_key, key_of("ben@provider.example"))
    put(maildir, dsn(mailed.address, "<renamed@relay.example>", leaving=forged), "1.forged")
    assert read_bounces() == 0
    put(maildir, dsn("ann@elsewhere.example", "<renamed@relay.example>", leaving=link), "2.real")
    assert read_bounces() == 1 and reason(mailed) == "unknown"


def test_nobody_makes_the_name_of_another_mail_from_their_own(demo_site, maildir) -> None:
    ann, ben = post_room.subscribers(2)
    sent = post_room.started()
    sent.deliveries.update(state=Delivery.State.SENT, sent_at=timezone.now())
    own = sent.deliveries.get(subscriber=ann).message_id
    put(maildir, dsn("nobody@evil.example", own.replace(f".{ann.pk}@", f".{ben.pk}@")))
    assert read_bounces() == 0
    put(maildir, dsn("nobody@evil.example", own), "2.b")
    assert read_bounces() == 1
    ann.refresh_from_db(), ben.refresh_from_db()
    assert (ann.state, ben.state) == (Subscriber.State.LEFT, Subscriber.State.ACTIVE)


def test_an_mbox_of_mail_that_was_read_costs_a_query_for_many(mailed, tmp_path: Path, settings) -> None:
    box = tmp_path / "bounces"
    settings.BOUNCE_MAILBOX = str(box)
    start = b"From MAILER-DAEMON Sun Nov 29 12:00:00 2026\n"
    box.write_bytes(b"".join(start + dsn("x@council.example", number=one) + b"\n" for one in range(30)))
    read_bounces()
    with CaptureQueriesContext(connection) as queries:
        assert read_bounces() == 0
    assert len(queries) == 1


@pytest.mark.parametrize(
    ("address", "message_id"),
    [
        ("stranger@council.example", ""),
        ("stranger@council.example", "<made-up@employability.example>"),
        ("ann@council.example", "<made-up@employability.example>"),
        ("not an address", ""),
        ("", ""),
    ],
)
def test_an_address_that_was_never_mailed_so_is_left_alone(mailed, maildir, address, message_id) -> None:
    Reader("stranger@council.example").is_subscribed_now()
    before = Suppression.objects.count()
    put(maildir, dsn(address, message_id))
    assert read_bounces() == 0
    assert Suppression.objects.count() == before


def test_whoever_confirms_after_the_mail_stays(mailed, maildir) -> None:
    Delivery.objects.filter(pk=mailed.pk).update(sent_at=timezone.now() - timedelta(hours=1))
    put(maildir, dsn(mailed.address, mailed.message_id))
    assert read_bounces() == 0 and reason(mailed) is None


@pytest.mark.parametrize(("feedback", "expected"), [("abuse", "complained"), ("not-spam", None), ("x", None)])
def test_a_complaint_counts(mailed, maildir, feedback: str, expected: str | None) -> None:
    put(maildir, complaint(mailed.address, mailed.message_id, feedback))
    read_bounces()
    assert reason(mailed) == expected
    kinds = mailed.subscriber.consent_events.values_list("kind", flat=True)
    assert (ConsentEvent.Kind.COMPLAINED in kinds) == bool(expected)


def test_an_mbox_is_read_and_never_written_to(mailed, tmp_path: Path, settings) -> None:
    box = tmp_path / "bounces"
    settings.BOUNCE_MAILBOX = str(box)
    assert read_bounces() == 0
    whole = b"From MAILER-DAEMON Sun Nov 29 12:00:00 2026\n" + dsn(mailed.address, mailed.message_id) + b"\n"
    box.write_bytes(whole[:300])
    assert read_bounces() == 0
    box.write_bytes(whole)
    assert read_bounces() == 1 and read_bounces() == 0
    assert box.read_bytes() == whole


def test_what_is_still_written_into_a_maildir_is_left_alone(mailed, maildir) -> None:
    put(maildir, dsn(mailed.address, mailed.message_id), folder="tmp")
    assert read_bounces() == 0


def test_no_mailbox_and_one_that_cannot_be_read_are_no_error(demo_site, settings, tmp_path, caplog) -> None:
    for path in ("", str(tmp_path / "none"), str(tmp_path / "none/none"), "/dev/null"):
        settings.BOUNCE_MAILBOX = path
        assert read_bounces() == 0


HOSTILE = [
    b"",
    b"\x00" * 5_000,
    b"Content-Type: multipart/report; boundary=x\n\n--x--\n",
    b"Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n--x--\n",
    b"Content-Type: multipart/report\n\nno boundary",
    b"Content-Type: multipart/report; boundary=" + b"x" * 100_000 + b"\n\n",
    b"".join(b'Content-Type: multipart/report; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3_000)),
    DSN.replace("\n\nReporting", "\nContent-Transfer-Encoding: base64\n\nReporting").encode(),
    DSN.replace("message/delivery-status", "message/delivery-status; charset=nonsense").encode(),
    dsn("ann@council.example", "<" + "x" * 100_000 + ">"),
    dsn("ann@council.example\x00", "<\xff>"),
    dsn("=?utf-8?q?=00?=@council.example", "=?utf-8?b?AA==?="),
]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_hostile_mail_harms_nobody_and_the_next_one_is_read(mailed, maildir, number: int) -> None:
    put(maildir, HOSTILE[number], "0.hostile")
    put(maildir, dsn(mailed.address, mailed.message_id), "1.good")
    assert read_bounces() == 1
    assert not list((maildir / "new").iterdir())


@how(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 900), noise=st.binary(max_size=30))
def test_a_report_that_was_damaged_anywhere_harms_nobody(cut: int, noise: bytes) -> None:
    content = dsn("ann@council.example", "<1@employability.example>")
    reports_in(content[:cut] + noise + content[cut:])


def test_suppressing_twice_changes_nothing(mailed: Delivery) -> None:
    assert bounces.suppress(mailed.address_key, Suppression.Reason.BOUNCED, "550 gone", mailed.sending)
    before = ConsentEvent.objects.count()
    assert not bounces.suppress(mailed.address_key, Suppression.Reason.COMPLAINED, "")
    assert ConsentEvent.objects.count() == before and reason(mailed) == "bounced"


def test_the_words_of_a_relay_are_kept_without_addresses(mailed: Delivery) -> None:
    bounces.suppress(mailed.address_key, Suppression.Reason.BOUNCED, f"550 <{mailed.address}> {'x' * 999}")
    kept = Suppression.objects.get(address_key=mailed.address_key).words
    assert "@" not in kept and len(kept) == 300
