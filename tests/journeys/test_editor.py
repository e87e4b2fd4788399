"""An editor at work: every page type opens, saves by itself, previews and says what is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Complaints
from tests.journeys.pictures import keep_picture
from tests.journeys.server import Server
from tests.journeys.signing_in import sign_in_as

ADD = "/admin/pages/add/{type}/{parent}/"


@pytest.fixture
def admin(browser: Browser, site_server: Server) -> Iterator[Page]:
    """The admin, signed in. The editor may not break the policy of the admin."""
    complaints = Complaints()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=site_server.address)
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints.listen_to(page)
    sign_in_as(page, site_server.username, site_server.password)
    yield page
    context.close()
    policy = [line for line in complaints.lines if "Content Security Policy" in line]
    assert policy == []


def page_id(server: Server, path: str) -> str:
    """The number of the page at an address, which may differ from its place in the tree."""
    code = (
        "import django; django.setup(); from wagtail.models import Page, Site; "
        "root = Site.objects.get(is_default_site=True).root_page; "
        f"found = Page.objects.filter(url_path=root.url_path + {path.lstrip('/')!r}).first(); "
        "live = Page.objects.live().specific(); "
        f"print((found or next(page for page in live if page.url == {path!r})).pk)"
    )
    return server.python("-c", code).strip()


def test_every_page_type_opens_in_the_editor(admin: Page, site_server: Server) -> None:
    for page_type, paths in site_server.pages_by_type().items():
        admin.goto(f"/admin/pages/{page_id(site_server, paths[0])}/edit/")
        expect(admin.get_by_label("Title*").first).to_be_visible()
        keep_picture(admin, f"editor-{page_type}")


def test_the_preview_has_three_widths(admin: Page, site_server: Server) -> None:
    admin.goto(f"/admin/pages/{page_id(site_server, '/no-one-left-behind/')}/edit/")
    admin.get_by_role("button", name="Toggle preview").click()
    frame = admin.frame_locator("iframe#w-preview-iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text("No One Left Behind")
    expect(admin.locator("[data-device-width]")).to_have_count(3)


def test_a_half_done_page_is_kept_and_publishing_says_what_is_missing(
    admin: Page, site_server: Server
) -> None:
    parent = page_id(site_server, "/no-one-left-behind/updates/")
    admin.goto(ADD.format(type="resources/updatepage", parent=parent))
    admin.fill("#id_title", "Half done")
    admin.get_by_role("button", name="Save draft").click()
    admin.wait_for_url("**/edit/**")
    admin.get_by_role("button", name="More actions").last.click()
    admin.get_by_role("button", name="Publish").click()
    expect(admin.get_by_text("This field is required.").first).to_be_visible()
    expect(admin.locator("#id_title")).to_have_value("Half done")
