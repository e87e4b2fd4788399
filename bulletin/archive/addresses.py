"""Where an edition stands: the address made from its slug, and the slug an address speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from bulletin.models import EditionPage

YEAR = re.compile(r"[0-9]{4}")
MONTH = re.compile(r"0[1-9]|1[0-2]")
SLUG = re.compile(rf"(?P<year>{YEAR.pattern})-(?P<month>{MONTH.pattern})(?:-(?P<name>[\w-]+))?")
FORMS = ("email", "text", "message")  # what stands below the address of each edition


def path_of(slug: str) -> str | None:
    """`2026/10/` for `2026-10`, `2026/10/name/` for `2026-10-name`; None for a slug of another shape.

    An edition with such a slug stays where Wagtail has it, and so does one named like one of the forms.
    """
    found = SLUG.fullmatch(slug)
    if found is None or found["name"] in FORMS:
        return None
    return "/".join(part for part in found.groups() if part) + "/"


def slug_and_rest(parts: Sequence[str]) -> tuple[str, list[str]] | None:
    """The slug that `2026/10/name/…` speaks of, and what follows; None where no month is named."""
    if len(parts) < 2 or not YEAR.fullmatch(parts[0]) or not MONTH.fullmatch(parts[1]):
        return None
    slug, rest = "-".join(parts[:2]), list(parts[2:])
    if rest and rest[0] not in FORMS:
        slug = f"{slug}-{rest.pop(0)}"
    return slug, rest


def email_url(edition: EditionPage, request: HttpRequest | None = None) -> str:
    """Where readers see the mail as it was sent, if it was."""
    return _below(edition, "email", request)


def text_url(edition: EditionPage, request: HttpRequest | None = None) -> str:
    """Where readers see the edition as plain text."""
    return _below(edition, "text", request)


def message_url(edition: EditionPage, request: HttpRequest | None = None) -> str:
    """The mailed bytes as a file."""
    return _below(edition, "message", request)


def _below(edition: EditionPage, form: str, request: HttpRequest | None) -> str:
    return f"{edition.get_url(request) or ''}{form}/"
