"""Django's mail waits, too, while no mail may go from this site.

Whoever sends a reminder or a notice treats it as a relay that is away, and tries again later.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends import smtp

from cms.mail import permission


class MailIsHeld(OSError):
    """Nothing may be sent from this site until a person releases it."""


class AsksFirst:
    """Before a backend of Django's: hands its messages on while mail may go."""

    fail_silently: bool

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if permission.may_go():
            return super().send_messages(messages) or 0
        if self.fail_silently:
            return 0
        raise MailIsHeld("No mail goes from this site until a person releases it.")


class SmtpBackend(AsksFirst, smtp.EmailBackend):
    """To the relay."""
