"""One file of the corpus, and what has to become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

HIDDEN = b"<?php system($_GET['x']); ?><script>alert('hidden')</script>"


class Outcome(Enum):
    REFUSED = "a message beside its field, and nothing stored"
    CLEANED = "a picture drawn anew, with nothing of what was hidden in the file"
    ATTACHED = "a document that browsers save and never show"


@dataclass(frozen=True)
class Nasty:
    """`name` as the browser sends it; `says` is a part of the message, where it is refused."""

    name: str
    make: Callable[[], bytes]
    outcome: Outcome = Outcome.REFUSED
    says: str = ""
