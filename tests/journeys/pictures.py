"""What a browser shows, as pictures for people: `make test SCREENSHOTS=yes` keeps them in var/screenshots."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).resolve().parents[2] / "var/screenshots"


def keep_picture(page: Page, name: str, *, full_page: bool = True) -> None:
    if os.environ.get("SCREENSHOTS"):
        page.screenshot(path=FOLDER / f"{name}.png", full_page=full_page)
