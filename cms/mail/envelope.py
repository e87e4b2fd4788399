"""What can be written into the dialogue with a relay without becoming part of it."""

from __future__ import annotations

import re

from cms.mail.connection import Refused, Reply

# Printable ASCII with one @, and nothing that would end the address.
WRITABLE = re.compile(r"[!-;=?A-~]+@[!-;=?A-~]+")


def refuse_unwritable(sender: str, recipient: str) -> None:
    """Raises Refused as a relay would, before a byte is sent."""
    if not WRITABLE.fullmatch(sender):
        raise Refused("sender", Reply(553, "5.1.7 The sender’s address cannot be written into SMTP."))
    if not WRITABLE.fullmatch(recipient):
        raise Refused("recipient", Reply(553, "5.1.3 The address cannot be written into SMTP."))


def refuse_bare_line_ends(message: bytes) -> None:
    """Relays differ in what they take for the end of a line, so a message may hold CR and LF only as CRLF."""
    pairs = message.count(b"\r\n")
    if message.count(b"\n") != pairs or message.count(b"\r") != pairs:
        raise Refused("data", Reply(554, "5.6.0 The message holds a line end other than CRLF."))
