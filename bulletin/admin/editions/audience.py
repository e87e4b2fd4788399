"""To whom an edition would go if its sending started now."""

from __future__ import annotations

from bulletin.models import Delivery, EditionPage, Sending
from bulletin.send.audience import REACHED, audience_of


def audience_now(edition: EditionPage, kind: str, same_as: Sending | None = None) -> int:
    """A number to be shown: the sending makes its own audience when it starts."""
    return audience_of(Sending(edition=edition, audience_kind=kind, same_audience_as=same_as)).count()


def already_reached(edition: EditionPage) -> int:
    """How many may have it from a sending that was cancelled in the middle."""
    return Delivery.objects.filter(sending__edition=edition, state__in=REACHED).count()
