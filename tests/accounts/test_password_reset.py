"""A new password: the form tells nobody who has an account, and its mail waits for the relay."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bulletin.send import gate
from cms.mail.hand_over import hand_over
from cms.mail.models import OutboxMail
from tests.accounts.people import somebody

pytestmark = pytest.mark.django_db
NEW = "three-red-plums-in-a-row"


def ask(client: Client, address: str) -> int:
    """The queries that it takes."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(reverse("wagtailadmin_password_reset"), {"email": address})
    assert answer["Location"] == reverse("wagtailadmin_password_reset_done")
    return len(asked)


def links() -> list[str]:
    return [re.search(r"/admin/password_reset/confirm/\S+", one.body)[0] for one in mail.outbox]


def test_the_link_leads_to_a_new_password(client: Client) -> None:
    person = somebody()
    ask(client, person.email.upper())
    hand_over()
    [one] = mail.outbox
    assert one.to == [person.email] and "Password reset" in one.subject and person.username in one.body
    form = client.get(links()[0])["Location"]
    assert client.post(form, {"new_password1": NEW, "new_password2": NEW}).status_code == 302
    person.refresh_from_db()
    assert person.check_password(NEW)


def test_an_address_of_nobody_costs_the_same_and_brings_no_mail(client: Client) -> None:
    person = somebody()
    assert ask(client, person.email) == ask(client, "nobody@council.example")
    assert OutboxMail.objects.count() == 2 and not mail.outbox
    hand_over()
    assert [one.to for one in mail.outbox] == [[person.email]]


@pytest.mark.parametrize("change", [{"is_active": False}, {"password": "!none"}])
def test_who_may_not_sign_in_with_a_password_gets_none(client: Client, change: dict[str, object]) -> None:
    person = somebody()
    type(person).objects.filter(pk=person.pk).update(**change)
    ask(client, person.email)
    hand_over()
    assert not mail.outbox and not OutboxMail.objects.exists()


def test_an_account_whose_address_only_looks_like_it_gets_nothing(client: Client) -> None:
    """U+212A, the sign of kelvin, is a k in lower case."""
    person = somebody("kirsty")
    type(person).objects.filter(pk=person.pk).update(email=person.email.replace("k", "\u212a"))
    ask(client, person.email)
    hand_over()
    assert not mail.outbox


def test_a_domain_beyond_ascii_is_reached_and_one_too_long_for_mail_is_answered(client: Client) -> None:
    person = somebody()
    type(person).objects.filter(pk=person.pk).update(email="morag@b\u00e0ta.example")
    ask(client, "morag@b\u00e0ta.example")
    ask(client, "x@" + ".".join(["\u00e0" * 50] * 4) + ".example")
    hand_over()
    assert [one.to for one in mail.outbox] == [["morag@xn--bta-9ka.example"]]


def test_two_accounts_with_one_address_get_a_link_each(client: Client) -> None:
    person, other = somebody(), somebody("isla")
    type(person).objects.filter(pk=other.pk).update(email=person.email)
    ask(client, person.email)
    hand_over()
    [one] = mail.outbox
    assert one.body.count("/admin/password_reset/confirm/") == 2 and "isla" in one.body


def test_the_mail_waits_while_the_relay_is_away(client: Client, settings) -> None:
    settings.EMAIL_BACKEND = "cms.mail.held.SmtpBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    ask(client, somebody().email)
    hand_over()
    assert OutboxMail.objects.get().purpose == "accounts.password_reset"


def test_it_goes_while_other_mail_is_held_after_a_restore(client: Client) -> None:
    gate.hold("This database was restored.")
    ask(client, somebody().email)
    hand_over()
    assert len(links()) == 1
