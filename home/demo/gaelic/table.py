"""All words of the demo site that have Gaelic."""

import re

from home.demo.gaelic import (
    accessibility,
    case_studies,
    councils,
    handbook,
    highland,
    home_page,
    islands,
    policy,
    policy_documents,
    statements,
    vocabulary,
)
from home.demo.gaelic.notation import merged

WORDS = merged(
    part.WORDS
    for part in (
        vocabulary,
        statements,
        home_page,
        policy,
        policy_documents,
        handbook,
        accessibility,
        councils,
        highland,
        islands,
        case_studies,
    )
)
LETTER = re.compile(r"[^\W\d_]")


def gaelic(english: str) -> str | None:
    """None where it is missing. Figures and marks are the same in every language."""
    return WORDS.get(english) if LETTER.search(english) else english
