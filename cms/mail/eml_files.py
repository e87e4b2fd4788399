"""A Django e-mail backend for a site without a relay: each message becomes one .eml file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.crypto import get_random_string

from cms.mail.held import AsksFirst


class FileBackend(BaseEmailBackend):
    """Writes below EMAIL_FILE_PATH. A file that is there is whole; names sort by time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.folder = Path(settings.EMAIL_FILE_PATH)

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        written = 0
        for message in messages:
            if not message.recipients():
                continue
            try:
                self.write(message.message().as_bytes(linesep="\r\n"))
            except OSError:
                if not self.fail_silently:
                    raise
            else:
                written += 1
        return written

    def write(self, message: bytes) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"{timezone.now():%Y%m%dT%H%M%S.%f}-{get_random_string(6).lower()}"
        whole, unfinished = self.folder / f"{name}.eml", self.folder / f".{name}.part"
        try:
            # Mail holds addresses and secret links, so other users of the machine do not read it.
            unfinished.touch(mode=0o600, exist_ok=False)
            unfinished.write_bytes(message)
            unfinished.rename(whole)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        return whole


class EmailBackend(AsksFirst, FileBackend):
    """The one of the settings."""
