"""Whom to tell of a weakness: /.well-known/security.txt (RFC 9116), and the policy it names."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

# Less than a year ahead; a test fails 30 days before, and then this is set anew.
EXPIRES = datetime(2027, 11, 15, tzinfo=UTC)

POLICY = """If you have found a weakness in this site

Tell us first, at the contact in {contact_file}, and in English. Say which address
of the site, what you did and what came of it. Please give us time to mend it before
you tell others.

Look, but take no more than shows the weakness. Do not read or change what belongs to
other people, do not send mail from the site, and do not slow it down: no floods, no
scanners that send thousands of requests.

We answer within five working days, tell you what we do about it, and do not go to law
against anybody who keeps to this. There is no reward in money.
"""


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    lines = [
        f"Contact: {settings.SECURITY_CONTACT or settings.SITE_URL + '/contact/'}",
        f"Expires: {EXPIRES:%Y-%m-%dT%H:%M:%SZ}",
        f"Policy: {settings.SITE_URL}{reverse('security_policy')}",
        "Preferred-Languages: en",
        f"Canonical: {settings.SITE_URL}{reverse('security_txt')}",
    ]
    return _text("\n".join(lines) + "\n")


@require_safe
def security_policy(request: HttpRequest) -> HttpResponse:
    return _text(POLICY.format(contact_file=f"{settings.SITE_URL}{reverse('security_txt')}"))


def _text(words: str) -> HttpResponse:
    return HttpResponse(words, content_type="text/plain; charset=utf-8")
