"""The link of an invitation: random, signed, and known to the database only by its digest."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from la_directory.models import Invitation

SALT = "la_directory.invitation"


def _signer() -> Signer:
    return Signer(salt=SALT, sep=".")  # colons, which are usual, break links in some mail programs


def new_token() -> str:
    return _signer().sign(secrets.token_urlsafe(24))


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def link_of(token: str) -> str:
    """The whole address, for a mail: on the host of the admin, as who joins there is signed in there."""
    return settings.WAGTAILADMIN_BASE_URL + reverse("la_directory:invitation", args=[token])


def invitation_behind(token: str) -> Invitation | None:
    """The invitation whose link this is, open or not; None for what was never a link of ours."""
    try:
        _signer().unsign(token)
    except BadSignature:
        return None
    invitations = Invitation.objects.select_related("team__council", "team__group")
    return invitations.filter(token_digest=digest_of(token)).first()
