"""The mail of an edition in a real browser, as mail programs show it, and beside the editor."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.journeys.accessibility import axe_violations, sideways_scroll, space_text
from tests.journeys.conftest import Complaints
from tests.journeys.pictures import keep_picture
from tests.journeys.server import Server
from tests.journeys.signing_in import sign_in_as

# A mail is shown within the page of a mail program, whose landmarks it cannot be.
OF_A_WHOLE_PAGE = ("region:", "landmark-one-main:")
NEWEST = """import django; django.setup(); from bulletin.models import EditionPage
print(EditionPage.objects.filter(live=False, origin="here").latest("pk").pk)"""

# A link that says nothing stops no preview.
WITH_A_VAGUE_LINK = """import django; django.setup(); from bulletin.models import EditionPage
draft = EditionPage.objects.filter(live=False, origin="here").latest("pk").get_latest_revision_as_object()
stored = draft.sections.get_prep_value()
stored[-1]["value"]["items"][-1]["value"]["link_words"] = "here"
draft.sections = draft.sections.stream_block.to_python(stored)
draft.save_revision(clean=False)
print(draft.pk)"""


@pytest.fixture(scope="session")
def mails(site_server: Server) -> dict[str, str]:
    return json.loads(site_server.python("-m", "tests.journeys.bulletin_mails"))


@pytest.fixture
def admin(browser: Browser, site_server: Server) -> Iterator[Page]:
    """The admin, signed in; nothing may break its policy or fail to load."""
    complaints = Complaints()
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, base_url=site_server.address)
    page = context.new_page()
    sign_in_as(page, site_server.username, site_server.password)
    complaints.listen_to(page)
    yield page
    context.close()
    # Wagtail breaks off the loading of a preview when a newer one begins.
    assert [line for line in complaints.lines if "/edit/preview/" not in line] == []


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [640, 320])
def test_every_mail_can_be_read_by_everybody(
    browser: Browser, mails: dict[str, str], width: int, colours: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours)
    for name, html in mails.items():
        page = context.new_page()  # the wider spacing outlives a change of content
        page.set_content(html, wait_until="load")
        violations = [line for line in axe_violations(page) if not line.startswith(OF_A_WHOLE_PAGE)]
        assert violations == [], name
        assert sideways_scroll(page) == 0, name
        unseen = "[...document.images].filter(image => !image.naturalWidth).map(image => image.src)"
        assert page.evaluate(unseen) == [], name
        keep_picture(page, f"mail-{name}-{width}-{colours}")
        space_text(page)
        assert sideways_scroll(page) == 0, f"{name} with more space"
        page.close()
    context.close()


def test_dark_colours_leave_no_white_behind(browser: Browser, mails: dict[str, str]) -> None:
    """Where a mail has a background of its own in the light, it has a dark one in the dark."""
    context = browser.new_context(viewport={"width": 640, "height": 800}, color_scheme="dark")
    page = context.new_page()
    page.set_content(mails["every kind"])
    light = """[...document.querySelectorAll('body, body *')].filter(element => {
        const parts = getComputedStyle(element).backgroundColor.match(/[0-9.]+/g).map(Number);
        return parts[3] !== 0 && parts.slice(0, 3).every(part => part > 200) && !element.closest('.button');
    }).map(element => element.outerHTML.slice(0, 120))"""
    assert page.evaluate(light) == []
    context.close()


def preview_beside(admin: Page, edition: str) -> FrameLocator:
    """Opens the editor with its preview, which begins with the page on the site.

    Wagtail notices changes from two seconds after it opened; what is typed earlier waits for the next one.
    """
    watched = "document.documentElement.toggleAttribute('data-watched', true)"
    admin.add_init_script(f"document.addEventListener('w-unsaved:watch-edits', () => {watched})")
    admin.goto(f"/admin/pages/{edition}/edit/")
    admin.get_by_role("button", name="Toggle preview").click()
    frame = admin.frame_locator("iframe#w-preview-iframe")
    expect(frame.locator("h1").first).to_be_visible(timeout=20_000)
    expect(admin.locator("html[data-watched]")).to_be_attached()
    return frame


def test_the_editor_sees_the_mail_in_every_form(admin: Page, site_server: Server) -> None:
    outer = preview_beside(admin, site_server.python("-c", NEWEST).strip())
    subject = admin.locator("#id_subject").input_value()
    for mode, width in (("email", 640), ("email-320", 320), ("email-dark", 640)):
        admin.get_by_label("Preview mode").select_option(mode)
        expect(outer.locator(".bar")).to_contain_text(subject)
        expect(outer.locator("iframe")).to_have_attribute("width", str(width + 2))
        inner = outer.frame_locator("iframe")
        expect(inner.get_by_role("heading", level=1)).to_be_visible()
        assert inner.locator("body").evaluate("() => innerWidth") == width
        assert inner.locator("img").first.evaluate("image => image.naturalWidth") > 0
        keep_picture(admin, f"bulletin-preview-{mode}", full_page=False)
    admin.get_by_label("Preview mode").select_option("text")
    expect(outer.locator("pre")).to_contain_text("Read this bulletin on the website:")


def test_a_preview_changes_while_the_editor_types(admin: Page, site_server: Server) -> None:
    outer = preview_beside(admin, site_server.python("-c", NEWEST).strip())
    admin.get_by_label("Preview mode").select_option("email")
    expect(outer.locator(".bar")).to_contain_text("As an e-mail", timeout=20_000)
    admin.fill("#id_subject", "Words just typed < & >")
    expect(outer.locator(".bar")).to_contain_text("Words just typed < & >", timeout=20_000)


def test_a_line_of_the_checklist_opens_the_item_that_it_names(admin: Page, site_server: Server) -> None:
    edit = f"/admin/pages/{site_server.python('-c', WITH_A_VAGUE_LINK).strip()}/edit/"
    admin.goto(edit)
    line = admin.locator(".es_problems li", has_text="do not say where the link leads").get_by_role("link")
    address = line.get_attribute("href") or ""
    item = admin.locator(address)
    toggle = item.locator("[data-panel-toggle]").first
    for _time in range(2):
        expect(toggle).to_have_attribute("aria-expanded", "false")
        line.click()
        expect(toggle).to_have_attribute("aria-expanded", "true")
        expect(item).to_be_in_viewport()
        toggle.click()
    admin.goto("about:blank")
    admin.goto(edit + address)  # as from the check of the links
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(item).to_be_in_viewport()


def test_a_date_stays_as_it_was_typed(admin: Page, site_server: Server) -> None:
    admin.goto(f"/admin/pages/{site_server.python('-c', NEWEST).strip()}/edit/")
    month, calendar = admin.locator("#id_month"), admin.locator(".xdsoft_datetimepicker:visible")
    for typed in ("2026-11-09", "nonsense"):
        month.click()
        expect(calendar).to_have_count(1)
        month.fill(typed)
        month.press("Tab")
        expect(month).to_have_value(typed)
        expect(calendar).to_have_count(0)


def test_an_editor_sends_a_test(admin: Page, site_server: Server) -> None:
    edition = site_server.python("-c", NEWEST).strip()
    admin.goto(f"/admin/pages/{edition}/edit/")
    admin.get_by_role("button", name="Actions", exact=True).first.click()
    admin.get_by_role("link", name="Send a test").click()
    expect(admin.get_by_role("heading", name="Send a test")).to_be_visible()
    assert axe_violations(admin) == []
    admin.get_by_label("Send to").fill("one@example.org\ntwo@example.org")
    admin.get_by_role("button", name="Send the test").click()
    expect(admin.get_by_text("A test was sent to 2 addresses.")).to_be_visible()
    mails = list((site_server.folder / "mail").rglob("*.eml"))
    written = [path.read_text() for path in mails]
    assert sum("To: one@example.org" in text for text in written) == 1
    assert all("/bulletin-mail/" in text for text in written if "[Test]" in text)
