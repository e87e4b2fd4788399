"""From the strip on a page to a subscription, a change of mind and goodbye; on a phone, without scripts."""

from __future__ import annotations

import re
import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.accessibility import axe_violations, bad_stops, sideways_scroll, space_text
from tests.journeys.conftest import OpenPage
from tests.journeys.server import Server

NARROW, WIDE = 320, 1280
LONGER_THAN_A_PROGRAM = 3.1  # seconds until a form counts as filled in by a person


class Mailbox:
    """The mails to one address, as the site without a relay writes them into its folder."""

    def __init__(self, server: Server, address: str) -> None:
        self.server = server
        self.address = address

    def newest(self) -> str:
        """The text of the newest, once the task worker has handed over what waits."""
        self.server.python("manage.py", "db_worker", "--batch")
        texts = [self._text(file) for file in sorted(self.server.folder.glob("mail/*.eml"))]
        return [text for text in texts if text][-1]

    def link(self, part: str) -> str:
        """The path of the link in the newest mail that has this part."""
        found = re.search(rf"http://\S+?(/bulletin-mail/{part}/\S+)", self.newest())
        assert found, f"no link to {part}"
        return found[1]

    def _text(self, file: Path) -> str:
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        return mail.get_body(("plain",)).get_content() if mail["To"] == self.address else ""


def press(page: Page, target: Locator) -> None:
    """Presses and waits for the next page: without scripts nothing else tells that it has come."""
    with page.expect_navigation():
        target.click()


def button(page: Page, words: str) -> Locator:
    return page.locator("main").get_by_role("button", name=words)


def sign_up(page: Page, address: str) -> None:
    strip = page.locator(".es_signup")
    strip.get_by_label("Your e-mail address").fill(address)
    press(page, strip.get_by_role("button", name="Sign up"))
    expect(page.get_by_label("Your e-mail address")).to_have_value(address)
    page.get_by_text("The monthly bulletin").click()
    time.sleep(LONGER_THAN_A_PROGRAM)
    press(page, button(page, "Sign up"))
    expect(page.locator("h1")).to_have_text("Look for our e-mail")
    assert "@" not in page.url


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_from_the_strip_to_leaving(open_page: OpenPage, site_server: Server, width: int) -> None:
    mailbox = Mailbox(site_server, f"reader-{width}@council.example")
    page = open_page("/privacy/", width=width, java_script_enabled=False)
    sign_up(page, mailbox.address)
    page.goto(mailbox.link("confirm"))
    expect(page.locator("main li").first).to_have_text("The monthly bulletin")
    press(page, button(page, "Yes, send me the bulletin"))
    expect(page.locator("h1")).to_have_text("You are subscribed")
    latest = page.locator("main").get_by_role("link", name=re.compile(r"\d{4}"))
    expect(latest).to_be_visible()
    assert latest.get_attribute("href") in mailbox.newest()
    page.goto(mailbox.link("leave"))
    press(page, button(page, "Leave the bulletin"))
    expect(page.locator("h1")).to_have_text("You have left the bulletin")
    assert page.context.cookies() == []


def test_preferences_a_new_address_and_erasing_without_an_account(
    open_page: OpenPage, site_server: Server
) -> None:
    old = Mailbox(site_server, "mover@council.example")
    new = Mailbox(site_server, "moved@provider.example")
    page = open_page("/", width=NARROW, java_script_enabled=False)
    sign_up(page, old.address)
    page.goto(old.link("confirm"))
    press(page, button(page, "Yes, send me the bulletin"))
    press(page, page.locator("main").get_by_role("link", name="Change what you get"))
    page.get_by_label("Your e-mail address").fill(old.address)
    time.sleep(LONGER_THAN_A_PROGRAM)
    press(page, button(page, "Send me the link"))
    own = old.link("preferences")
    page.goto(own)
    page.get_by_text("Special editions").click()
    press(page, button(page, "Save"))
    expect(page.get_by_role("status")).to_contain_text("Your choices are saved")
    press(page, page.get_by_role("link", name="Change your address"))
    page.get_by_label("Your new e-mail address").fill(new.address)
    press(page, button(page, "Send the link"))
    page.goto(new.link("address"))
    press(page, button(page, "Yes, send it here"))
    assert "no longer comes to this address" in old.newest()
    page.goto("/bulletin-mail/preferences/")
    page.get_by_label("Your e-mail address").fill(new.address)
    time.sleep(LONGER_THAN_A_PROGRAM)
    press(page, button(page, "Send me the link"))
    own = new.link("preferences")  # those that went to the old address have ended
    page.goto(own)
    press(page, page.get_by_role("link", name="See what we hold about you"))
    expect(page.locator("main")).to_contain_text(new.address)
    expect(page.locator("main")).to_contain_text("Changed address")
    page.goto(own)
    press(page, page.get_by_role("link", name="Erase everything we hold about you"))
    press(page, button(page, "Yes, erase everything"))
    expect(page.locator("h1")).to_have_text("Everything is erased")


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_page_can_be_used_by_everyone(open_page: OpenPage, site_server: Server, width: int) -> None:
    mailbox = Mailbox(site_server, f"everyone-{width}@council.example")
    page = open_page("/contact/", width=width)
    sign_up(page, mailbox.address)
    confirm = mailbox.link("confirm")
    page.goto(confirm)
    press(page, button(page, "Yes, send me the bulletin"))
    leave = mailbox.link("leave")
    page.goto("/bulletin-mail/preferences/")
    page.get_by_label("Your e-mail address").fill(mailbox.address)
    time.sleep(LONGER_THAN_A_PROGRAM)
    press(page, button(page, "Send me the link"))
    own = mailbox.link("preferences")
    paths = [
        "/bulletin/subscribe/",
        "/bulletin/subscribe/check-your-mail/",
        "/bulletin/subscribe/thanks/",
        "/bulletin-mail/preferences/",
        "/bulletin-mail/erased/",
        "/bulletin-mail/leave/test/",
        leave,
        own,
        f"{own}held/",
        f"{own}address/",
        f"{own}erase/",
    ]
    for path in paths:
        page.goto(path)
        assert axe_violations(page) == [], path
        assert bad_stops(page) == [], path
        space_text(page)
        assert sideways_scroll(page) <= 0, path


def test_a_mistake_is_named_and_the_keyboard_leads_to_it(open_page: OpenPage) -> None:
    page = open_page("/bulletin/subscribe/", width=NARROW)
    page.get_by_label("Your e-mail address").fill("nobody")
    press(page, button(page, "Sign up"))
    assert page.title().startswith("Error:")
    summary = page.locator("#error-summary")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(2)
    summary.get_by_role("link").first.press("Enter")
    expect(page.get_by_label("Your e-mail address")).to_be_focused()
    assert axe_violations(page) == []
