"""Signing in with the provider: who comes in, where to, and in which session."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.accounts.models import Identity
from tests.accounts.people import PASSWORD, somebody, try_password
from tests.accounts.single_sign_on.coming import (
    CALLBACK,
    LOGIN,
    START,
    ask,
    begin,
    come,
    is_in,
    query_of,
    told,
)

pytestmark = pytest.mark.django_db


def test_a_person_with_an_account_comes_in_and_is_known_from_then_on(client: Client, provider, morag) -> None:
    assert come(client)["Location"] == "/admin/"
    assert is_in(client)
    identity = Identity.objects.get()
    assert (identity.user, identity.issuer, identity.subject) == (morag, provider.address, "m-17")
    assert "m-17" not in str(identity) and "morag" not in str(identity)
    entry = ModelLogEntry.objects.get(action="accounts.single_sign_on.link")
    assert (entry.user, entry.object_id) == (morag, str(morag.pk))
    morag.refresh_from_db()
    assert morag.last_login and not morag.is_superuser


def test_after_that_the_address_does_not_count(client: Client, provider, morag) -> None:
    come(client)
    provider.claims = {"email": "other@people.example", "email_verified": False}
    again = Client()
    assert come(again)["Location"] == "/admin/"
    assert again.session["_auth_user_id"] == str(morag.pk)
    assert Identity.objects.count() == 1


def test_the_provider_gets_a_hash_a_state_and_a_nonce_that_are_never_the_same(client, provider) -> None:
    first, second = query_of(begin(client)), query_of(begin(client))
    assert first["response_type"] == "code" and first["code_challenge_method"] == "S256"
    assert first["scope"] == "openid email"
    assert first["redirect_uri"] == project.SITE_URL + CALLBACK
    for name in ("state", "nonce", "code_challenge"):
        assert len(first[name]) >= 20 and first[name] != second[name]


def test_the_way_back_leads_to_the_host_of_the_admin(client: Client, provider, settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://admin.example.org"
    assert query_of(begin(client))["redirect_uri"] == f"https://admin.example.org{CALLBACK}"


def test_groups_are_asked_for_where_the_provider_has_them_as_a_scope(client: Client, provider) -> None:
    provider.discovery = {"scopes_supported": ["openid", "groups", "offline_access"]}
    assert query_of(begin(client))["scope"] == "openid email groups"


def test_the_session_goes_on_under_a_key_that_nobody_has_seen(client: Client, provider, morag) -> None:
    back = ask(begin(client))
    before = client.session.session_key
    answer = client.get(back)
    cookie = answer.cookies[project.SESSION_COOKIE_NAME]
    assert cookie.value not in ("", before)
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (
        True,
        "Lax",
        "/",
        "",
    )
    thief = Client()
    thief.cookies[project.SESSION_COOKIE_NAME] = before
    assert not is_in(thief)
    assert [key for key in dict(client.session.items()) if key.startswith(("_state", "single_sign_on"))] == []


def test_the_session_ends_as_after_a_password(client: Client, provider, morag) -> None:
    come(client)
    assert client.session["signed_in_at"] >= int(time.time()) - 5
    assert client.session.get_expire_at_browser_close()
    session = client.session
    session["active_at"] -= int(timedelta(minutes=61).total_seconds())
    session.save()
    assert not is_in(client)


@pytest.mark.parametrize("wanted", ["/admin/pages/", "/admin/reports/site-history/?page=2"])
def test_people_come_to_where_they_were_going(client: Client, provider, morag, wanted: str) -> None:
    assert come(client, wanted)["Location"] == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        *("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"),
        *("foo", "wagtailadmin_logout"),  # redirect() would take these for names of views
    ],
)
def test_nobody_is_led_to_another_site(client: Client, provider, morag, wanted: str) -> None:
    assert come(client, wanted)["Location"] == "/admin/"
    assert client.get(START, {"next": wanted})["Location"] == "/admin/"


def test_who_is_in_already_is_not_sent_to_the_provider(client: Client, provider, morag) -> None:
    client.force_login(morag)
    assert client.get(START, {"next": "/admin/pages/"})["Location"] == "/admin/pages/"
    assert provider.asked == []


def test_the_sign_in_page_offers_both_and_keeps_where_the_person_was_going(client: Client, provider) -> None:
    page = client.get(LOGIN, {"next": "/admin/pages/?q=a&b=c"}).content.decode()
    assert "Sign in with Quay" in page and 'name="password"' in page
    assert f'href="{START}?next=%2Fadmin%2Fpages%2F%3Fq%3Da%26b%3Dc"' in page
    assert f'href="{START}"' in client.get(LOGIN).content.decode()


def test_where_it_is_off_there_is_no_button_and_no_address(client: Client) -> None:
    assert project.SINGLE_SIGN_ON == {}
    assert "single-sign-on" not in client.get(LOGIN).content.decode()
    assert client.get(START).status_code == client.get(CALLBACK).status_code == 404


def test_passwords_and_their_reset_stay_as_they_are(client: Client, provider, morag) -> None:
    come(client)
    assert try_password(Client(), "morag", PASSWORD)["Location"] == "/admin/"
    answer = Client().post(reverse("wagtailadmin_password_reset"), {"email": morag.email})
    assert answer["Location"] == reverse("wagtailadmin_password_reset_done")


def test_wrong_passwords_count_on_while_others_come_with_the_provider(
    client: Client, provider, morag
) -> None:
    somebody("isla")
    for number in range(10):
        try_password(Client(), "isla", f"wrong {number}")
    assert come(client)["Location"] == "/admin/"
    assert try_password(Client(), "isla", PASSWORD).status_code == 429


def test_nothing_is_kept_on_the_way_and_only_reading_is_answered(client: Client, provider, morag) -> None:
    assert client.post(START).status_code == client.post(CALLBACK).status_code == 405
    start = client.get(START)
    back = client.get(ask(start["Location"]))
    for answer in (start, back, client.get(CALLBACK)):
        assert "no-store" in answer["Cache-Control"]


def test_one_client_cannot_begin_without_end(client: Client, provider, settings) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "single_sign_on_start": (3, 3600)}
    assert [client.get(START).status_code for _try in range(4)] == [302] * 3 + [429]


def test_two_browser_tabs_may_both_come_back(client: Client, provider, morag) -> None:
    first, second = ask(begin(client)), ask(begin(client, "/admin/pages/"))
    for back in (first, second):
        assert client.get(back)["Location"] in ("/admin/", "/admin/pages/")
    assert is_in(client) and Identity.objects.count() == 1


def states(client: Client) -> list[str]:
    return [name for name in dict(client.session.items()) if name.startswith("_state")]


def an_hour_passes(client: Client) -> None:
    session = client.session
    for name in states(client):
        session[name] = {**session[name], "exp": session[name]["exp"] - 3601}
    session.save()


def test_who_comes_back_after_an_hour_begins_again(client: Client, provider, morag) -> None:
    back = ask(begin(client))
    an_hour_passes(client)
    assert "took too long" in told(client, client.get(back))
    assert not is_in(client) and "/token" not in provider.asked


def test_a_second_browser_tab_that_comes_back_too_late_harms_nothing(client: Client, provider, morag) -> None:
    first, second = ask(begin(client)), ask(begin(client))
    assert client.get(first)["Location"] == "/admin/"
    an_hour_passes(client)
    assert client.get(second)["Location"].startswith(LOGIN)
    assert is_in(client) and provider.asked.count("/token") == 1


def test_what_one_browser_has_begun_does_not_pile_up(client: Client, provider, morag) -> None:
    begin(client)
    an_hour_passes(client)
    begin(client)
    assert len(states(client)) == 1
    backs = [ask(begin(client)) for _time in range(30)]
    assert len(states(client)) <= 10
    assert client.get(backs[-1])["Location"] == "/admin/"


def test_what_is_kept_for_a_stranger_on_the_way_is_kept_for_an_hour(client: Client, provider, morag) -> None:
    begin(client)
    assert Session.objects.get().expire_date <= timezone.now() + timedelta(hours=1)
    come(client)
    assert client.session.get_expire_at_browser_close()
    assert client.session.get_expiry_age() == project.SESSION_COOKIE_AGE


def test_a_faked_end_of_the_way_signs_nobody_in(client: Client, provider, morag) -> None:
    """Somebody lays a link with a code of their own under the mouse of another."""
    theirs = ask(begin(Client()))
    assert "begun elsewhere" in told(client, client.get(theirs))
    assert not is_in(client)
