"""Looks at all that is logged while the tests run: nobody's address and nobody's telephone number is in it.

The test during which something personal was logged fails, and names the place. Of our own loggers the bare
message counts, of libraries what production writes, which is masked.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from email.utils import parseaddr

import pytest

OURS = ("cms", "bulletin", "la_directory", "resources", "search", "home", "access")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(r"(?<![\w./:-])(?:\+44\s?|0)\d{2,4}\s\d{3,4}\s?\d{3,4}(?!\d)")


def personal(words: str) -> list[str]:
    """What must not be in a log; the site's own sender may."""
    from django.conf import settings

    own = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return [one for one in (*ADDRESS.findall(words), *TELEPHONE.findall(words)) if one != own]


class Guard(logging.Handler):
    """Remembers each line with something personal, with its place."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        from cms.operations.log_lines import JsonLine

        written = JsonLine().format(record)
        words = f"{record.getMessage()} {written}" if record.name.split(".")[0] in OURS else written
        if hits := personal(words):
            self.found.append(f"{record.pathname}:{record.lineno} ({record.name}) logs {', '.join(hits)}")

    def take(self) -> list[str]:
        found, self.found = self.found, []
        return found


guard = Guard()


@pytest.fixture(autouse=True, scope="session")
def everything_logged_is_looked_at() -> Iterator[None]:
    loggers = [logging.getLogger(), logging.getLogger("django.server")]  # the second tells the first nothing
    for logger in loggers:
        logger.addHandler(guard)
    yield
    for logger in loggers:
        logger.removeHandler(guard)


@pytest.fixture(autouse=True)
def nothing_personal_is_logged(everything_logged_is_looked_at: None) -> Iterator[None]:
    yield
    if found := guard.take():
        pytest.fail("Something personal was logged:\n" + "\n".join(found), pytrace=False)
