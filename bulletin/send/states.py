"""What a person or a worker may do with a sending. Each is one conditional update: of two, one succeeds."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Greatest, Now
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction

from bulletin.models import Delivery, EditionPage, Sending
from bulletin.send import log_actions
from cms.page_cache.generation import advance

log = logging.getLogger(__name__)


class NotPossible(Exception):
    """The sending is no longer in a state that allows this; the message says so to a person."""


@transaction.atomic
def pause(sending: Sending, by: AbstractUser | None) -> None:
    """Takes effect within one message a connection."""
    open_ones = Sending.objects.filter(pk=sending.pk, state__in=[Sending.State.QUEUED, Sending.State.SENDING])
    if not open_ones.update(state=Sending.State.PAUSED, pause_reason=Sending.Pause.PERSON):
        raise NotPossible(_("It is not being sent, so it cannot be paused."))
    log_actions.note(sending, log_actions.PAUSED, by)
    sending.refresh_from_db()


@transaction.atomic
def resume(sending: Sending, by: AbstractUser | None) -> None:
    """On with those who wait. Earlier refusals no longer count; a missed time is now."""
    paused = Sending.objects.filter(pk=sending.pk, state=Sending.State.PAUSED)
    resumed = paused.filter(audience=None).update(
        state=Sending.State.QUEUED, pause_reason="", send_at=Greatest("send_at", Now())
    ) or paused.filter(audience__isnull=False).update(
        state=Sending.State.SENDING, pause_reason="", **fresh_start()
    )
    if not resumed:
        raise NotPossible(_("It is not paused, so it cannot be resumed."))
    log_actions.note(sending, log_actions.RESUMED, by)
    sending.refresh_from_db()


@transaction.atomic
def cancel(sending: Sending, by: AbstractUser | None) -> None:
    """Nobody else gets it. What is being handed over at this moment ends by itself."""
    from bulletin.send.unknown_mailboxes import suppress_all

    open_ones = Sending.objects.filter(pk=sending.pk, state__in=Sending.OPEN)
    if not open_ones.update(state=Sending.State.CANCELLED, pause_reason="", ended_at=Now()):
        raise NotPossible(_("It has ended already, so it cannot be cancelled."))
    advance()  # an update of rows tells nobody, and its page no longer says that it was sent
    clear_cancelled()
    log_actions.note(sending, log_actions.CANCELLED, by)
    take_back_page(sending.edition_id, by)
    sending.refresh_from_db()
    suppress_all(sending)


@transaction.atomic
def take_back_page(edition_id: int, by: AbstractUser | None = None) -> None:
    """Where nobody has or will get the mail, an edition that was published for it alone is a draft again."""
    edition = EditionPage.objects.select_for_update(of=("self",)).get(pk=edition_id)
    its = Sending.objects.filter(edition=edition_id)
    if its.exclude(state=Sending.State.CANCELLED).exists():
        return
    if waiting_of(sending__in=its.values("pk"), also=Delivery.REACHED).exists():
        return
    is_first = edition.first_published_at == edition.last_published_at
    is_ours = edition.live_revision_id and its.filter(revision=edition.live_revision_id).exists()
    if edition.live and is_first and is_ours:
        # Not a person's wish, so no right is asked for.
        UnpublishPageAction(edition, user=by).execute(skip_permission_checks=True)
        EditionPage.objects.filter(pk=edition.pk).update(first_published_at=None)


def clear_cancelled() -> None:
    """Rows that still wait in a cancelled sending: skipped, or uncertain where a copy may be out already.

    Those that a worker is writing at this moment are left to the next look, so that nobody waits for it.
    """
    State = Delivery.State
    rest = Delivery.objects.filter(
        sending__in=Sending.objects.filter(state=Sending.State.CANCELLED).values("pk"),
        state__in=[State.PENDING, State.CLAIMED],
    )
    if not rest.exists():
        return
    free = rest.filter(pk__in=rest.select_for_update(skip_locked=True, of=("self",)).values("pk"))
    free.filter(was_uncertain=True).update(state=State.UNCERTAIN, leased_until=None)
    free.filter(was_uncertain=False).update(
        state=State.SKIPPED, skip_reason=Delivery.Skip.CANCELLED, claim="", leased_until=None
    )


def stop(sending_id: int, reason: str, words: str = "") -> bool:
    """A worker pauses a sending and says why. False where it is not being sent any more."""
    going = Sending.objects.filter(pk=sending_id, state__in=[Sending.State.QUEUED, Sending.State.SENDING])
    said = {"last_reply": words[:300], "last_reply_at": Now()} if words else {}
    if not going.update(state=Sending.State.PAUSED, pause_reason=reason, **said):
        return False
    why = str(Sending.Pause(reason).label)
    log.warning("Sending %s is paused. %s. %s", sending_id, why, words)
    sending = Sending.objects.defer("html", "text", "message").get(pk=sending_id)
    log_actions.note(sending, log_actions.STOPPED, why=why)
    return True


def finish(sending_id: int) -> bool:
    """True where nothing waited any more, and the sending is sent now."""
    if anything_waits(sending_id):
        return False
    with transaction.atomic():
        locked = Sending.objects.select_for_update().filter(pk=sending_id, state=Sending.State.SENDING)
        sending = locked.defer("html", "text", "message").first()
        # Asked again: until the lock was there, a person may have resent an uncertain message.
        if sending is None or anything_waits(sending_id):
            return False
        going = Sending.objects.filter(pk=sending_id)
        going.update(state=Sending.State.SENT, ended_at=Now(), wait_until=None, back_off=0)
        log_actions.note(sending, log_actions.SENT)
    return True


def anything_waits(sending_id: int) -> bool:
    return waiting_of(sending=sending_id).exists()


def waiting_of(*, also: Iterable[str] = (), **which: object) -> QuerySet[Delivery]:
    State = Delivery.State
    return Delivery.objects.filter(state__in=[State.PENDING, State.CLAIMED, State.IN_FLIGHT, *also], **which)


def reopen(sending: Sending) -> None:
    """A sent one goes on, because a row waits again. The caller has locked it."""
    Sending.objects.filter(pk=sending.pk, state=Sending.State.SENT).update(
        state=Sending.State.SENDING, ended_at=None, **fresh_start()
    )


def fresh_start() -> dict[str, object]:
    """The fields of a sending that starts, or goes on: nothing counts against it, and one tries first."""
    return {
        "fresh_from": Now(),
        "refused_in_a_row": 0,
        "back_off": settings.BULLETIN_FIRST_WAIT / 2,
        "wait_until": None,
    }
