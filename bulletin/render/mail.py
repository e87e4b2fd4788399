"""The mail of an edition as HTML: MJML templates, compiled."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from mjml import mjml2html

from bulletin.models import EditionPage
from bulletin.render.failure import CannotRender
from bulletin.render.letter import Letter, letter_of
from bulletin.render.tokens import UNSUBSCRIBE

__all__ = ["CannotRender", "html_of"]


class DoesNotCompile(Exception):
    """MJML that the compiler refuses, or of which it leaves something behind."""


def html_of(edition: EditionPage) -> str:
    """The whole HTML document, with a token in place of the address for leaving.

    CannotRender names the field or item that is in the way. `edition` may be an unsaved draft.
    """
    letter = letter_of(edition)
    with translation.override(letter.language.lower()):
        try:
            return compiled(mjml_of(letter))
        except DoesNotCompile as refusal:
            raise CannotRender(_culprit(letter), _not_a_mail(str(refusal))) from None


def mjml_of(letter: Letter) -> str:
    return render_to_string("bulletin/email/edition.mjml", {"letter": letter, "unsubscribe": UNSUBSCRIBE})


def compiled(source: str) -> str:
    try:
        html = mjml2html(source, fonts={})  # else it loads Roboto from its maker, who would see each reader
    except ValueError as refusal:
        raise DoesNotCompile(str(refusal)) from None
    # What the compiler does not know it copies out without a word.
    if "<mj-" in html:
        raise DoesNotCompile(html[html.index("<mj-") :].partition(">")[0] + ">")
    return html


def _culprit(letter: Letter) -> str:
    for where, alone in letter.one_by_one():
        try:
            compiled(mjml_of(alone))
        except DoesNotCompile:
            return where
    return _("The edition")


def _not_a_mail(words: str) -> str:
    return _("This cannot be made into an e-mail (%(words)s). Please write it anew.") % {"words": words}
