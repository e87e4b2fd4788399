"""Audiences proposed from what a handbook says under "Who can use it?"; an editor confirms them."""

from __future__ import annotations

import re

# Names as the vocabulary of audiences has them to begin with, and words that speak of each.
WORDS = {
    "Local employability partnerships": r"local employability partnership|\bleps?\b",
    "Local authorities": r"local authorit|local government|\bcouncils?\b",
    "Delivery partners": r"delivery partner|service provider|\bproviders\b|\bdelivering\b|\bdelivery of\b",
    "Strategic partners": r"strategic (?:and delivery )?partner",
    "Third sector": r"third sector|voluntary|charit",
    "Employers": r"\bemployers?\b",
    "People who use services": r"(?<!their )service user|people who use|user audience|participant|jobseeker",
    "Public": r"public[- ]facing|\bthe public\b(?! sector)|general public|members of the public",
}


def proposed_audiences(words: str) -> tuple[str, ...]:
    """Names in the order of the vocabulary."""
    plain = " ".join(words.split()).casefold()
    return tuple(name for name, pattern in WORDS.items() if re.search(pattern, plain))
