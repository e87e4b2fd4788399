"""What becomes of a message after what the relay has said."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import Enum, auto
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from bulletin.send.claim import Claimed
from cms.mail.connection import Refused, Reply

# Enhanced codes (RFC 3463) that say of a mailbox that it does not exist, or can never have existed.
UNKNOWN_MAILBOX = ("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10")


class Fate(Enum):
    """Where a row goes."""

    SENT = auto()
    LATER = auto()  # refused for now: waits, and the attempt counts
    FAILED = auto()
    BACK = auto()  # nothing was delivered and nothing counts: waits again
    UNKNOWN = auto()  # the message may be out
    UNWANTED = auto()  # the person has left


class Outcome(NamedTuple):
    """How one try with a row has ended. `pause` is in seconds."""

    row: Claimed
    fate: Fate
    reply: Reply | None = None
    pause: float = 0.0


def is_unknown_mailbox(code: int | None, text: str) -> bool:
    return bool(code and code >= 500 and re.match(r"[\d.]+", text) and text.split()[0] in UNKNOWN_MAILBOX)


def is_about_us(refusal: Refused) -> bool:
    """Refused whatever the message: the log-in, the sender for good, or the whole connection."""
    return refusal.at in ("greeting", "login") or (refusal.at == "sender" and refusal.reply.is_final)


def outcome_of(row: Claimed, refusal: Refused) -> Outcome:
    if is_about_us(refusal):
        return Outcome(row, Fate.BACK, refusal.reply)
    if refusal.reply.is_final:
        return Outcome(row, Fate.FAILED, _as_kept(refusal))
    pauses = settings.BULLETIN_BACK_OFF
    age = timezone.now() - row.first_refused_at if row.first_refused_at else timedelta(0)
    # Not by age alone: the sending may have been paused all the while.
    if age >= settings.BULLETIN_GIVES_UP_AFTER and row.attempts >= len(pauses):
        return Outcome(row, Fate.FAILED, _as_kept(refusal))
    pause = pauses[min(row.attempts, len(pauses) - 1)]
    return Outcome(row, Fate.LATER, refusal.reply, pause.total_seconds())


def _as_kept(refusal: Refused) -> Reply:
    """Only the answer to the recipient speaks of a mailbox: elsewhere the same code does not stand first."""
    code, text = refusal.reply
    if refusal.at != "recipient" and is_unknown_mailbox(code, text):
        text = f"At the message: {text}"
    return Reply(code, text)
