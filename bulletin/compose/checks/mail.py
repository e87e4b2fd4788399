"""Whether an edition makes a mail that arrives whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bulletin.compose.checks.problem import Problem

if TYPE_CHECKING:
    from bulletin.models import EditionPage

MOST_BYTES = 90_000  # Gmail cuts a mail off at 102 kB


def problems_of_the_mail(edition: EditionPage) -> Iterator[Problem]:
    from bulletin.render.mail import CannotRender, html_of

    try:
        size = len(html_of(edition).encode())
    except CannotRender as obstacle:
        yield Problem(obstacle.where, obstacle.words)
        return
    if size > MOST_BYTES:
        message = _("It has %(size)d kB, and mail programs cut off what is over %(most)d kB. Take items out.")
        values = {"size": round(size / 1000), "most": MOST_BYTES // 1000}
        yield Problem(_("The e-mail"), message % values)
