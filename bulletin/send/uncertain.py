"""What a person decides about a message of which nobody knows whether it arrived."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from bulletin.models import Delivery, Sending
from bulletin.send import log_actions
from bulletin.send.states import NotPossible, reopen

State = Delivery.State


@transaction.atomic
def resend(delivery: Delivery, by: AbstractUser | None) -> None:
    """Once more with the same Message-ID. A sending that was finished goes on for it."""
    sending = _locked(delivery)
    if sending.state == Sending.State.CANCELLED:
        raise NotPossible(_("The sending was cancelled, so nothing more goes out with it."))
    _change(delivery, state=State.PENDING, not_before=Now(), claim="")
    reopen(sending)
    log_actions.note(sending, log_actions.RESENT, by, delivery=delivery.pk)


@transaction.atomic
def treat_as_sent(delivery: Delivery, by: AbstractUser | None) -> None:
    """It counts as sent; nothing more goes out. No time is noted, because nobody knows it."""
    sending = _locked(delivery)
    _change(delivery, state=State.SENT, claim="")
    log_actions.note(sending, log_actions.TREATED_AS_SENT, by, delivery=delivery.pk)


def _locked(delivery: Delivery) -> Sending:
    return Sending.objects.select_for_update().get(pk=delivery.sending_id)


def _change(delivery: Delivery, **values: object) -> None:
    uncertain = Delivery.objects.filter(pk=delivery.pk, state=State.UNCERTAIN)
    if not uncertain.update(leased_until=None, **values):
        raise NotPossible(_("It is not uncertain any more."))
    delivery.refresh_from_db()
