"""Handing the mails of the outbox over to the relay, by any number of processes at once.

A mail is claimed with a token and a lease, its words are made, and its row goes when the relay has taken it.
Just before the final dot the row is marked: nobody can tell whether a mail without an answer is out, so it is
sent once more and no oftener. That a confirmation or a link may come twice does no harm.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Min, Q, QuerySet
from django.utils import timezone

from cms.mail import permission
from cms.mail.connection import Connection, Refused, RelayAway, Unknown, open_connection
from cms.mail.message import message_of, sender
from cms.mail.models import OutboxMail, claim_token
from cms.mail.outbox import waiting
from cms.mail.purposes import never_held

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)  # longer than all time-outs of one mail together
BACK_OFF = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 120)]
MOST_ATTEMPTS = 28  # with these pauses about two days
MOST_UNANSWERED = 2
SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(minutes=5)
ALL_WAIT = "All mail waits: "
# Steps that speak of the relay or of this site, and not of one mail.
NOT_OF_THE_MAIL = ("greeting", "login", "sender")


def hand_over() -> int:
    """Hand over what is due, and give the number of mails that were settled, sent or not."""
    settled = 0
    while is_anything_due():
        now_settled, trouble = _on_one_connection()
        settled += now_settled
        # A relay that takes some mails and then closes is asked again at once.
        if trouble and not now_settled:
            _let_all_wait(trouble)
            break
    return settled


def is_anything_due() -> bool:
    """Not while everything waits for a relay that was away, or for a person’s word that mail may go."""
    now = timezone.now()
    is_resting = waiting().filter(last_reply__startswith=ALL_WAIT, not_before__gt=now).exists()
    if is_resting or not _due(now).exists():
        return False
    if _claimable(now).exists():
        return True
    log.warning("Mail waits, because nothing may be sent from this site at present.")
    return False


def _due(now: datetime) -> QuerySet[OutboxMail]:
    is_free = Q(claim="") | Q(leased_until__lt=now)
    return waiting().filter(is_free, not_before__lte=now, unanswered__lt=MOST_UNANSWERED)


def _claimable(now: datetime) -> QuerySet[OutboxMail]:
    due = _due(now)
    return due if permission.may_go() else due.filter(purpose__in=never_held())


def _claim() -> OutboxMail | None:
    now = timezone.now()
    while first := _claimable(now).order_by("not_before", "pk").values_list("pk", flat=True).first():
        token = claim_token()
        claimed = _claimable(now).filter(pk=first)
        if claimed.update(claim=token, leased_until=now + LEASE, attempts=F("attempts") + 1):
            mail = OutboxMail.objects.filter(pk=first, claim=token).first()
            if mail:
                return mail
    return None


def _on_one_connection() -> tuple[int, Exception | None]:
    """How many mails were settled until nothing was left or the connection ended, and what ended it."""
    settled = 0
    try:
        with open_connection() as relay:
            while mail := _claim():
                _settle(mail, relay)
                settled += 1
    except (RelayAway, Refused) as trouble:
        return settled, trouble
    except Unknown:
        return settled + 1, None
    return settled, None


def _settle(mail: OutboxMail, relay: Connection) -> None:
    """Unknown leaves the mail waiting; RelayAway, and Refused where it is not for this mail, give it back."""
    mine = OutboxMail.objects.filter(pk=mail.pk, claim=mail.claim)
    message = _made(mail, mine)
    if message is None:
        return
    try:
        relay.begin(sender(), mail.address)
        relay.write(message)
        if not mine.update(unanswered=F("unanswered") + 1):
            relay.abandon()  # replaced or erased meanwhile
            return
        relay.finish()
    except Unknown:
        if mail.unanswered + 1 < MOST_UNANSWERED:
            _put_off(mine, BACK_OFF[1], "No answer: it may be out.")
        else:
            mine.delete()
        raise
    except RelayAway:
        _give_back(mine, mail)
        raise
    except Refused as refusal:
        if refusal.at in NOT_OF_THE_MAIL:
            _give_back(mine, mail)
            raise
        mine.update(unanswered=mail.unanswered)
        words = f"{refusal.reply.code} {refusal.reply.text}"
        if refusal.reply.is_final:
            _fail(mine, mail, words)
        else:
            _try_later(mine, mail, words)
    else:
        mine.delete()


def _made(mail: OutboxMail, mine: QuerySet[OutboxMail]) -> bytes | None:
    """The message; None, and the row is dealt with, when it is not wanted or cannot be made."""
    try:
        with transaction.atomic():
            message = message_of(mail)
            if not mine.exists():
                # Replaced, or the person erased, meanwhile: what making it has written must not stay.
                transaction.set_rollback(True)
                return None
    except Exception as error:  # whatever is wrong with one mail must not hold back the others
        # Only the kind of error: its words may hold an address.
        log.error("A mail of the purpose %s cannot be made: %s", mail.purpose, type(error).__name__)
        _try_later(mine, mail, f"It cannot be made: {type(error).__name__}")
        return None
    if message is None:
        mine.delete()
    return message


def _give_back(mine: QuerySet[OutboxMail], mail: OutboxMail) -> None:
    mine.update(claim="", leased_until=None, attempts=mail.attempts - 1, unanswered=mail.unanswered)


def _put_off(mine: QuerySet[OutboxMail], pause: timedelta, words: str) -> None:
    mine.update(claim="", leased_until=None, not_before=timezone.now() + pause, last_reply=words[:300])


def _try_later(mine: QuerySet[OutboxMail], mail: OutboxMail, words: str) -> None:
    if mail.attempts >= MOST_ATTEMPTS:
        _fail(mine, mail, words)
    else:
        _put_off(mine, BACK_OFF[min(mail.attempts, len(BACK_OFF)) - 1], words)


def _fail(mine: QuerySet[OutboxMail], mail: OutboxMail, words: str) -> None:
    """The row stays for operators, without the address."""
    log.warning("A mail of the purpose %s was given up: %s", mail.purpose, words)
    mine.update(
        failed_at=timezone.now(),
        address="",
        reference={},
        claim="",
        leased_until=None,
        last_reply=words[:300],
    )


def _let_all_wait(trouble: Exception) -> None:
    """The longer the oldest mail has waited, the longer the pause."""
    now = timezone.now()
    due = waiting().filter(claim="", not_before__lte=now)
    oldest = due.aggregate(oldest=Min("made_at"))["oldest"] or now
    pause = min(max((now - oldest) / 2, SHORTEST_PAUSE), LONGEST_PAUSE)
    due.update(not_before=now + pause, last_reply=f"{ALL_WAIT}{trouble}"[:300])
    log.warning("%s%s", ALL_WAIT, trouble)


def give_up_unanswered() -> None:
    """Processes have died twice between the dot and the answer: the mail was sent as often as it may be."""
    over = timezone.now()
    waiting().filter(unanswered__gte=MOST_UNANSWERED, leased_until__lt=over).delete()
