"""A real server and a real browser: Debian's Chromium, driven by pytest-playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize

from tests.journeys.browser import QUIET
from tests.journeys.server import Server, running_server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder that takes the browser is marked so, and `make test-quick` leaves it out."""
    needs_browser = {"browser", "page", "context", "open_page", "read_page", "site_server"}
    for item in items:
        if Path(__file__).parent in item.path.parents and needs_browser & set(
            getattr(item, "fixturenames", ())
        ):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    if not chromium:
        pytest.fail("Chromium is missing: scripts/browser.sh installs it or says how.", pytrace=False)
    return {**browser_type_launch_args, "executable_path": chromium, "args": list(QUIET)}


@pytest.fixture(scope="session")
def site_server(tmp_path_factory: pytest.TempPathFactory, prepared_site: Path) -> Iterator[Server]:
    """The demo site on a real server. Journeys share it, so one may not rely on what another left."""
    with running_server(tmp_path_factory.mktemp("site"), copy_of=prepared_site) as server:
        yield server


@pytest.fixture(scope="session")
def pages_by_type(site_server: Server) -> dict[str, list[str]]:
    return site_server.pages_by_type()


@dataclass(frozen=True)
class Language:
    """In which a reader reads: what stands before each path, and the words of the interface."""

    code: str
    prefix: str

    def say(self, english: str) -> str:
        with translation.override(self.code):
            return gettext(english)


@pytest.fixture(params=[Language("en-gb", ""), Language("gd", "/gd")], ids=lambda language: language.code)
def language(request: pytest.FixtureRequest) -> Language:
    """A test that takes it runs in both."""
    return request.param


class Complaints:
    """What the browser objects to: script errors, violations of the policy, files that are not there."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def listen_to(self, page: Page) -> None:
        page.on("console", self.note_message)
        page.on("pageerror", lambda error: self.lines.append(f"script: {error}"))
        page.on("requestfailed", self.note_failure)

    def note_failure(self, request: Request) -> None:
        # A script that asks gives up when another key is pressed or another page is opened.
        if request.resource_type != "fetch" or request.failure != "net::ERR_ABORTED":
            self.lines.append(f"not loaded: {request.url}")

    def note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.lines.append(f"console: {message.text}")


OpenPage = Callable[..., Page]
AS_USUAL = {"media": "screen", "forced_colors": "none", "reduced_motion": "no-preference"}


def viewport(width: int) -> ViewportSize:
    return {"width": width, "height": 640 if width < 768 else 900}


@pytest.fixture
def open_page(browser: Browser, site_server: Server) -> Iterator[OpenPage]:
    """`open_page(path, width=320, **context)`: a page in a context of its own. Complaints fail the test."""
    complaints, contexts = Complaints(), []

    def open_it(path: str, *, width: int = 1280, expected: int = 200, **context: Any) -> Page:
        contexts.append(
            browser.new_context(viewport=viewport(width), base_url=site_server.address, **context)
        )
        page = contexts[-1].new_page()
        if expected == 200:
            complaints.listen_to(page)
        response = page.goto(path, wait_until="load")
        assert response
        assert response.status == expected, f"{path} answers {response.status}:\n{site_server.last_words()}"
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert complaints.lines == []


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests of every_page.py run for the KINDS of the module that takes them over."""
    if "kind" in metafunc.fixturenames:
        metafunc.parametrize("kind", metafunc.module.KINDS)


class Windows:
    """One window with scripts and one without. Pages that are only read share them: they open four times as
    fast as in a context of their own."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._open: dict[bool, Page] = {}
        self.complaints = Complaints()
        self.expected = 200  # at any other status the browser objects, too

    def __call__(
        self, path: str, *, width: int = 1280, expected: int = 200, scripts: bool = True, **media: str
    ) -> Page:
        page = self._open.get(scripts) or self._new(scripts)
        self._leave(page)
        page.set_viewport_size(viewport(width))
        page.emulate_media(**(AS_USUAL | media))
        self.expected = expected
        response = page.goto(path, wait_until="load")
        assert response and response.status == expected, f"{path} answers {response and response.status}"
        return page

    def _leave(self, page: Page) -> None:
        """What is still on its way to the page before is given up, and that is no complaint."""
        before = len(self.complaints.lines)
        page.goto("about:blank")
        del self.complaints.lines[before:]

    def _new(self, scripts: bool) -> Page:
        context = self._browser.new_context(base_url=self._address, java_script_enabled=scripts)
        self._open[scripts] = context.new_page()
        self.complaints.listen_to(self._open[scripts])
        return self._open[scripts]

    def close(self) -> None:
        for page in self._open.values():
            page.context.close()


@pytest.fixture(scope="session")
def windows(browser: Browser, site_server: Server) -> Iterator[Windows]:
    shared = Windows(browser, site_server.address)
    yield shared
    shared.close()


@pytest.fixture
def read_page(windows: Windows) -> Iterator[OpenPage]:
    """`read_page(path, width=320, scripts=False, media="print")`: like `open_page`, in a shared window."""
    windows.complaints.lines.clear()
    yield windows
    assert windows.complaints.lines == [] or windows.expected != 200


@pytest.fixture(scope="session")
def fullest_page(site_server: Server, pages_by_type: dict[str, list[str]]) -> dict[str, str]:
    """Page type -> the path of its English page with the most HTML, which has the most to go wrong."""
    return fullest(site_server, pages_by_type, lambda path: not path.startswith("/gd/"))


@pytest.fixture(scope="session")
def fullest_gaelic_page(site_server: Server, pages_by_type: dict[str, list[str]]) -> dict[str, str]:
    return fullest(site_server, pages_by_type, lambda path: path.startswith("/gd/"))


def fullest(
    server: Server, pages_by_type: dict[str, list[str]], is_meant: Callable[[str], bool]
) -> dict[str, str]:
    meant = {page_type: list(filter(is_meant, paths)) for page_type, paths in pages_by_type.items()}
    return {
        page_type: max(paths, key=lambda path: len(server.fetch(path)))
        for page_type, paths in meant.items()
        if paths
    }
