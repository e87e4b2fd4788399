"""What a person decides about a message of which nobody knows whether it arrived."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from bulletin.models import Delivery, Sending
from bulletin.send import log_actions
from bulletin.send.audience import audience_of, make_rows
from bulletin.send.states import NotPossible, reopen

State = Delivery.State


@transaction.atomic
def resend(delivery: Delivery, by: AbstractUser | None) -> None:
    """Once more with the same Message-ID. A sending that was finished goes on for it.

    Of a cancelled one nothing goes out any more: the one that was queued after it takes the person over.
    """
    sending = _locked(delivery)
    if sending.state == Sending.State.CANCELLED:
        _hand_on(delivery, sending)
    else:
        _change(delivery, state=State.PENDING, not_before=Now(), claim="")
        reopen(sending)
    log_actions.note(sending, log_actions.RESENT, by, delivery=delivery.pk)


@transaction.atomic
def treat_as_sent(delivery: Delivery, by: AbstractUser | None) -> None:
    """It counts as sent; nothing more goes out. No time is noted, because nobody knows it."""
    sending = _locked(delivery)
    _change(delivery, state=State.SENT, claim="")
    log_actions.note(sending, log_actions.TREATED_AS_SENT, by, delivery=delivery.pk)


def _hand_on(delivery: Delivery, cancelled: Sending) -> None:
    others = _sendings().filter(edition=cancelled.edition_id).exclude(state=Sending.State.CANCELLED)
    again = others.first()
    if again is None:
        raise NotPossible(
            _("It was cancelled. Queue the edition again first: the message goes out with that.")
        )
    _change(delivery, state=State.SKIPPED, skip_reason=Delivery.Skip.CANCELLED, claim="")
    person = audience_of(again).filter(pk=delivery.subscriber_id)
    if not person.exists():
        raise NotPossible(_("This person has left, or does not want such editions any more."))
    if again.audience is not None:
        make_rows(again, person)
        reopen(again)


def _locked(delivery: Delivery) -> Sending:
    return _sendings().get(pk=delivery.sending_id)


def _sendings() -> QuerySet[Sending]:
    # Who leaves by a link of the sending need not wait, nor this for them.
    return Sending.objects.select_for_update(no_key=True).defer("html", "text", "message")


def _change(delivery: Delivery, **values: object) -> None:
    uncertain = Delivery.objects.filter(pk=delivery.pk, state=State.UNCERTAIN)
    if not uncertain.update(leased_until=None, **values):
        raise NotPossible(_("It is not uncertain any more."))
    delivery.refresh_from_db()
