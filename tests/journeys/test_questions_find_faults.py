"""The questions put to every page are seen to find a fault where there is one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.accessibility import axe_violations, bad_stops, sideways_scroll, space_text
from tests.journeys.conftest import Complaints

FRAME = "<!DOCTYPE html><html lang='en'><title>Page</title><main><h1>Page</h1>{}</main></html>"


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    yield page
    page.close()


def rules_broken(page: Page) -> list[str]:
    return [line.split(":")[0] for line in axe_violations(page)]


def test_a_sound_page_passes(blank: Page) -> None:
    blank.set_content(FRAME.format("<p><a href='#'>Read more about work</a></p>"))
    assert rules_broken(blank) == []
    assert bad_stops(blank) == []
    assert sideways_scroll(blank) == 0


def test_an_image_without_alternative_text_is_seen(blank: Page) -> None:
    blank.set_content(FRAME.format("<img src='data:,'>"))
    assert rules_broken(blank) == ["image-alt"]


def test_a_heading_out_of_order_is_seen(blank: Page) -> None:
    blank.set_content(FRAME.format("<h4>Detail</h4>"))
    assert rules_broken(blank) == ["heading-order"]


def test_a_wide_page_is_seen(blank: Page) -> None:
    blank.set_content(FRAME.format("<div style='width: 400px'>Wide</div>"))
    assert sideways_scroll(blank) > 0


def test_text_that_has_no_room_for_spacing_is_seen(blank: Page) -> None:
    blank.set_content(FRAME.format("<p style='white-space: nowrap'>A line as wide as a narrow screen is</p>"))
    assert sideways_scroll(blank) == 0
    space_text(blank)
    assert sideways_scroll(blank) > 0


def test_a_stop_without_a_focus_style_is_seen(blank: Page) -> None:
    blank.set_content(FRAME.format("<a href='#' style='outline: none'>Go</a>"))
    assert bad_stops(blank) == ['a "Go" is not styled']


def test_a_stop_under_something_else_is_seen(blank: Page) -> None:
    cover = "<div style='position: fixed; inset: 0; background: white'></div>"
    blank.set_content(FRAME.format(f"<a href='#'>Go</a>{cover}"))
    assert bad_stops(blank) == ['a "Go" is not uncovered']


def test_a_stop_outside_the_window_is_seen(blank: Page) -> None:
    blank.set_content(FRAME.format("<a href='#' style='position: fixed; left: -500px'>Go</a>"))
    assert 'a "Go" is not visible' in bad_stops(blank)


def test_what_the_browser_objects_to_is_kept(blank: Page) -> None:
    complaints = Complaints()
    complaints.listen_to(blank)
    policy = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"
    blank.set_content(f"<html><head>{policy}</head><body><script>go()</script></body></html>")
    assert any("Content Security Policy" in line for line in complaints.lines)
