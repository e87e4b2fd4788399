"""An editor whose admin has a host of its own looks at previews, and goes on to the public site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.server import Server, free_port, running_server
from tests.journeys.test_editor import page_id
from tests.journeys.test_policy_of_the_admin import Walk, walking


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, prepared_site: Path) -> Iterator[Server]:
    """Readers are at 127.0.0.1, editors at localhost: two hosts for a browser."""
    port = free_port()
    folder = tmp_path_factory.mktemp("two-hosts")
    with running_server(
        folder, copy_of=prepared_site, port=port, ADMIN_URL=f"http://localhost:{port}"
    ) as server:
        yield server


@pytest.fixture
def walk(browser: Browser, server: Server) -> Iterator[Walk]:
    admin = server.address.replace("127.0.0.1", "localhost")
    with walking(browser, server, admin, "/") as walk:
        assert walk.page.url == f"{admin}/admin/"
        yield walk


def test_a_preview_is_whole_and_is_checked(walk: Walk, server: Server) -> None:
    page = walk.page
    page.goto(f"/admin/pages/{page_id(server, '/no-one-left-behind/')}/edit/")
    page.get_by_role("button", name="Toggle preview").click()
    frame = page.frame_locator("iframe#w-preview-iframe")
    heading = frame.get_by_role("heading", level=1)
    expect(heading).to_have_text("No One Left Behind")
    assert "Roboto" in heading.evaluate("element => getComputedStyle(element).fontFamily")
    page.get_by_role("button", name="Toggle checks").click()
    expect(page.locator("[data-content-word-count]")).to_have_text(re.compile(r"\d{2,}"))


def test_the_search_of_a_preview_leads_to_the_public_site(walk: Walk, server: Server) -> None:
    page = walk.page
    page.goto(f"/admin/pages/{page_id(server, '/no-one-left-behind/')}/view_draft/")
    field = page.locator("form[role=search] input").first
    with page.expect_response(lambda response: "/search/suggest/" in response.url) as suggested:
        field.press_sequentially("work")
    assert suggested.value.status == 200
    field.press("Enter")
    page.wait_for_url(f"{server.address}/search/?q=work*")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/no-one-left-behind/"])
def test_view_live_leads_to_the_public_site_on_which_nobody_is_signed_in(
    walk: Walk, server: Server, path: str
) -> None:
    page = walk.page
    page.goto(f"/admin/pages/{page_id(server, path)}/")
    with page.context.expect_page() as opened:
        page.locator(f"header a[href='{path}'], main a[href='{path}']").first.click()
    opened.value.wait_for_url(server.address + path)
    expect(opened.value.locator("wagtail-userbar")).to_have_count(0)
    response = opened.value.goto(f"{server.address}/admin/")
    assert response and response.status == 404


def test_the_pictures_of_an_email_are_shown(walk: Walk, server: Server) -> None:
    page = walk.page
    page.goto(f"/admin/pages/{page_id(server, '/bulletin/2026/10/')}/edit/")
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("iframe#w-preview-iframe")
    expect(preview.locator("h1").first).to_be_visible()  # another one is asked for when the first has come
    page.locator("#id_preview_mode").select_option("email")
    mail = preview.frame_locator("iframe")
    pictures = mail.locator("img")
    expect(pictures.first).to_be_visible()
    assert pictures.first.get_attribute("src").startswith(server.address)
    assert all(pictures.evaluate_all("all => all.map(each => each.complete && each.naturalWidth > 0)"))
