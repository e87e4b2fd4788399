"""Signing up: nobody is a subscriber before the button behind the mailed link is pressed."""

from __future__ import annotations

import time

import pytest
from django.conf import settings
from django.test import Client

from bulletin.models import ConsentEvent, EditionPage, Subscriber, Suppression
from bulletin.subscribe import words
from cms.mail.addresses import key_of
from cms.mail.models import OutboxMail
from tests.bulletin.subscribe.reader import CHECK_MAIL, SIGN_UP, Reader, stamp
from tests.bulletin.subscribe.reader import words as words_of

pytestmark = pytest.mark.django_db
Kind = ConsentEvent.Kind


def kinds(reader: Reader) -> list[str]:
    events = ConsentEvent.objects.filter(address_key=key_of(reader.address))
    return list(events.values_list("kind", flat=True))


def test_from_the_form_to_the_thanks(ann: Reader) -> None:
    response = ann.signs_up("monthly")
    assert response.status_code == 302 and response["Location"] == CHECK_MAIL
    assert not ann.has_a_row()
    link = ann.link("confirm")
    assert ann.row().state == Subscriber.State.WAITING
    page = ann.client.get(link)
    assert "The monthly bulletin" in words_of(page) and "Special editions" not in words_of(page)
    assert ann.row().state == Subscriber.State.WAITING
    done = ann.client.post(link, follow=True)
    assert done.redirect_chain == [("/bulletin/subscribe/thanks/", 302)]
    assert "You are subscribed" in words_of(done)
    person = ann.row()
    assert person.state == Subscriber.State.ACTIVE and person.confirmed_at
    assert (person.wants_monthly, person.wants_specials, person.source) == (True, False, "/handbook/")
    assert kinds(ann) == [Kind.REQUESTED, Kind.CONFIRMED]
    assert set(person.consent_events.values_list("words_version", flat=True)) == {words.VERSION}
    assert ann.mails()[-1].subject == "You are subscribed to the bulletin"


def test_no_cookie_is_set_and_no_address_stands_in_an_address_of_the_site(ann: Reader) -> None:
    for response in (ann.client.get(SIGN_UP), ann.signs_up(), ann.client.get(CHECK_MAIL)):
        assert not response.cookies
        assert "private" in response["Cache-Control"]
        assert "council.example" not in response.get("Location", "")


def test_thanks_and_first_mail_lead_to_the_latest_monthly_edition(ann: Reader) -> None:
    edition = EditionPage.objects.live().filter(edition_kind="monthly").order_by("-month").first()
    if edition is None:
        pytest.skip("the demo site has no edition yet")
    ann.signs_up()
    thanks = ann.client.post(ann.link("confirm"), follow=True)
    assert edition.title in words_of(thanks)
    assert edition.full_url in ann.mails()[-1].body


def test_a_link_confirms_once_and_then_says_so(ann: Reader) -> None:
    ann.signs_up()
    link = ann.link("confirm")
    assert ann.client.post(link).status_code == 302
    for response in (ann.client.get(link), ann.client.post(link)):
        assert response.status_code == 410
        assert "This link has been used" in words_of(response)
    assert kinds(ann).count(Kind.CONFIRMED) == 1


def test_a_link_ends_after_seven_days_and_the_page_leads_on(ann: Reader, later) -> None:
    ann.signs_up()
    link = ann.link("confirm")
    later(days=7, seconds=-60)
    assert ann.client.get(link).status_code == 200
    later(days=7, seconds=60)
    for response in (ann.client.get(link), ann.client.post(link)):
        assert response.status_code == 410
        assert "This link has ended" in words_of(response)
        assert f'href="{SIGN_UP}"'.encode() in response.content
    assert ann.row().state == Subscriber.State.WAITING


def test_another_link_opens_nothing_and_a_link_has_one_purpose(ann: Reader) -> None:
    ann.signs_up()
    token = ann.link("confirm").split("/")[-2]
    assert ann.client.get("/bulletin-mail/confirm/made-up/").status_code == 404
    for path in (f"/bulletin-mail/preferences/{token}/", f"/bulletin-mail/address/{token}/"):
        assert ann.client.get(path).status_code == 404
        assert ann.client.post(path).status_code == 404


def test_only_the_hash_of_a_token_is_kept(ann: Reader) -> None:
    ann.signs_up()
    token = ann.link("confirm").split("/")[-2]
    kept = ann.row().links.get()
    assert len(token) >= 43 and token not in str(vars(kept))
    assert kept.expires_at - kept.made_at == settings.MAILED_LINK_HOLDS


def test_the_strip_only_fills_in_the_form(ann: Reader) -> None:
    response = ann.client.post(
        SIGN_UP, {"email": ann.address}, headers={"Referer": "http://testserver/privacy/"}
    )
    assert response.status_code == 200
    assert f'value="{ann.address}"'.encode() in response.content
    assert not response.context["form"].errors
    assert response.context["stamp"].startswith("/privacy/:")
    assert not OutboxMail.objects.exists()


