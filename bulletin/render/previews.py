"""An edition in the editor as it will arrive: as a mail at two widths, and as plain text."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from bulletin.models import EditionPage
from bulletin.render.failure import CannotRender
from bulletin.render.mail import html_of
from bulletin.render.message import sender_of, size_of_html, subject_of
from bulletin.render.preview_modes import DARK_MAIL, MAIL, NARROW_MAIL, TEXT
from bulletin.render.text import text_of
from bulletin.render.tokens import without_tokens
from bulletin.subscribe.links import unsubscribe_url_of_a_test

WIDTHS = {MAIL: 640, NARROW_MAIL: 320, DARK_MAIL: 640}
BORDER = 2  # pixels of the frame
HEAD = "<head>"
WHERE_DARK = "(prefers-color-scheme: dark)"


def preview(edition: EditionPage, request: HttpRequest, mode: str) -> HttpResponse | None:
    """None for the page on the site. Where there can be no mail, the answer says what is in the way."""
    if mode not in (*WIDTHS, TEXT):
        return None
    try:
        return _preview(edition, request, mode)
    except CannotRender as reason:
        return TemplateResponse(request, "bulletin/email/preview_failure.html", {"reason": reason})


def _preview(edition: EditionPage, request: HttpRequest, mode: str) -> HttpResponse:
    leaving = unsubscribe_url_of_a_test()
    context = {
        "sender": "{} <{}>".format(*sender_of(edition)),
        "subject": _subject(edition),
        "preheader": edition.preheader,
    }
    if mode == TEXT:
        text = without_tokens(text_of(edition), leaving)
        return TemplateResponse(request, "bulletin/email/preview_text.html", {**context, "text": text})
    html = html_of(edition)
    # Links open beside the editor instead of within its preview.
    shown = without_tokens(html, leaving).replace(HEAD, f'{HEAD}<base target="_blank">', 1)
    if mode == DARK_MAIL:
        shown = shown.replace(WHERE_DARK, "all")
    context |= {
        "mail": shown,
        "frame_width": WIDTHS[mode] + BORDER,
        "kilobytes": round(size_of_html(html) / 1000),
    }
    return TemplateResponse(request, "bulletin/email/preview_mail.html", context)


def _subject(edition: EditionPage) -> str:
    """A draft without a subject can be looked at all the same."""
    return subject_of(edition) if edition.subject.strip() else str(_("No subject yet"))
