"""How long somebody stays signed in, and what ends it."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.test import Client
from django.urls import reverse
from wagtail.admin.models import EditingSession
from wagtail.models import Page

from tests.accounts.people import PASSWORD, somebody, try_password

HOME = "/admin/"
STANDING = "/admin/session/"


@pytest.fixture
def signed_in(db, client: Client) -> Client:
    client.force_login(somebody())
    return client


def wait(client: Client, **span: int) -> None:
    """Instead of waiting, what the session remembers is moved back."""
    seconds = int(timedelta(**span).total_seconds())
    session = client.session
    for name in ("signed_in_at", "active_at"):
        session[name] -= seconds
    session.save()


def test_after_an_hour_without_a_sign_the_session_has_ended_and_the_page_says_so(signed_in: Client) -> None:
    wait(signed_in, minutes=59)
    assert signed_in.get(HOME).status_code == 200
    wait(signed_in, minutes=61)
    led = signed_in.get("/admin/pages/")
    assert led["Location"] == "/admin/login/?next=/admin/pages/"
    assert "Your session has ended" in signed_in.get(led["Location"]).content.decode()
    assert "_auth_user_id" not in signed_in.session


def test_what_is_sent_too_late_is_not_lost_without_a_word(signed_in: Client) -> None:
    page = Page.objects.get(depth=2, slug="home")
    wait(signed_in, minutes=61)
    led = signed_in.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"title": "x"})
    assert led.status_code == 302
    assert "was not saved" in signed_in.get(led["Location"]).content.decode()


def test_a_sign_of_the_person_counts_and_what_the_admin_asks_by_itself_does_not(signed_in: Client) -> None:
    page = Page.objects.get(depth=2, slug="home")
    user = signed_in.session["_auth_user_id"]
    open_editor = EditingSession.objects.create(
        user_id=user, content_object=page, last_seen_at="2026-01-01T00:00Z"
    )
    ping = reverse(
        "wagtailadmin_editing_sessions:ping", args=["wagtailcore", "page", page.pk, open_editor.pk]
    )
    for path, method in (
        (ping, "post"),
        (STANDING, "get"),
        ("/admin/sprite/", "get"),
        ("/admin/jsi18n/", "get"),
    ):
        wait(signed_in, minutes=5)
        before = signed_in.session["active_at"]
        assert getattr(signed_in, method)(path).status_code == 200
        assert signed_in.session["active_at"] == before, path
    wait(signed_in, minutes=41)
    assert signed_in.post(ping).status_code == 302
    assert "_auth_user_id" not in signed_in.session


@pytest.mark.parametrize(("path", "method"), [(HOME, "get"), (STANDING, "post"), ("/", "get")])
def test_these_are_signs(signed_in: Client, path: str, method: str) -> None:
    wait(signed_in, minutes=50)
    getattr(signed_in, method)(path)
    assert signed_in.session["active_at"] >= int(time.time()) - 5


def test_twelve_hours_are_the_most_however_busy_the_person(signed_in: Client) -> None:
    for _hour in range(23):
        wait(signed_in, minutes=31)
        assert signed_in.get(HOME).status_code == 200
    wait(signed_in, minutes=31)
    assert signed_in.get(HOME).status_code == 302


def test_a_session_writes_once_a_minute_at_most(signed_in: Client) -> None:
    signed_in.get(STANDING)
    assert "Set-Cookie" not in signed_in.get(HOME)
    wait(signed_in, minutes=2)
    assert project.SESSION_COOKIE_NAME in signed_in.get(HOME).cookies
    assert not signed_in.get(HOME).cookies.get(project.SESSION_COOKIE_NAME)


def test_the_warning_learns_how_long_is_left(signed_in: Client) -> None:
    wait(signed_in, minutes=58)
    assert 100 < signed_in.get(STANDING).json()["seconds"] <= 120
    assert signed_in.post(STANDING).json()["seconds"] > 3590
    wait(signed_in, minutes=61)
    gone = signed_in.get(STANDING, headers={"X-Requested-With": "XMLHttpRequest"})
    assert gone.status_code == 403
    assert 'id="session-dialog"' in try_and_look(signed_in)


def try_and_look(client: Client) -> str:
    try_password(client, "morag", PASSWORD)
    return client.get(HOME).content.decode()


def test_signing_in_begins_a_session_of_another_key(client: Client, db) -> None:
    somebody()
    session = client.session
    session["something"] = "from before"
    session.save()
    client.cookies[project.SESSION_COOKIE_NAME] = session.session_key
    answer = try_password(client, "morag", PASSWORD)
    cookie = answer.cookies[project.SESSION_COOKIE_NAME]
    assert cookie.value != session.session_key
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (
        True,
        "Lax",
        "/",
        "",
    )


def test_signing_out_clears_the_session(signed_in: Client) -> None:
    key = signed_in.session.session_key
    assert signed_in.post("/admin/logout/").status_code == 302
    thief = Client()
    thief.cookies[project.SESSION_COOKIE_NAME] = key
    assert thief.get(HOME).status_code == 302


def test_a_new_password_ends_the_other_sessions(signed_in: Client) -> None:
    other = Client()
    assert try_password(other, "morag", PASSWORD).status_code == 302
    new = "three-red-plums-in-a-row"
    data = {
        "password-old_password": PASSWORD,
        "password-new_password1": new,
        "password-new_password2": new,
        "name_email-first_name": "Morag",
        "name_email-last_name": "Mackenzie",
        "notifications-submitted_notifications": "on",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }
    changed = signed_in.post("/admin/account/", data)
    assert changed.status_code == 302, changed.context["panels_by_tab"]
    assert signed_in.get(HOME).status_code == 200
    assert other.get(HOME)["Location"].startswith("/admin/login/")


def test_production_keeps_its_cookies_to_this_host_and_to_https() -> None:
    from cms.settings.parts import security

    assert security.SESSION_COOKIE_NAME.startswith("__Host-") and security.SESSION_COOKIE_SECURE
    assert security.CSRF_COOKIE_NAME.startswith("__Host-") and security.CSRF_COOKIE_SECURE
    assert security.SESSION_COOKIE_HTTPONLY and security.SESSION_COOKIE_SAMESITE == "Lax"
    assert timedelta(seconds=security.SESSION_COOKIE_AGE) == security.SESSION_LASTS == timedelta(hours=12)
    assert timedelta(minutes=60) == security.SESSION_IDLE
    assert security.SECOND_FACTOR is True


def test_readers_get_no_session(client: Client, demo_site) -> None:
    answer = client.get("/")
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")
