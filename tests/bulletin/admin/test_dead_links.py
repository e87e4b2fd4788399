"""Handing in, approving and queueing ask first whether the links of an edition lead anywhere."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import CommandError, call_command

from bulletin.approval.approve import approve
from bulletin.approval.current import approval_of, digest_of, newest_draft
from bulletin.models import EditionPage
from cms.accounts.models import User
from tests.bulletin import office
from tests.bulletin.admin.conftest import SignedIn
from tests.bulletin.admin.pressing import press, said
from tests.bulletin.approval.editing import Editing
from tests.bulletin.office import sections, story

pytestmark = pytest.mark.django_db

GONE, THERE = "http://www.gov.example/gone/", "http://www.gov.example/there/"
Written = Callable[[str], EditionPage]


class Gov(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response(410 if "gone" in self.path else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every name leads to one small server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gov)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_rest, **_more: found)

    def connected(_address: object, timeout: float) -> socket.socket:
        plain = socket.socket()
        plain.settimeout(timeout)
        plain.connect(server.server_address)
        return plain

    monkeypatch.setattr(socket, "create_connection", connected)
    yield
    monkeypatch.undo()
    server.shutdown()
    server.server_close()


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_rest: object, **_more: object) -> list:
        raise socket.gaierror(socket.EAI_NONAME, "no")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def written(people: dict[str, User]) -> Written:
    return lambda address: office.edition(people["editor"], sections=sections(story(address=address)))


def seen(edition: EditionPage) -> str:
    return digest_of(newest_draft(edition))


def is_approved(edition: EditionPage) -> bool:
    return approval_of(EditionPage.objects.get(pk=edition.pk)) is not None


def test_a_dead_link_is_not_handed_in(internet: None, written: Written, signed_in: SignedIn) -> None:
    edition = written(GONE)
    assert f"There is nothing at {GONE}" in press(signed_in("editor"), "submit", edition)
    assert not edition.workflow_in_progress


def test_a_dead_link_is_not_handed_in_from_the_editor_either(
    internet: None, written: Written, people: dict[str, User]
) -> None:
    edition = written(GONE)
    response = Editing(people["editor"]).press("submit", edition)
    assert f"section “News”, item 1: A story: There is nothing at {GONE}" in response.content.decode()
    assert not edition.workflow_in_progress


def test_an_incomplete_edition_is_not_asked_for_its_links(written: Written, people: dict[str, User]) -> None:
    edition = written(GONE)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", lambda *_rest, **_more: pytest.fail("asked"))
        response = Editing(people["editor"]).press("submit", edition, subject="")
    assert "It is missing" in response.content.decode()


def test_a_dead_link_is_not_approved(
    internet: None, written: Written, people: dict[str, User], signed_in: SignedIn
) -> None:
    edition = written(GONE)
    office.submit(edition, people["editor"])
    answer = press(signed_in("moderator"), "approve", edition, seen=seen(edition))
    assert f"There is nothing at {GONE}" in answer
    Editing(people["moderator"]).press("approve", edition)
    assert not is_approved(edition)


def test_a_dead_link_is_not_queued(
    internet: None, written: Written, people: dict[str, User], signed_in: SignedIn
) -> None:
    """It may have died since the approval."""
    edition = written(GONE)
    approve(edition, people["moderator"])
    assert f"There is nothing at {GONE}" in press(signed_in("moderator"), "queue", edition, when="now")
    assert not edition.sendings.exists()


def test_a_dead_link_is_not_queued_by_command(
    internet: None, written: Written, people: dict[str, User]
) -> None:
    edition = written(GONE)
    approve(edition, people["moderator"])
    with pytest.raises(CommandError) as refusal:
        call_command("queue_bulletin", edition.slug)
    words = f"2031-10 is not queued: section “News”, item 1: A story: There is nothing at {GONE}."
    assert str(refusal.value) == words
    assert not edition.sendings.exists()


def test_links_that_answer_are_no_obstacle(
    internet: None, written: Written, people: dict[str, User], signed_in: SignedIn
) -> None:
    edition, moderator = written(THERE), signed_in("moderator")
    assert press(signed_in("editor"), "submit", edition).split(".")[0] == "The edition waits for approval now"
    press(moderator, "approve", edition, seen=seen(edition))
    assert is_approved(edition)
    press(moderator, "queue", edition, when="now")
    assert edition.sendings.exists()


def test_a_machine_without_the_internet_only_says_so(
    offline: None, written: Written, signed_in: SignedIn
) -> None:
    edition = written(GONE)
    answer = press(signed_in("editor"), "submit", edition)
    assert f"No site was found for {GONE}" in answer and "waits for approval now" in answer
    assert edition.workflow_in_progress


def test_so_do_the_editor_and_the_command(
    offline: None, written: Written, people: dict[str, User], capsys: pytest.CaptureFixture[str]
) -> None:
    edition = written(GONE)
    editing = Editing(people["editor"])
    assert f"No site was found for {GONE}" in said(editing.press("submit", edition))
    approve(EditionPage.objects.get(pk=edition.pk), people["moderator"])
    call_command("queue_bulletin", edition.slug)
    printed = capsys.readouterr()
    assert f"No site was found for {GONE}" in printed.err and "is queued" in printed.out
