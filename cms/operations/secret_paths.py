"""Mailed links open a page for whoever holds them, so no log shows the part that does."""

from __future__ import annotations

import logging
import re

from django.conf import settings

HIDDEN = "[hidden]"


class HideSecretPaths(logging.Filter):
    """Django logs the path of each request that it refuses; what is secret in it is left out."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        starts = "|".join(re.escape(start) for start in settings.SECRET_PATHS)
        self.secret = re.compile(rf"({starts})[^\s?\"\']+")

    def filter(self, record: logging.LogRecord) -> bool:
        words = record.getMessage()
        if self.secret.search(words):
            record.msg, record.args = self.secret.sub(rf"\1{HIDDEN}", words), ()
        return True
