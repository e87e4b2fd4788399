"""Stops a sending that is refused again and again, before its readers are marked as failed for it.

It looks at the rows themselves, so it counts over all workers and outlives each of them. A run is what was
refused for good since the relay last took a message; other refusals are counted among the last 200 answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from bulletin.models import Delivery, Sending
from bulletin.send.replies import is_unknown_mailbox
from bulletin.send.states import stop

RUN = 20
LAST = 200
SHARE = 0.1
# A row that was put back so often, by as many pauses that a person ended, is refused for good.
MOST_PUT_BACK = 2


class _Answer(NamedTuple):
    pk: int
    state: str
    reply_code: int | None
    reply_text: str
    put_back: int

    @property
    def is_refusal(self) -> bool:
        return self.state == Delivery.State.FAILED


def lock(sending_ids: Iterable[int]) -> None:
    """Before the rows of these sendings are written, so that nobody waits for each other."""
    list(Sending.objects.select_for_update().filter(pk__in=sending_ids).order_by("pk").values_list("pk"))


@transaction.atomic
def look(sending_id: int) -> None:
    """After a refusal for good: pause the sending where there are too many, and put back those of the run.

    Unknown mailboxes count in a run, too: a relay that takes itself for the last one says of everybody that
    there is no such mailbox. In the share they do not count, because a list that has aged holds many.
    """
    sending = Sending.objects.select_for_update().defer("html", "text", "message").get(pk=sending_id)
    answers = _last_answers(sending)
    run = _run(answers)
    others = [
        answer.pk
        for answer in answers
        if answer.is_refusal and not is_unknown_mailbox(answer.reply_code, answer.reply_text)
    ]
    if sending.state == Sending.State.PAUSED and sending.pause_reason == Sending.Pause.REFUSED:
        _put_back(run)  # was under way on another connection
        return
    if len(run) >= RUN:
        burnt = set(run)
    elif len(others) > LAST * SHARE:
        burnt = {*run, *others}
    else:
        return
    newest = next(answer for answer in answers if answer.is_refusal)
    words = f"{newest.reply_code} {newest.reply_text}"
    # Also where a person has paused it a moment ago.
    if stop(sending_id, Sending.Pause.REFUSED, words) or sending.state == Sending.State.PAUSED:
        _put_back(list(burnt))


def newest_run(sending: Sending) -> list[int]:
    """Rows that were refused since the relay last took a message, and may yet be put back."""
    return _run(_last_answers(sending))


def _last_answers(sending: Sending) -> list[_Answer]:
    """Taken or refused for good since the sending started or was resumed, newest first.

    Left out are those that were put back before and are refused again: twice, or once while the relay takes
    others. They are dead, and would stop the sending for ever.
    """
    answered = Q(state=Delivery.State.SENT) | Q(state=Delivery.State.FAILED, reply_code__gte=500)
    newest = Delivery.objects.filter(answered, sending=sending, answered_at__isnull=False)
    if sending.fresh_from:
        newest = newest.filter(answered_at__gte=sending.fresh_from)
    takes_others = newest.filter(state=Delivery.State.SENT).exists()
    most = 1 if takes_others else MOST_PUT_BACK
    newest = newest.exclude(state=Delivery.State.FAILED, put_back__gte=most)
    rows = newest.order_by("-answered_at", "-pk").values_list(*_Answer._fields)[:LAST]
    return [_Answer(*row) for row in rows]


def _run(answers: list[_Answer]) -> list[int]:
    keys = []
    for answer in answers:
        if not answer.is_refusal:
            break
        keys.append(answer.pk)
    return keys


def _put_back(keys: list[int]) -> None:
    """They wait again, behind the others."""
    Delivery.objects.filter(pk__in=keys, state=Delivery.State.FAILED).update(
        state=Delivery.State.PENDING,
        claim="",
        answered_at=None,
        not_before=Now(),
        put_back=F("put_back") + 1,
    )
