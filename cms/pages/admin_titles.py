"""What a page is called in the admin: after its newest draft, or as readers know it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.models import Page

_as_readers_do: ContextVar[bool] = ContextVar("pages_are_called_as_readers_do", default=False)


def call_pages_as_readers_do() -> None:
    """From now on, and until the end of the request."""
    _as_readers_do.set(True)


@contextmanager
def usual_titles() -> Iterator[None]:
    """What is set within a request ends with it."""
    before = _as_readers_do.set(False)
    try:
        yield
    finally:
        _as_readers_do.reset(before)


def admin_title(page: Page, usual: str) -> str:
    return page.title if page.live and _as_readers_do.get() else usual
