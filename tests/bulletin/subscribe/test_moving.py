"""After a change of address nothing that stood for the old one opens, leads or is sent anything."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from bulletin.models import Delivery, Sending, Subscriber, Suppression
from bulletin.send.claim import give_back
from bulletin.subscribe.importing.plan import import_list
from cms.mail.addresses import key_of
from cms.mail.models import OutboxMail
from tests.bulletin.subscribe.reader import Reader, words
from tests.bulletin.subscribe.sendings import delivered, sending

pytestmark = pytest.mark.django_db
NEW = "ann@new.example"
TYPO = "ann@typo.example"
WORKER = "w" * 8


@pytest.fixture
def own(ann: Reader) -> str:
    """The link to Ann’s preferences."""
    ann.is_subscribed_now()
    ann.asks_for_preferences()
    return ann.link("own_preferences")


def asks(ann: Reader, own: str, address: str) -> None:
    ann.client.post(f"{own}address/", {"email": address})


def moves(ann: Reader, own: str, address: str = NEW) -> None:
    asks(ann, own, address)
    assert "comes to this address now" in words(ann.client.post(ann.link("confirm_address", address)))


def row(address: str = NEW) -> Subscriber | None:
    return Subscriber.objects.filter(address_key=key_of(address)).first()


def test_a_link_in_the_old_mailbox_shows_and_changes_nothing(ann: Reader, own: str) -> None:
    moves(ann, own)
    for path in (own, f"{own}held/", f"{own}erase/"):
        response = Client().get(path)
        assert response.status_code == 410 and NEW not in response.content.decode()
    Client().post(f"{own}erase/")
    assert row()


def test_a_mistyped_address_cannot_take_the_subscription_afterwards(ann: Reader, own: str) -> None:
    asks(ann, own, TYPO)
    mistyped = ann.link("confirm_address", TYPO)
    moves(ann, own)
    assert Client().post(mistyped).status_code == 410
    assert row() and row(TYPO) is None


def test_a_mail_to_a_mistyped_address_that_still_waits_is_not_sent(ann: Reader, own: str) -> None:
    asks(ann, own, TYPO)
    OutboxMail.objects.update(not_before=timezone.now() + timedelta(hours=1))
    moves(ann, own)
    assert not OutboxMail.objects.filter(address=TYPO).exists()


def test_mail_that_a_worker_has_taken_comes_back_to_the_new_address(ann: Reader, own: str) -> None:
    taken = delivered(
        sending("2031-01"),
        ann.row(),
        state=Delivery.State.CLAIMED,
        sent_at=None,
        claim=WORKER + "t" * 16,
        leased_until=timezone.now() + timedelta(minutes=5),
    )
    moves(ann, own)
    give_back(WORKER)
    taken.refresh_from_db()
    assert (taken.state, taken.claim, taken.address) == (Delivery.State.PENDING, "", NEW)
    assert taken.address_key == key_of(NEW)


def test_mail_that_the_new_address_has_already_is_not_sent_to_the_old_one(ann, own, ben: Reader) -> None:
    edition = sending("2031-01")
    waiting = delivered(edition, ann.row(), state=Delivery.State.PENDING, sent_at=None)
    delivered(edition, ben.is_subscribed_now())
    Subscriber.objects.filter(pk=ben.row().pk).update(state=Subscriber.State.LEFT)
    moves(ann, own, ben.address)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.skip_reason) == (Delivery.State.SKIPPED, Delivery.Skip.LEFT)


def test_what_was_on_its_way_at_that_moment_is_not_tried_at_the_old_address_again(ann, own: str) -> None:
    """The relay refuses it for now after the move."""
    from bulletin.send.wanted import is_wanted

    edition = sending("2031-01")
    Sending.objects.filter(pk=edition.pk).update(state=Sending.State.SENDING)
    flying = delivered(edition, ann.row(), state=Delivery.State.IN_FLIGHT, sent_at=None)
    moves(ann, own)
    Delivery.objects.filter(pk=flying.pk).update(state=Delivery.State.PENDING)
    waiting = Delivery.objects.filter(pk=flying.pk)
    assert waiting.get().address == ann.address
    assert not waiting.filter(is_wanted("monthly")).exists()


def test_a_list_does_not_bring_the_old_address_back(ann: Reader, own: str) -> None:
    moves(ann, own)
    list_ = f"email,consented_on,source\n{ann.address},2024-05-01,Perth\n"
    assert import_list(BytesIO(list_.encode()), "list.csv").suppressed == 1
    assert not ann.has_a_row()


def test_moving_back_is_possible(ann: Reader, own: str) -> None:
    moves(ann, own)
    other = Reader(NEW)
    other.asks_for_preferences()
    moves(other, other.link("own_preferences"), ann.address)
    assert ann.row().state == Subscriber.State.ACTIVE and row() is None
    assert not Suppression.objects.filter(address_key=key_of(ann.address)).exists()


def test_whoever_comes_to_the_address_at_the_same_moment_is_no_error(ann, own: str, monkeypatch) -> None:
    asks(ann, own, NEW)
    link = ann.link("confirm_address", NEW)

    def taken(*args: object, **kwargs: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(Subscriber, "save", taken)
    assert "already gets the bulletin" in words(ann.client.post(link))
    assert ann.row().email == ann.address
