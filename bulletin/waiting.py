"""What of the bulletin waits for a person. Editions to approve are among the drafts to approve."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bulletin.models import Delivery, Sending, SendingGate
from bulletin.send.gate import state
from cms.pages.waiting import WaitingItem

QUEUE, RELEASE = "bulletin.queue_sending", "bulletin.release_sending"


def sendings_waiting(user: AbstractUser) -> list[WaitingItem]:
    """Paused ones, and those that have ended with messages of which nobody knows whether they arrived."""
    if not user.has_perm(QUEUE):
        return []
    return [*_paused(), *_uncertain()]


def gate_waiting(user: AbstractUser) -> list[WaitingItem]:
    """Also before a worker has looked: this is the first thing to see after a backup was restored."""
    if not user.has_perm(RELEASE):
        return []
    if state().is_open:
        return []
    since = SendingGate.objects.values_list("held_since", flat=True).first()
    return [
        WaitingItem(
            _("Is this the site that sends the bulletin?"), reverse("bulletin_gate"), _("held"), since
        )
    ]


def _paused() -> list[WaitingItem]:
    paused = Sending.objects.filter(state=Sending.State.PAUSED).defer("html", "text", "message")
    return [
        WaitingItem(
            sending.subject,
            reverse("bulletin_sending", args=[sending.edition_id]),
            _("sending paused"),
            sending.last_reply_at or sending.queued_at,
        )
        for sending in paused
    ]


def _uncertain() -> list[WaitingItem]:
    held = Delivery.objects.filter(sending=OuterRef("pk"), state=Delivery.State.UNCERTAIN)
    ended = Sending.objects.filter(Exists(held), state__in=[Sending.State.SENT, Sending.State.CANCELLED])
    return [_to_decide(sending) for sending in ended.defer("html", "text", "message")]


def _to_decide(sending: Sending) -> WaitingItem:
    number = sending.deliveries.filter(state=Delivery.State.UNCERTAIN).count()
    words = ngettext(
        "%(subject)s: %(number)d uncertain message", "%(subject)s: %(number)d uncertain messages", number
    )
    url = f"{reverse('bulletin_report', args=[sending.pk])}?state={Delivery.State.UNCERTAIN}"
    title = words % {"subject": sending.subject, "number": number}
    return WaitingItem(title, url, _("to decide"), sending.ended_at)
