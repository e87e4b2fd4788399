"""Leaving: in one press, at once, as often as one likes, and never by looking."""

from __future__ import annotations

import pytest
from django.test import Client

from bulletin.models import ConsentEvent, Sending, Subscriber, Suppression
from bulletin.subscribe.links import unsubscribe_url, unsubscribe_url_of_a_test
from cms.mail.addresses import key_of
from tests.bulletin.subscribe.reader import Reader, words
from tests.bulletin.subscribe.sendings import delivered, sending

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}
Kind = ConsentEvent.Kind


def path_for(address: str, sending: Sending | None = None) -> str:
    url = unsubscribe_url(key_of(address), sending.pk if sending else 0)
    return url.removeprefix("http://127.0.0.1:8000")


def left(reader: Reader) -> list[ConsentEvent]:
    return list(ConsentEvent.objects.filter(address_key=key_of(reader.address), kind=Kind.UNSUBSCRIBED))


def test_looking_changes_nothing(ann: Reader) -> None:
    ann.is_subscribed_now()
    page = ann.client.get(path_for(ann.address))
    ann.client.head(path_for(ann.address))
    assert page.status_code == 200 and "Leave the bulletin" in words(page)
    assert ann.row().state == Subscriber.State.ACTIVE and not left(ann)


def test_a_pressed_button_leaves_at_once_and_twice_changes_nothing(ann: Reader) -> None:
    ann.is_subscribed_now()
    link = path_for(ann.address)
    for _press in range(2):
        assert "You have left the bulletin" in words(ann.client.post(link))
    row = ann.row()
    assert row.state == Subscriber.State.LEFT and row.left_at
    assert Suppression.objects.get(address_key=row.address_key).reason == Suppression.Reason.LEFT
    assert len(left(ann)) == 1
    assert "You have left the bulletin" in words(ann.client.get(link))


def test_one_click_needs_no_cookie_no_token_and_no_redirect(ann: Reader) -> None:
    """As mail programs do it (RFC 8058), also from a page of theirs."""
    ann.is_subscribed_now()
    program = Client(enforce_csrf_checks=True)
    response = program.post(
        path_for(ann.address),
        ONE_CLICK,
        headers={"Origin": "https://mail.example", "Sec-Fetch-Site": "cross-site"},
    )
    assert response.status_code == 200 and not response.cookies
    assert ann.row().state == Subscriber.State.LEFT
    assert left(ann)[0].source == "one press in a mail program"


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=\xe9", "application/x-www-form-urlencoded"]
)
def test_a_body_that_nobody_can_read_keeps_nobody_from_leaving(ann: Reader, kind: str) -> None:
    ann.is_subscribed_now()
    body = b"&".join([b"List-Unsubscribe=One-Click"] * 2_000)
    response = ann.client.generic("POST", path_for(ann.address), body, content_type=kind)
    assert response.status_code == 200 and "You have left" in words(response)
    assert ann.row().state == Subscriber.State.LEFT


def test_one_click_is_never_limited(ann: Reader) -> None:
    ann.is_subscribed_now()
    link = path_for(ann.address)
    assert {ann.client.post(link, ONE_CLICK).status_code for _press in range(120)} == {200}


def test_a_link_works_when_the_row_is_gone(demo_site, client: Client) -> None:
    link = path_for("gone@council.example")
    assert "You have left" in words(client.post(link, ONE_CLICK))
    assert Suppression.objects.get(address_key=key_of("gone@council.example")).reason == "left"
    client.post(link, ONE_CLICK)
    assert ConsentEvent.objects.filter(address_key=key_of("gone@council.example")).count() == 1


def test_a_link_never_ends(ann: Reader, later) -> None:
    ann.is_subscribed_now()
    link = path_for(ann.address)
    later(days=3_650)
    ann.client.post(link)
    assert ann.row().state == Subscriber.State.LEFT


def test_a_test_mail_lets_nobody_leave(demo_site, client: Client) -> None:
    path = unsubscribe_url_of_a_test().removeprefix("http://127.0.0.1:8000")
    before = Subscriber.objects.active().count(), Suppression.objects.count()
    for response in (client.get(path), client.post(path, ONE_CLICK)):
        assert response.status_code == 200 and "Nobody has left" in words(response)
    assert (Subscriber.objects.active().count(), Suppression.objects.count()) == before


@pytest.mark.parametrize("change", ["signature", "key", "sending", "cut"])
def test_a_link_that_was_changed_opens_nothing(ann: Reader, change: str) -> None:
    ann.is_subscribed_now()
    key, number, signature = path_for(ann.address).rstrip("/").rpartition("/")[2].split("-")
    token = {
        "signature": f"{key}-{number}-{'0' * 32}",
        "key": f"{key_of('ben@provider.example')}-{number}-{signature}",
        "sending": f"{key}-7-{signature}",
        "cut": f"{key}-{number}-{signature[:-1]}",
    }[change]
    response = ann.client.post(f"/bulletin-mail/leave/{token}/", ONE_CLICK)
    assert response.status_code == 404
    assert ann.row().state == Subscriber.State.ACTIVE


def test_leaving_is_counted_with_the_edition_whose_link_it_was(ann: Reader) -> None:
    ann.is_subscribed_now()
    first, second = sending("2031-01"), sending("2031-02")
    delivered(second, ann.row())
    ann.client.post(path_for(ann.address, first))
    assert left(ann)[0].sending == first


def test_without_a_number_the_newest_edition_that_came_counts(ann: Reader) -> None:
    ann.is_subscribed_now()
    delivered(sending("2031-01"), ann.row())
    newest = sending("2031-02")
    delivered(newest, ann.row())
    ann.client.post(path_for(ann.address))
    assert left(ann)[0].sending == newest


def test_who_left_and_confirms_again_is_subscribed(ann: Reader) -> None:
    ann.is_subscribed_now()
    ann.client.post(path_for(ann.address))
    ann.signs_up("specials")
    assert "You have left the bulletin before" in ann.mails()[-1].body
    ann.confirms()
    row = ann.row()
    assert row.state == Subscriber.State.ACTIVE and row.left_at is None and not row.wants_monthly
    assert not Suppression.objects.filter(address_key=row.address_key).exists()


def test_who_leaves_before_the_welcome_gets_none(ann: Reader) -> None:
    ann.signs_up()
    ann.client.post(ann.link("confirm"))
    ann.client.post(path_for(ann.address))
    assert [mail.subject for mail in ann.mails()] == ["Confirm that you want the bulletin"]


def test_the_welcome_mail_has_a_one_click_header_that_works(ann: Reader) -> None:
    ann.is_subscribed_now()
    welcome = ann.mails()[-1]
    assert welcome.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = welcome.extra_headers["List-Unsubscribe"].strip(" <>")
    assert url == unsubscribe_url(ann.row().address_key)
