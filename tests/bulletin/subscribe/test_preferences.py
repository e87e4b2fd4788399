"""What a subscriber changes without an account."""

from __future__ import annotations

import pytest
from django.utils import timezone

from bulletin.models import ConsentEvent, Delivery, SignUpAttempt, Subscriber, Suppression
from bulletin.subscribe.leave import leave
from bulletin.subscribe.links import unsubscribe_url
from cms.mail.addresses import key_of
from cms.mail.models import OutboxMail
from tests.bulletin.subscribe.reader import Reader, words
from tests.bulletin.subscribe.sendings import delivered, sending

pytestmark = pytest.mark.django_db
Kind = ConsentEvent.Kind
NEW = "ann@new.example"


@pytest.fixture
def own(ann: Reader) -> str:
    """The link to Ann's preferences."""
    ann.is_subscribed_now()
    ann.asks_for_preferences()
    return ann.link("own_preferences")


def kinds(key: str) -> list[str]:
    return list(ConsentEvent.objects.filter(address_key=key).values_list("kind", flat=True))


def moves(ann: Reader, own: str, address: str = NEW) -> str:
    """Asks for the move and gives the link that came to the new address."""
    ann.client.post(f"{own}address/", {"email": address})
    return ann.link("confirm_address", address)


def test_choices_are_saved_and_written_down_once(ann: Reader, own: str) -> None:
    for _press in range(2):
        response = ann.client.post(own, {"editions": ["specials"], "language": "gd"}, follow=True)
        assert "Your choices are saved" in words(response)
    row = ann.row()
    assert (row.wants_monthly, row.wants_specials, row.language) == (False, True, "gd")
    assert kinds(row.address_key).count(Kind.CHANGED) == 1


def test_nothing_chosen_is_no_choice(ann: Reader, own: str) -> None:
    response = ann.client.post(own, {"language": "en"})
    assert "Choose at least one, or leave the bulletin below" in words(response)
    assert ann.row().wants_monthly


def test_a_new_address_counts_when_its_owner_presses_the_button(ann: Reader, own: str) -> None:
    old_key = ann.row().address_key
    link = moves(ann, own)
    ann.client.get(link), ann.client.head(link)
    assert ann.row().email == ann.address
    assert "comes to this address now" in words(ann.client.post(link))
    row = Subscriber.objects.get(address_key=key_of(NEW))
    assert row.email == NEW and row.state == Subscriber.State.ACTIVE
    assert not ann.has_a_row()
    assert Kind.MOVED in kinds(old_key) and Kind.MOVED in kinds(row.address_key)
    notice = ann.mails()[-1]
    assert notice.subject == "The bulletin goes to another address now"
    assert NEW not in notice.body
    assert ann.client.post(link).status_code == 410


def test_a_link_in_an_old_mail_still_leaves_after_a_move(ann: Reader, own: str) -> None:
    old = unsubscribe_url(ann.row().address_key).removeprefix("http://127.0.0.1:8000")
    ann.client.post(moves(ann, own))
    assert "Leave the bulletin" in words(ann.client.get(old))
    ann.client.post(old, {"List-Unsubscribe": "One-Click"})
    assert Subscriber.objects.get(address_key=key_of(NEW)).state == Subscriber.State.LEFT


def test_a_link_to_an_address_that_is_somebody_elses_by_now_lets_only_them_leave(ann, own: str) -> None:
    ann.client.post(moves(ann, own))
    SignUpAttempt.objects.all().delete()
    successor = Reader(ann.address)
    path = unsubscribe_url(successor.is_subscribed_now().address_key).removeprefix("http://127.0.0.1:8000")
    ann.client.post(path)
    assert successor.row().state == Subscriber.State.LEFT
    assert Subscriber.objects.get(address_key=key_of(NEW)).state == Subscriber.State.ACTIVE


def test_a_move_to_a_subscribed_address_changes_nothing(ann: Reader, own: str, ben: Reader) -> None:
    link = moves(ann, own, ben.address)
    ben.is_subscribed_now()
    assert "already gets the bulletin" in words(ann.client.post(link))
    assert ann.row().state == ben.row().state == Subscriber.State.ACTIVE


def test_a_move_lifts_what_barred_the_new_address(ann: Reader, own: str, ben: Reader) -> None:
    ben.is_subscribed_now()
    leave(ben.row(), source="test")
    ann.client.post(moves(ann, own, ben.address))
    assert ben.row().state == Subscriber.State.ACTIVE
    assert not Suppression.objects.filter(address_key=key_of(ben.address)).exists()


def test_mail_that_no_worker_has_taken_follows_to_the_new_address(ann: Reader, own: str) -> None:
    waiting = delivered(sending("2031-01"), ann.row(), state=Delivery.State.PENDING, sent_at=None)
    gone = delivered(sending("2031-02"), ann.row())
    ann.client.post(moves(ann, own))
    waiting.refresh_from_db(), gone.refresh_from_db()
    assert (waiting.address, waiting.address_key) == (NEW, key_of(NEW))
    assert gone.address == ann.address


def test_all_that_is_held_is_shown(ann: Reader, own: str) -> None:
    delivered(sending("2031-01"), ann.row())
    page = words(ann.client.get(f"{own}held/"))
    for part in (ann.address, "Subscribed", "/handbook/", "News of 2031-01", "Asked for it", "Confirmed"):
        assert part in page


def test_what_is_held_is_told_in_words_for_people_outside(ann: Reader, own: str) -> None:
    ann.client.post(own, {"editions": ["specials"], "language": "en"})
    for number, state in enumerate(Delivery.State.values, start=1):
        delivered(sending(f"2031-{number:02}"), ann.row(), state=state)
    page = words(ann.client.get(f"{own}held/"))
    for inner in ("worker", "handed over", "Uncertain", "Skipped", "2026-11", "(preferences)", "in a mail)"):
        assert inner not in page
    assert "on its way to you" in page and "with a link in an e-mail" in page


def test_mail_that_was_given_up_does_not_wait(ann: Reader, own: str) -> None:
    ann.mails()
    OutboxMail.objects.create(address_key=ann.row().address_key, purpose="x", failed_at=timezone.now())
    assert "Mails to you that still wait 0" in words(ann.client.get(f"{own}held/"))


def test_leaving_from_the_preferences(ann: Reader, own: str) -> None:
    response = ann.client.post(f"{own}leave/", follow=True)
    assert "You get no bulletin at the moment" in words(response)
    assert ann.row().state == Subscriber.State.LEFT
    ann.client.post(own, {"editions": ["monthly"], "language": "en"})
    ann.client.post(f"{own}address/", {"email": NEW})
    assert ann.row().state == Subscriber.State.LEFT and ann.mails(NEW) == []


def test_answers_tell_no_other_site_and_no_cache(ann: Reader, own: str) -> None:
    for path in (own, f"{own}held/", f"{own}erase/", f"{own}address/", own.replace("preferences", "leave")):
        response = ann.client.get(path)
        assert response["Cache-Control"] == "private, no-store"
        assert response["Referrer-Policy"] == "strict-origin"
        assert "noindex" in response["X-Robots-Tag"]
        assert not response.cookies


def test_no_log_shows_what_a_mailed_link_opens(own: str, caplog) -> None:
    import logging

    from cms.operations.log_lines import JsonLine

    record = logging.LogRecord("django", logging.WARNING, "", 0, "Gone: %s", (f"{own}erase/",), None)
    assert '"Gone: /bulletin-mail/[hidden]"' in JsonLine().format(record)
