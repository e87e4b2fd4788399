"""A test goes to a few people, changes nothing, and nobody can leave by it."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from threading import Event
from time import monotonic

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from bulletin.models import ConsentEvent, Delivery, EditionPage, Sending, Subscriber
from bulletin.render import test_mail
from bulletin.subscribe.links import unsubscribe_url_of_a_test
from cms.accounts.models import User
from cms.mail.addresses import key_of
from cms.mail.connection import Refused, RelayAway, Reply, Unknown
from cms.mail.models import OutboxMail
from tests.bulletin.office import editor, person
from tests.bulletin.render.editions import edition, story

pytestmark = pytest.mark.usefixtures("demo_site")

ROWS = (Delivery, Sending, Subscriber, ConsentEvent, OutboxMail)


class FailingRelay:
    """Takes `good` messages and then fails at its last step."""

    def __init__(self, failure: Exception, good: int = 0) -> None:
        self.failure, self.good = failure, good

    def begin(self, sender: str, recipient: str) -> None: ...

    def write(self, message: bytes) -> None: ...

    def finish(self) -> Reply:
        if self.good <= 0:
            raise self.failure
        self.good -= 1
        return Reply(250, "ok")

    def __enter__(self) -> FailingRelay:
        return self

    def __exit__(self, *error: object) -> None: ...


@pytest.fixture
def writer(client: Client) -> User:
    user = editor()
    client.force_login(user)
    return user


@pytest.fixture
def draft(writer: User) -> EditionPage:
    page = edition(story())
    page.subject = "Newer words"
    page.save_revision(user=writer)
    return page


def send(client: Client, draft: EditionPage, *addresses: str) -> HttpResponse:
    url = reverse("bulletin_test_send", args=[draft.pk])
    return client.post(url, {"addresses": "\n".join(addresses)}, follow=True)


def entries() -> list[PageLogEntry]:
    return list(PageLogEntry.objects.filter(action=test_mail.SENT))


def test_the_form_offers_the_editors_own_address(client: Client, writer: User, draft: EditionPage) -> None:
    html = client.get(reverse("bulletin_test_send", args=[draft.pk])).content.decode()
    assert writer.email in html
    assert "20 more tests" in html


def test_the_newest_draft_goes_out_at_once_and_is_marked_as_a_test(
    client: Client, draft: EditionPage
) -> None:
    response = send(client, draft, "A@Example.org", "b@example.org", "a@example.org")
    assert "A test was sent to 2 addresses." in response.content.decode()
    assert [message.to for message in mail.outbox] == [["a@example.org"], ["b@example.org"]]
    assert {message.subject for message in mail.outbox} == {"[Test] Newer words"}
    messages = [message_from_bytes(sent.finished, policy=policy.default) for sent in mail.outbox]
    assert len({message["Message-ID"] for message in messages}) == 2
    for message in messages:
        assert message["List-Unsubscribe"] == f"<{unsubscribe_url_of_a_test()}>"
        for part in message.iter_parts():
            assert unsubscribe_url_of_a_test() in part.get_content()


def test_a_test_changes_no_row(client: Client, draft: EditionPage) -> None:
    reader = Subscriber.objects.create(
        email="a@example.org", address_key=key_of("a@example.org"), state="active", source="x"
    )
    before = [model.objects.count() for model in ROWS]
    send(client, draft, "a@example.org")
    assert [model.objects.count() for model in ROWS] == before
    for method in (client.get, client.post):
        answer = method(unsubscribe_url_of_a_test(), {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert "test" in answer.content.decode().lower()
    reader.refresh_from_db()
    assert reader.state == "active"
    assert [model.objects.count() for model in ROWS] == before
    draft.refresh_from_db()
    assert not draft.live


def test_the_log_says_how_many_and_not_to_whom(client: Client, writer: User, draft: EditionPage) -> None:
    send(client, draft, "a@example.org", "b@example.org")
    [entry] = entries()
    assert (entry.user, entry.data) == (writer, {"number": 2})
    assert entry.formatter.format_message(entry) == "Sent a test to 2 addresses."


@pytest.mark.parametrize(
    ("addresses", "words"),
    [
        ([], "required"),
        (["nobody"], "“nobody” is not an e-mail address."),
        (["a@example.org\r\nBcc: b"], "“Bcc:” is not an e-mail address."),
        ([f"{letter}@example.org" for letter in "abcdef"], "at most 5 addresses"),
    ],
)
def test_what_is_no_address_or_too_many_is_refused(
    client: Client, draft: EditionPage, addresses: list[str], words: str
) -> None:
    response = send(client, draft, *addresses)
    assert response.status_code == 200
    assert words in response.content.decode()
    assert mail.outbox == []
    assert entries() == []


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (RelayAway("refused"), "The mail relay cannot be reached."),
        (Refused("recipient", Reply(550, "5.7.1 not here")), "The mail relay refused it: 5.7.1 not here"),
        (Unknown("break"), "may or may not arrive"),
    ],
)
def test_an_error_of_the_relay_is_one_clear_message(
    client: Client, draft: EditionPage, monkeypatch: pytest.MonkeyPatch, failure: Exception, words: str
) -> None:
    monkeypatch.setattr(test_mail, "open_connection", lambda: FailingRelay(failure, good=1))
    html = send(client, draft, "a@example.org", "b@example.org", "c@example.org").content.decode()
    assert words in html
    assert "It was sent to a@example.org." in html
    assert [entry.data for entry in entries()] == [{"number": 1}]


class SilentRelay(FailingRelay):
    """Takes `good` messages and then says nothing until it is let go."""

    def __init__(self, good: int) -> None:
        super().__init__(RelayAway("at last"), good)
        self.let_go = Event()

    def finish(self) -> Reply:
        if self.good <= 0:
            self.let_go.wait(10)
        return super().finish()


def test_a_relay_that_says_nothing_keeps_nobody_waiting(
    client: Client, draft: EditionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    relay = SilentRelay(good=1)
    monkeypatch.setattr(test_mail, "open_connection", lambda: relay)
    monkeypatch.setattr(test_mail, "WAITS", 0.3)
    begun = monotonic()
    html = send(client, draft, "a@example.org", "b@example.org", "c@example.org").content.decode()
    assert monotonic() - begun < 5
    relay.let_go.set()
    assert "may or may not arrive" in html and "It was sent to a@example.org." in html
    assert [entry.data for entry in entries()] == [{"number": 1}]


def test_a_draft_that_is_no_mail_says_why(client: Client, writer: User) -> None:
    page = edition(story(), subject="")
    page.save_revision(user=writer)
    assert "Subject: Write a subject." in send(client, page, "a@example.org").content.decode()
    assert mail.outbox == []


def test_twenty_tests_an_hour_are_enough(client: Client, writer: User, draft: EditionPage) -> None:
    addresses = [f"{letter}@example.org" for letter in "abcde"]
    for _time in range(4):
        send(client, draft, *addresses)
    assert len(mail.outbox) == 20
    assert "at most 20 tests an hour" in send(client, draft, "a@example.org").content.decode()
    assert len(mail.outbox) == 20
    PageLogEntry.objects.filter(action=test_mail.SENT).update(timestamp=timezone.now() - timedelta(hours=2))
    send(client, draft, "a@example.org")
    assert len(mail.outbox) == 21


@pytest.mark.parametrize("method", ["get", "post"])
def test_only_those_who_may_edit_the_edition_send_tests(
    client: Client, draft: EditionPage, method: str
) -> None:
    url = reverse("bulletin_test_send", args=[draft.pk])
    client.logout()
    assert getattr(client, method)(url, {"addresses": "a@example.org"}).status_code == 302
    other = person("fergus")
    other.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(other)
    answer = getattr(client, method)(url, {"addresses": "a@example.org"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))
    assert mail.outbox == []
    assert entries() == []


def test_an_edition_from_elsewhere_cannot_be_tested(client: Client, writer: User) -> None:
    page = edition(origin="elsewhere")
    send(client, page, "a@example.org")
    assert mail.outbox == []


def test_an_edition_that_is_not_there_is_not_found(client: Client, writer: User) -> None:
    for number in (999_999, 10**30):
        assert client.get(reverse("bulletin_test_send", args=[number])).status_code == 404
