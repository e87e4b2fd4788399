"""An edition from “New edition” to “Sent”: an editor writes it, a moderator approves and queues it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.accessibility import axe_violations, come_to_rest, sideways_scroll
from tests.journeys.conftest import Complaints
from tests.journeys.pictures import keep_picture
from tests.journeys.server import Server, running_server
from tests.journeys.signing_in import sign_in_as

EDITOR, MODERATOR, WORD = "sg-editor", "sg-moderator", "a word for this journey"
# The demo site has begun this month's edition; the journey begins it anew.
PREPARE = f"""
import django; django.setup()
from bulletin.models import EditionPage
from cms.accounts.models import User
for page in EditionPage.objects.filter(live=False, origin="here"): page.delete()
for user in User.objects.filter(username__in=["{EDITOR}", "{MODERATOR}"]):
    user.set_password("{WORD}"); user.save()
"""
STATES = """
import django; django.setup()
from django.db.models import Count
from bulletin.models import Sending
newest = Sending.objects.first()
print(newest.state, newest.audience, dict(newest.deliveries.values_list("state").annotate(Count("pk"))))
"""
# Violations in what Wagtail puts around each page of its admin are Wagtail's.
OF_WAGTAIL = ("region:", "landmark-", "heading-order:", "empty-table-header:")
SignIn = Callable[[str], Page]


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory, prepared_site: Path) -> Iterator[Server]:
    """A site of its own: what is sent here must not be missing in other journeys."""
    with running_server(tmp_path_factory.mktemp("bulletin-editor"), copy_of=prepared_site) as server:
        server.python("-c", PREPARE)
        yield server


@pytest.fixture
def sign_in(browser: Browser, own_site: Server) -> Iterator[SignIn]:
    """`sign_in(name)`: the admin as that person sees it. Complaints of the browser fail the test."""
    complaints, contexts = Complaints(), []

    def signed_in(name: str) -> Page:
        viewport = {"width": 1280, "height": 1000}
        contexts.append(browser.new_context(viewport=viewport, base_url=own_site.address))
        contexts[-1].set_default_timeout(20_000)
        page = contexts[-1].new_page()
        sign_in_as(page, name, WORD)
        complaints.listen_to(page)
        return page

    yield signed_in
    for context in contexts:
        context.close()
    assert [line for line in complaints.lines if "not loaded" not in line] == []


def look_at(page: Page, name: str) -> None:
    """In two widths; the page has to be usable in both and break no rule of axe."""
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 1000})
        come_to_rest(page)
        keep_picture(page, f"bulletin-{name}-{width}")
        assert sideways_scroll(page) == 0, (name, width)
    assert [line for line in axe_violations(page) if not line.startswith(OF_WAGTAIL)] == [], name


def stage(page: Page) -> str:
    return page.locator("#sending-state h2").first.inner_text()


def test_an_edition_is_written_approved_and_sent(sign_in: SignIn, own_site: Server) -> None:
    editor = sign_in(EDITOR)
    editor.goto("/admin/bulletin/")
    look_at(editor, "editions")
    editor.get_by_role("link", name="New edition from what is new").click()
    editor.get_by_role("button", name="Begin the edition").click()
    editor.wait_for_url("**/edit/")
    edit = editor.url
    editor.get_by_label("Subject", exact=False).first.fill("A new edition from start to end")
    editor.get_by_label("Preheader", exact=False).first.fill("What is new this month")
    editor.get_by_role("button", name="Save draft").click()
    expect(editor.get_by_text("has been updated").first).to_be_visible()

    editor.get_by_role("button", name="Actions", exact=True).click()
    editor.get_by_role("link", name="Sending", exact=True).click()
    editor.wait_for_url("**/sending/")
    address = editor.url
    assert stage(editor) == "Draft"
    look_at(editor, "draft")
    editor.get_by_role("button", name="Submit for approval").click()
    expect(editor.get_by_text("It waits for approval by:")).to_be_visible()
    assert editor.get_by_role("button", name="Approve").count() == 0

    moderator = sign_in(MODERATOR)
    moderator.goto(edit)
    moderator.get_by_role("button", name="Approve", exact=True).click()
    moderator.wait_for_url("**/sending/", timeout=60_000)  # the links are asked first
    expect(moderator.get_by_text("The edition is approved.")).to_be_visible()
    look_at(moderator, "approved")
    moderator.get_by_role("link", name="Queue it for sending").click()
    look_at(moderator, "queue")
    moderator.get_by_role("button", name="Queue the edition").click()
    expect(moderator.get_by_text("Queued. The sending starts in a moment.")).to_be_visible()

    own_site.python("manage.py", "bulletin_worker", "--once")
    moderator.goto(address)
    expect(moderator.locator("#sending-state h2").first).to_have_text("Sent", timeout=60_000)
    assert moderator.get_by_text(re.compile(r"(\d+) of \1 are done: 100 per cent")).count() == 1
    look_at(moderator, "sent")
    state, audience, counted = own_site.python("-c", STATES).split(maxsplit=2)
    assert state == "sent" and counted.strip() == f"{{'sent': {audience}}}"

    moderator.get_by_role("link", name="Open the report").first.click()
    look_at(moderator, "report")
    editor.goto(address)
    editor.get_by_role("link", name="View live").click()
    expect(editor.get_by_role("heading", level=1)).to_be_visible()


def test_a_sending_is_watched_paused_and_cancelled(sign_in: SignIn, own_site: Server) -> None:
    """The page shows by itself what another person does."""
    start = (
        "import django; django.setup(); from bulletin.models import Sending; "
        "sending = Sending.objects.first(); "
        "Sending.objects.filter(pk=sending.pk).update(state='sending', wait_until='2099-01-01T00:00Z'); "
        "sending.deliveries.filter(pk__in=list(sending.deliveries.values_list('pk', flat=True)[:9]))"
        ".update(state='pending', not_before='2099-01-01T00:00Z'); print(sending.edition_id)"
    )
    pk = own_site.python("-c", start).strip()
    watching, acting = sign_in(MODERATOR), sign_in(MODERATOR)
    for page in (watching, acting):
        page.goto(f"/admin/bulletin/editions/{pk}/sending/")
        assert stage(page) == "Being sent"
    look_at(watching, "being-sent")
    acting.get_by_role("button", name="Pause").click()
    expect(watching.locator("#sending-state h2").first).to_have_text("Paused")
    look_at(watching, "paused")
    acting.get_by_role("link", name="Cancel the sending").click()
    look_at(acting, "cancel")
    acting.get_by_role("button", name="Yes, cancel the sending").click()
    expect(acting.get_by_text("Cancelled. The edition can be changed, or queued again.")).to_be_visible()
    expect(watching.locator("#sending-state h2").first).to_have_text("Approved")
