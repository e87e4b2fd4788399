"""The mailed link: signed, good for one council and one recipient, and only for a time.

Its token is the number of the mail, signed with the time of signing; nothing in the database opens a page. It
ends when its recipient no longer stands for the council: that is asked each time the link is used, so nobody
has to remember to end it.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.urls import reverse
from django.utils import timezone

from la_directory.freshness.recipients import is_recipient
from la_directory.models import CouncilTeam, ReminderMail

SALT = "la_directory.check"


class UnknownLink(Exception):
    """This was never a link of ours, or part of it is missing."""


class EndedLink(Exception):
    """It was one, and its time is over or its recipient has left."""


def _signer() -> TimestampSigner:
    return TimestampSigner(salt=SALT, sep=".")  # colons, which are usual, break links in some mail programs


def token_of(mail: ReminderMail) -> str:
    return _signer().sign(str(mail.pk))


def link_of(mail: ReminderMail) -> str:
    """The whole address, for a mail."""
    return settings.SITE_URL + reverse("la_directory:check", args=[token_of(mail)])


def mail_behind(token: str) -> ReminderMail:
    """The mail whose link this is; raises UnknownLink or EndedLink. Changes nothing."""
    try:
        key = _signer().unsign(token, max_age=timedelta(days=settings.CHECK_LINK_DAYS))
    except SignatureExpired:
        raise EndedLink from None
    except BadSignature:
        raise UnknownLink from None
    mail = ReminderMail.objects.select_related("round__council", "user").filter(pk=key).first()
    if mail is None or mail.ended_at or not mail.round.council.live:
        raise EndedLink
    team = CouncilTeam.objects.select_related("group").filter(council=mail.round.council).first()
    if not is_recipient(mail, team):
        raise EndedLink
    return mail


def end_links_of(user: AbstractUser) -> int:
    """All links that were mailed to a person end now, also should they come back; how many there were."""
    return ReminderMail.objects.filter(user=user, ended_at=None).update(ended_at=timezone.now())
