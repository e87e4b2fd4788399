"""An editor walks through the admin, and the browser finds nothing that its policy forbids."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.journeys.server import Server
from tests.journeys.signing_in import sign_in_as
from tests.journeys.test_editor import page_id

# Each violation is told by an event in the document in which it happens, frames included.
LISTEN = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""
PLACES = (
    "/admin/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/images/multiple/add/",
    "/admin/documents/",
    "/admin/documents/multiple/add/",
    "/admin/snippets/",
    "/admin/snippets/resources/milestone/add/",
    "/admin/reports/site-history/",
    "/admin/reports/feedback/",
    "/admin/reports/reviews/",
    "/admin/reports/freshness/",
    "/admin/reports/translations/",
    "/admin/reports/missed-searches/",
    "/admin/reports/workflow/",
    "/admin/reports/aging-pages/",
    "/admin/workflows/list/",
    "/admin/redirects/add/",
    "/admin/bulletin/subscribers/",
    "/admin/councils/teams/",
    "/admin/users/",
    "/admin/groups/",
    "/admin/account/",
    "/admin/settings/pages/sitesettings/",
)
EDITED = ("/", "/handbook/", "/bulletin/2026/10/", "/local-authorities/fife/", "/no-one-left-behind/")


@dataclass
class Walk:
    """A signed-in browser, and what it complained of."""

    page: Page
    told: list[str] = field(default_factory=list)

    def note(self, message: ConsoleMessage) -> None:
        if "Policy" in message.text:
            self.told.append(message.text)


@contextmanager
def walking(browser: Browser, server: Server, host: str, begin: str) -> Iterator[Walk]:
    """From the path `begin` of the host through the sign-in page; nothing may be complained of."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=host)
    context.set_default_timeout(15_000)
    context.add_init_script(LISTEN)
    walk = Walk(context.new_page())
    walk.page.on("console", walk.note)
    sign_in_as(walk.page, server.username, server.password, begin)
    yield walk
    context.close()
    assert walk.told == []


@pytest.fixture
def walk(browser: Browser, site_server: Server) -> Iterator[Walk]:
    with walking(browser, site_server, site_server.address, "/admin/login/") as walk:
        yield walk


def test_lists_forms_and_reports(walk: Walk) -> None:
    for path in PLACES:
        response = walk.page.goto(path, wait_until="load")
        assert response and response.status == 200, path


def test_editing_choosing_and_looking_at_the_preview(walk: Walk, site_server: Server) -> None:
    page = walk.page
    for path in EDITED:
        page.goto(f"/admin/pages/{page_id(site_server, path)}/edit/", wait_until="load")
        expect(page.get_by_label("Title*").first).to_be_visible()
    page.goto(f"/admin/pages/{page_id(site_server, '/no-one-left-behind/')}/edit/")
    page.get_by_role("button", name="Toggle preview").click()
    frame = page.frame_locator("iframe#w-preview-iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text("No One Left Behind")
    page.get_by_role("button", name="Toggle checks").click()
    page.get_by_role("button", name="Choose a page", exact=False).first.click()
    expect(page.get_by_role("dialog").locator("table.listing").first).to_be_visible()


def test_the_policy_would_be_seen_to_be_broken(walk: Walk) -> None:
    """What the other tests listen to really speaks."""
    with walk.page.expect_console_message(lambda message: "Policy: img-src" in message.text):
        walk.page.evaluate("new Image().src = 'https://evil.example/x.png'")
    assert walk.told
    walk.told.clear()
