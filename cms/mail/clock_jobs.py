"""What the clock does for the site's mail."""

from __future__ import annotations

from datetime import time, timedelta

from django.utils import timezone

from cms.mail.hand_over import give_up_unanswered, is_anything_due
from cms.mail.models import OutboxMail
from cms.mail.tasks import hand_over_waiting

FAILED_KEPT = timedelta(days=30)


def hand_over_what_waits() -> None:
    """Mail whose time has come, and mail whose task was lost."""
    give_up_unanswered()
    if is_anything_due():
        hand_over_waiting.enqueue()


def forget_failed_mail() -> None:
    OutboxMail.objects.filter(failed_at__lt=timezone.now() - FAILED_KEPT).delete()


JOBS = {
    "hand_over_what_waits": (timedelta(minutes=1), hand_over_what_waits),
    "forget_failed_mail": (time(3, 50), forget_failed_mail),
}
