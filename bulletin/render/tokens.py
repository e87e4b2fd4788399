"""What stands in the finished message in place of what differs from one recipient to the next.

ASCII words between pairs of percent signs: quoted-printable leaves them as they are, and nobody can type one
(bulletin.render.typed).
"""

from __future__ import annotations

import re

UNSUBSCRIBE = "%%UNSUBSCRIBE%%"  # in the text of the mail
UNSUBSCRIBE_HEADER = "%%UNSUBSCRIBE-HEADER%%"
ADDRESS = "%%ADDRESS%%"
DATE = "%%DATE%%"
MESSAGE_ID = "%%MESSAGE-ID%%"

TOKEN = re.compile(r"%%[A-Z-]+%%")


def without_tokens(words: str, leaving: str) -> str:
    """The HTML or the text of a mail for everybody to read, with one address for leaving."""
    return words.replace(UNSUBSCRIBE, leaving)
