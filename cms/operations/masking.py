"""What no log and no report of a fault shows: addresses of people, and the secret part of mailed links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from cms.operations.secret_paths import without_secrets

# Bounded, so that a long line without an address costs little.
ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63})+")
MASKED = "[address]"
# PostgreSQL shows there the row that it refused, with the line breaks that somebody has typed.
DETAIL = re.compile(
    r"^DETAIL: .*?(?=^Traceback \(|^The above exception |^During handling of |\Z)", re.MULTILINE | re.DOTALL
)


def masked(words: str) -> str:
    """The same words without what must not leave the site."""
    words = without_secrets(words)
    if "DETAIL" in words:
        words = DETAIL.sub("", words)
    return ADDRESS.sub(MASKED, words) if "@" in words or "%40" in words else words


def masked_all(value: Any) -> Any:
    """The same value with every string in it masked, in lists and mappings, too."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, Mapping):
        return {key: masked_all(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [masked_all(one) for one in value]
    return value
