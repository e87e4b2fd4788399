"""What the clock does for signing in."""

from __future__ import annotations

import logging
from datetime import time, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.utils import timezone

from cms.accounts.models import SecondFactor
from cms.accounts.second_factor.keys import UnreadableKey, is_sealed_with_current_key, sealed_anew

log = logging.getLogger(__name__)


def forget_wrong_passwords() -> None:
    AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - settings.AXES_COOLOFF_TIME).delete()


def seal_keys_anew() -> None:
    """After SECRET_KEY was exchanged, so that the old one can be taken out of SECRET_KEY_FALLBACKS."""
    if not settings.SECRET_KEY_FALLBACKS:
        return
    for pk, text in SecondFactor.objects.values_list("pk", "sealed_key").iterator():
        if is_sealed_with_current_key(text):
            continue
        try:
            new = sealed_anew(text)
        except UnreadableKey:
            log.error("The key of second factor %s was sealed with another SECRET_KEY.", pk)
            continue
        SecondFactor.objects.filter(pk=pk, sealed_key=text).update(sealed_key=new)


JOBS = {
    "forget_wrong_passwords": (timedelta(minutes=15), forget_wrong_passwords),
    "seal_keys_anew": (time(3, 40), seal_keys_anew),
}
