"""How soon a mail that was asked for may go: too many forms delay it, none is refused."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from bulletin.models import SignUpAttempt

HOUR = timedelta(hours=1)
LONGEST_WAIT = timedelta(days=1)


def note_attempt(address_key: str, client_key: str) -> datetime:
    """Write an attempt down and say when its mail may go.

    In no hour more mails go for one address, for one client or in all than SIGN_UPS_AN_HOUR allows, and
    nobody waits longer than a day.
    """
    now = timezone.now()
    limits, attempts = settings.SIGN_UPS_AN_HOUR, SignUpAttempt.objects.all()
    mail_at = max(
        _next_place(attempts.filter(address_key=address_key), limits["address"], now),
        _next_place(attempts.filter(client_key=client_key), limits["client"], now),
    )
    mail_at = min(_next_free_hour(attempts, limits["all"], mail_at), now + LONGEST_WAIT)
    SignUpAttempt.objects.create(address_key=address_key, client_key=client_key, made_at=now, mail_at=mail_at)
    return mail_at


def forget_attempts() -> int:
    deleted, _by_model = SignUpAttempt.objects.filter(mail_at__lt=timezone.now() - HOUR).delete()
    return deleted


def _next_place(attempts: QuerySet[SignUpAttempt], limit: int, now: datetime) -> datetime:
    """An hour after the mail that stands `limit` places before this one."""
    newest = attempts.filter(mail_at__gt=now - HOUR).order_by("-mail_at")
    before = newest.values_list("mail_at", flat=True)[limit - 1 : limit]
    return max([now, *(moment + HOUR for moment in before)])


def _next_free_hour(attempts: QuerySet[SignUpAttempt], limit: int, moment: datetime) -> datetime:
    """The first moment from this one on at which the hour before is not full."""
    last = moment + LONGEST_WAIT
    while moment < last:
        within = attempts.filter(mail_at__gt=moment - HOUR, mail_at__lte=moment).order_by("-mail_at")
        full = list(within.values_list("mail_at", flat=True)[limit - 1 : limit])
        if not full:
            break
        moment = full[0] + HOUR
    return moment
