"""What was mailed, as it was mailed: its HTML, its text and its bytes, kept with their hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace, csp_update
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from bulletin.models.delivery import Delivery
from bulletin.models.sending import Sending
from bulletin.render.links import preferences_url
from bulletin.render.tokens import without_tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from bulletin.models import EditionPage

FILE_POLICY = "default-src 'none'; sandbox"
# Links of the mail open, also in a window of their own; nothing runs, and nothing is sent.
SANDBOX = ["allow-popups", "allow-popups-to-escape-sandbox", "allow-top-navigation-by-user-activation"]


def mailed_of(edition: EditionPage) -> Sending | None:
    """The newest sending that has begun, without the mail itself; None where nobody was mailed."""
    if not edition.pk or not edition.is_sendable:
        return None
    reached = Delivery.objects.filter(sending=OuterRef("pk"), state__in=Delivery.REACHED)
    begun = Sending.objects.filter(edition=edition.pk, started_at__isnull=False)
    begun = begun.exclude(~Exists(reached), state=Sending.State.CANCELLED)
    return begun.defer("html", "text", "message").order_by("-started_at").first()


def answer(edition: EditionPage, form: str) -> HttpResponse:
    """`form` is "email", "text" or "message". 404 where the edition has none."""
    response = ANSWERS[form](edition, mailed_of(edition))
    # The page of the edition is what is to be found.
    response["X-Robots-Tag"] = "noindex"
    response["Link"] = f'<{edition.full_url}>; rel="canonical"'
    return response


@csp_replace({"script-src": [NONE], "form-action": [NONE], "connect-src": [NONE]})
@csp_update({"style-src": [UNSAFE_INLINE], "sandbox": SANDBOX})
def _email(edition: EditionPage, sending: Sending | None) -> HttpResponse:
    """The mail as its readers saw it. Mails have their styles in their elements."""
    if sending is None:
        raise Http404
    return HttpResponse(_in_public(sending.html))


def _text(edition: EditionPage, sending: Sending | None) -> HttpResponse:
    """As it was mailed, else as it would be mailed now."""
    if not edition.is_sendable:
        raise Http404
    if sending is None:
        from bulletin.render.text import text_of

        text = text_of(edition)
    else:
        text = sending.text
    return HttpResponse(_in_public(text), content_type="text/plain; charset=utf-8")


def _message(edition: EditionPage, sending: Sending | None) -> HttpResponse:
    """The very bytes that the hash is of, with tokens where the mails differed from each other."""
    if sending is None:
        raise Http404
    name = f"bulletin-{edition.slug}.eml"
    return HttpResponse(
        bytes(sending.message),
        content_type="message/rfc822",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
            "Content-Security-Policy": FILE_POLICY,
        },
    )


ANSWERS: dict[str, Callable[[EditionPage, Sending | None], HttpResponse]] = {
    "email": _email,
    "text": _text,
    "message": _message,
}


def _in_public(words: str) -> str:
    """The link to leave was each reader's own; here it leads to where one asks for such a link."""
    return without_tokens(words, preferences_url())
