"""How far a sending is, in numbers that add up and in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bulletin.models import Delivery, Sending
from bulletin.models.sending import Counts
from bulletin.send.progress import progress_of

SECONDS_OF_MINUTE, SECONDS_OF_HOUR = 60, 3600


@dataclass(frozen=True)
class Line:
    """One part of the audience. `state` filters the report."""

    label: str
    number: int
    states: tuple[str, ...]

    @property
    def query(self) -> str:
        return "&".join(f"state={state}" for state in self.states)


@dataclass(frozen=True)
class ProgressShown:
    """`remaining` is "" where nobody can tell."""

    counts: Counts
    speed: str
    remaining: str
    last_reply: str
    last_reply_at: datetime | None
    workers: int

    @property
    def done(self) -> int:
        return self.counts.audience - self.counts.waiting

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return 100 * self.done // self.counts.audience if self.counts.audience else 100

    @property
    def lines(self) -> list[Line]:
        State, counts = Delivery.State, self.counts
        return [
            Line(_("Sent"), counts.sent, (State.SENT,)),
            Line(_("Failed"), counts.failed, (State.FAILED,)),
            Line(_("Skipped"), counts.skipped, (State.SKIPPED,)),
            Line(_("Waiting"), counts.waiting, (State.PENDING, State.CLAIMED, State.IN_FLIGHT)),
            Line(_("Uncertain"), counts.uncertain, (State.UNCERTAIN,)),
        ]


def progress_shown(sending: Sending) -> ProgressShown:
    known = progress_of(sending)
    moves = sending.state == Sending.State.SENDING
    return ProgressShown(
        counts=known.counts,
        speed=_("%(number).1f a second") % {"number": known.per_second} if moves and known.per_second else "",
        remaining=in_words(known.remaining_seconds) if moves and known.remaining_seconds is not None else "",
        last_reply=known.last_reply,
        last_reply_at=known.last_reply_at,
        workers=known.workers,
    )


def in_words(seconds: float) -> str:
    """Roughly: nobody needs the seconds of an hour."""
    if seconds < SECONDS_OF_MINUTE:
        return _("less than a minute")
    if seconds < SECONDS_OF_HOUR:
        minutes = round(seconds / SECONDS_OF_MINUTE)
        return ngettext("about %d minute", "about %d minutes", minutes) % minutes
    hours = round(seconds / SECONDS_OF_HOUR)
    return ngettext("about %d hour", "about %d hours", hours) % hours
