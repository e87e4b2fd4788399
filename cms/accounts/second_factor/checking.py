"""Looking at a code: one of the app, or one of the recovery codes. Each counts once."""

from __future__ import annotations

import logging
import re
from enum import Enum, auto

from django.db import transaction
from django.http import HttpRequest
from django_otp import login
from wagtail.log_actions import log

from cms.accounts.models import SecondFactor
from cms.accounts.second_factor.changing import digest_of
from cms.accounts.second_factor.keys import UnreadableKey
from cms.accounts.second_factor.log_actions import RECOVERED

logger = logging.getLogger(__name__)


class Outcome(Enum):
    RIGHT = auto()
    RECOVERY = auto()  # right, and one recovery code fewer
    WRONG = auto()
    WAIT = auto()  # too many wrong ones: not looked at


def check_code(factor: SecondFactor, code: str) -> Outcome:
    """What a typed code is worth; processes that look at the same one at once do so one after the other."""
    code = code.strip()
    with transaction.atomic():
        rows = SecondFactor.objects.select_for_update(of=("self",)).select_related("user")
        factor = rows.get(pk=factor.pk)
        if not factor.verify_is_allowed()[0]:
            return Outcome.WAIT
        digits = re.sub(r"\s", "", code)
        if re.fullmatch(r"[0-9]{6}", digits):
            return Outcome.RIGHT if _app_says(factor, digits) else Outcome.WRONG
        if factor.recovery_codes.filter(digest=digest_of(factor, code)).delete()[0]:
            factor.throttle_reset()
            log(factor.user, RECOVERED, user=factor.user, data={"left": factor.recovery_codes.count()})
            return Outcome.RECOVERY
        factor.throttle_increment()
    return Outcome.WRONG


def _app_says(factor: SecondFactor, digits: str) -> bool:
    try:
        return factor.verify_token(digits)
    except UnreadableKey:
        logger.error("The key of second factor %s was sealed with another SECRET_KEY.", factor.pk)
        return False


def remember(request: HttpRequest, factor: SecondFactor) -> None:
    """This session has shown the factor. It goes on under a new key, which nobody can have seen before."""
    request.session.cycle_key()
    login(request, factor)
