"""The guard that looks at the logs of all tests sees what it is there for."""

from __future__ import annotations

import logging

import pytest

from tests.log_guard import guard, personal


@pytest.mark.parametrize(
    ("logger", "words", "is_seen"),
    [
        ("bulletin.send.deliver", "Refused: reader1@example.org", True),
        ("la_directory.teams", "Ring 0141 496 0123", True),
        ("la_directory.teams", "Ring +44 141 496 0123", True),
        ("wagtail.admin", "Failed to send to reader1@example.org", False),  # masked
        ("wagtail.admin", "Ring 0141 496 0123", True),
        ("bulletin.send.deliver", "From no-reply@employability.example", False),
        ("access", "GET /handbook/ 200", False),
    ],
)
def test_a_line_with_something_personal_is_seen(logger: str, words: str, is_seen: bool) -> None:
    logging.getLogger(logger).error("%s", words)
    assert bool(guard.take()) is is_seen


def test_the_place_is_told() -> None:
    logging.getLogger("bulletin").error("to reader1@example.org")
    [found] = guard.take()
    assert found.startswith(f"{__file__}:") and "reader1@example.org" in found


def test_numbers_of_other_kinds_are_let_through() -> None:
    assert personal("2026-11-30 02:36:25 0.123 s, id 0123456789, 10.0.0.1, port 08130, row 0141") == []
