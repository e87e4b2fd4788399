"""Whether an edition makes a mail that arrives whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bulletin.compose.checks.problem import Problem

if TYPE_CHECKING:
    from bulletin.models import EditionPage


def problems_of_the_mail(edition: EditionPage) -> Iterator[Problem]:
    from bulletin.render.mail import CannotRender, html_of
    from bulletin.render.message import LARGEST_HTML, size_of_html

    try:
        size = size_of_html(html_of(edition))
    except CannotRender as obstacle:
        yield Problem(obstacle.where, obstacle.words)
        return
    if size > LARGEST_HTML:
        message = _("It has %(size)d kB, and mail programs cut off what is over %(most)d kB. Take items out.")
        values = {"size": round(size / 1000), "most": LARGEST_HTML // 1000}
        yield Problem(_("The e-mail"), message % values)
