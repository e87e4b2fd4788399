"""Where links may lead: addresses that work on a website."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONGEST = 2_000
OF_THE_WEB = {"http", "https"}
OTHERS = {"mailto", "tel"}
CONTROL = re.compile(r"[\x00-\x1f\x7f\s\\<>\"]")


def address(target: str) -> str:
    """The address a reader can be led to; "" for a place in the document, a file, or anything else."""
    target = target.strip().replace(" ", "%20")
    if CONTROL.search(target) or len(target) > LONGEST:
        return ""
    try:
        parts = urlsplit(target)
        # Reading it finds ports that are none.
        _port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() in OF_THE_WEB and parts.hostname:
        return target
    if parts.scheme.lower() in OTHERS and parts.path:
        return target
    return ""
