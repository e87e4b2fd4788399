"""A relay that is away."""

from __future__ import annotations

from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    def send_messages(self, messages: object) -> int:
        raise ConnectionRefusedError
