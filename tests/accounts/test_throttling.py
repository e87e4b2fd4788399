"""Wrong passwords are counted for each name and client; what is kept of a try leads back to nobody."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.db.models import F
from django.test import Client
from django.utils import timezone

from cms.accounts.clock_jobs import forget_wrong_passwords
from tests.accounts.people import PASSWORD, somebody, try_password

pytestmark = pytest.mark.django_db

HERE, THERE = {"REMOTE_ADDR": "192.0.2.7"}, {"REMOTE_ADDR": "192.0.2.8"}


def ten_wrong_ones(client: Client, username: str = "morag") -> None:
    for number in range(10):
        try_password(client, username, f"wrong {number}", **HERE)


def test_the_eleventh_try_is_refused_whatever_the_password_and_another_client_still_signs_in(client):
    somebody()
    for number in range(9):
        assert try_password(client, "morag", f"wrong {number}", **HERE).status_code == 200
    try_password(client, "morag", "wrong", **HERE)
    for password in ("wrong", PASSWORD):
        refused = try_password(client, "morag", password, **HERE)
        assert refused.status_code == 429
        assert int(refused["Retry-After"]) == 900
        assert "too many wrong passwords for this name" in refused.content.decode()
    assert "_auth_user_id" not in client.session
    assert try_password(Client(), "morag", PASSWORD, **THERE).status_code == 302


def test_another_name_from_the_same_client_still_signs_in(client):
    somebody()
    somebody("isla")
    ten_wrong_ones(client)
    assert try_password(client, "isla", PASSWORD, **HERE).status_code == 302


def test_a_name_counts_however_it_is_written_and_whoever_the_browser_says_it_is(client):
    somebody()
    for number in range(10):
        name = ("morag", "MORAG", " morag ")[number % 3]
        try_password(client, name, "wrong", HTTP_USER_AGENT=f"browser {number}", **HERE)
    assert try_password(client, "morag", PASSWORD, **HERE).status_code == 429


def test_the_pause_ends_by_itself_and_tries_meanwhile_do_not_draw_it_out(client):
    somebody()
    ten_wrong_ones(client)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    assert try_password(client, "morag", "wrong", **HERE).status_code == 429
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=2))
    assert try_password(client, "morag", PASSWORD, **HERE).status_code == 302


def test_the_right_password_forgets_the_wrong_ones(client):
    somebody()
    for _number in range(9):
        try_password(client, "morag", "wrong", **HERE)
    assert try_password(client, "morag", PASSWORD, **HERE).status_code == 302
    assert AccessAttempt.objects.count() == 0


def test_neither_rows_nor_lines_say_who_it_was_or_what_was_typed(client, caplog):
    caplog.set_level(logging.INFO)
    somebody("morag@people.example")
    for _number in range(11):
        try_password(
            client, "morag@people.example", "my-other-password", HTTP_USER_AGENT="Morag’s browser", **HERE
        )
    rows = "\n".join(str(row) for row in AccessAttempt.objects.values())
    lines = "\n".join(record.getMessage() for record in caplog.records)
    for secret in ("morag", "Morag", "192.0.2.7", "my-other-password"):
        assert secret not in rows + lines
    assert lines.count("Signing in is paused for one name and one client") == 1


def test_the_clock_forgets_what_no_longer_counts(client):
    ten_wrong_ones(client, "nobody")
    forget_wrong_passwords()
    assert AccessAttempt.objects.count() == 1
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    forget_wrong_passwords()
    assert AccessAttempt.objects.count() == 0


def test_one_client_cannot_try_many_names_without_end(client, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "wagtailadmin_login": (5, 3600)}
    answers = [try_password(client, f"name{number}", "wrong", **HERE).status_code for number in range(6)]
    assert answers == [200] * 5 + [429]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/admin/password_reset/", "wagtailadmin_password_reset"),
        ("/_util/authenticate_with_password/1/1/", "wagtailcore_authenticate_with_password"),
        ("/documents/authenticate_with_password/1/", "wagtaildocs_authenticate_with_password"),
    ],
)
def test_requests_for_a_new_password_and_passwords_of_private_pages_are_limited(client, settings, path, name):
    allowed, seconds = settings.RATE_LIMITS[name]
    assert allowed <= 20
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, name: (2, seconds)}
    answers = [client.post(path, {"email": "x", "password": "x"}, **HERE).status_code for _try in range(3)]
    assert 429 not in answers[:2]
    assert answers[2] == 429
    assert client.post(path, {"email": "x", "password": "x"}, **THERE).status_code != 429