def test_the_strip_stands_on_every_page_but_holds_no_token(client: Client, demo_site) -> None:
    first, second = client.get("/privacy/").content, client.get("/privacy/").content
    assert b'action="/bulletin/subscribe/"' in first and b"stamp" not in first
    assert first == second
    assert client.get(SIGN_UP).content.count(b'type="email"') == 1


@pytest.mark.parametrize("seconds", [90_000, 0, 2])
def test_who_was_too_slow_or_too_fast_is_asked_for_one_more_press(
    ann: Reader, monkeypatch: pytest.MonkeyPatch, seconds: int
) -> None:
    moment = float(int(time.time()))
    monkeypatch.setattr(time, "time", lambda: moment)  # on a slow machine no second passes, either
    response = ann.signs_up(stamp=stamp(seconds=seconds))
    assert response.status_code == 200
    assert "Nothing has been sent yet. Press the button once more." in words_of(response)
    assert response.content.count(b" checked") == 2
    assert not OutboxMail.objects.exists()


def test_a_program_gets_the_same_answer_and_nothing_is_stored(ann: Reader) -> None:
    """It fills in what people do not see."""
    sent = {"stamp": stamp(20), "homepage": "https://spam.example"}
    person, program = ann.signs_up(), Reader("bot@spam.example").signs_up(**sent)
    assert (program.status_code, program["Location"]) == (person.status_code, person["Location"])
    assert OutboxMail.objects.count() == 1


def test_another_site_cannot_send_the_form(ann: Reader) -> None:
    response = ann.client.post(SIGN_UP, {"email": ann.address}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403


@pytest.mark.parametrize("reason", list(Suppression.Reason))
def test_only_the_persons_own_confirmation_lifts_a_suppression(ann: Reader, reason) -> None:
    Suppression.objects.create(address_key=key_of(ann.address), reason=reason)
    ann.signs_up()
    text = ann.mails()[-1].body
    assert "only if you confirm" in text
    assert Suppression.objects.filter(address_key=key_of(ann.address)).exists()
    ann.confirms()
    assert not Suppression.objects.filter(address_key=key_of(ann.address)).exists()
    assert ann.row().state == Subscriber.State.ACTIVE


def test_who_is_subscribed_is_told_so_by_mail_and_stays(ann: Reader) -> None:
    ann.is_subscribed_now()
    before = vars(ann.row()) | {"_state": None}
    ann.signs_up("specials")
    assert ann.mails()[-1].subject == "You already get the bulletin"
    assert vars(ann.row()) | {"_state": None} == before
    assert ann.client.get(ann.link("own_preferences")).status_code == 200


def test_a_mail_made_again_writes_the_request_once(ann: Reader, settings) -> None:
    """As after a relay that was away."""
    ann.signs_up()
    settings.EMAIL_BACKEND = "tests.bulletin.subscribe.away.EmailBackend"
    ann.mails()
    OutboxMail.objects.update(claim="", leased_until=None, not_before="2020-01-01T00:00Z", last_reply="")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    ann.confirms()
    assert kinds(ann) == [Kind.REQUESTED, Kind.CONFIRMED]


def test_a_second_form_while_the_relay_is_away_is_a_second_request(ann: Reader, settings) -> None:
    settings.EMAIL_BACKEND = "tests.bulletin.subscribe.away.EmailBackend"
    ann.signs_up("monthly")
    ann.mails()
    ann.signs_up("specials")
    OutboxMail.objects.update(not_before="2020-01-01T00:00Z", last_reply="")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    ann.mails()
    assert kinds(ann) == [Kind.REQUESTED, Kind.REQUESTED]
    assert not ann.row().wants_monthly


def test_a_form_of_somebody_else_does_not_change_what_a_button_confirms(ann: Reader) -> None:
    ann.signs_up("monthly")
    link = ann.link("confirm")
    shown = {"wishes": ann.client.get(link).context["wishes"]}
    Reader(ann.address).signs_up("specials")
    ann.mails()
    again = ann.client.post(link, shown)
    assert "Somebody has filled in the form again" in words_of(again)
    assert "Special editions" in words_of(again) and ann.row().state == Subscriber.State.WAITING
    assert ann.client.post(link, {"wishes": again.context["wishes"]}).status_code == 302
    assert ann.row().state == Subscriber.State.ACTIVE and not ann.row().wants_monthly


def test_the_page_with_the_button_sends_what_it_shows(ann: Reader) -> None:
    ann.signs_up("monthly")
    page = ann.client.get(ann.link("confirm"))
    assert b'name="wishes" value="monthly"' in page.content


def test_the_form_answers_while_the_relay_is_away(ann: Reader, settings) -> None:
    settings.EMAIL_BACKEND = "tests.bulletin.subscribe.away.EmailBackend"
    assert ann.signs_up().status_code == 302
    assert ann.mails() == []
    assert OutboxMail.objects.count() == 1
