"""Reading mail that came back: delivery status notifications (RFC 3464) and complaints (RFC 5965)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes, message_from_string
from email.message import Message

from bulletin.bounces.reports import Report, code_in, reason_of
from bulletin.models import Suppression
from bulletin.subscribe.links import Leaving, UnknownLink, leaving_behind

COMPLAINTS = ("abuse", "fraud", "opt-out", "opt-out-list")
MOST_RECIPIENTS = 100
LONGEST = 500  # characters of a field that are looked at


def reports_in(content: bytes) -> list[Report]:
    """All reports of one mail, none for another kind. Raises what a hostile one makes the parser raise."""
    mail = message_from_bytes(content)
    if mail.get_content_type() != "multipart/report" or not mail.is_multipart():
        return []
    parts = [part for part in mail.get_payload() if isinstance(part, Message)]
    header = next(filter(None, map(_header_in, parts)), Message())
    name, leaving = _field(header, "Message-ID"), _leaving_in(header)
    found = [report for part in parts for report in (*_bounces(part), *_complaints(part))]
    return [replace(report, message_id=name, leaving=leaving) for report in found[:MOST_RECIPIENTS]]


def _bounces(part: Message) -> Iterator[Report]:
    """One for each recipient for whom a relay has given up."""
    if part.get_content_type() != "message/delivery-status":
        return
    for block in _messages(part):
        status = code_in(_field(block, "Status"))
        words = _field(block, "Diagnostic-Code").partition(";")[2].strip()
        reason = reason_of(status)
        # The relay's own words may say more than a status of 5.0.0.
        if status == "5.0.0" and code_in(words):
            reason = reason_of(code_in(words))
        addresses = [_address(block, name) for name in ("Original-Recipient", "Final-Recipient")]
        if reason and _field(block, "Action").lower() == "failed" and any(addresses):
            yield Report(reason, tuple(filter(None, addresses)), words=f"{status} {words}".strip())


def _complaints(part: Message) -> Iterator[Report]:
    if part.get_content_type() != "message/feedback-report":
        return
    for block in _messages(part):
        if _field(block, "Feedback-Type").lower() in COMPLAINTS:
            named = block.get_all("Original-Rcpt-To") or []
            addresses = tuple(str(value)[:LONGEST].strip(" <>") for value in named[:MOST_RECIPIENTS])
            yield Report(Suppression.Reason.COMPLAINED, addresses)


def _messages(part: Message) -> list[Message]:
    """The blocks of fields in a part; a relay that encodes them against the rules leaves text."""
    payload = part.get_payload()
    if isinstance(payload, str):
        return [message_from_string(block) for block in payload.split("\n\n") if block.strip()]
    return [block for block in payload if isinstance(block, Message)]


def _header_in(part: Message) -> Message | None:
    """Of the mail that is enclosed, or of which only the header is."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        enclosed = _messages(part)[:1]
    elif kind == "text/rfc822-headers":
        raw = part.get_payload(decode=True) or b""
        enclosed = [message_from_bytes(raw)]
    else:
        enclosed = []
    return enclosed[0] if enclosed and enclosed[0].keys() else None


def _leaving_in(header: Message) -> Leaving | None:
    """The link for leaving in it, if we have signed it."""
    for word in _field(header, "List-Unsubscribe").split(","):
        token = word.strip(" <>/").rpartition("/")[2]
        with suppress(UnknownLink):
            return leaving_behind(token)
    return None


def _address(block: Message, name: str) -> str:
    """As in `Final-Recipient: rfc822; name@example.org`."""
    kind, _semicolon, address = _field(block, name).partition(";")
    return address.strip(" <>") if kind.strip().lower() == "rfc822" else ""


def _field(block: Message, name: str) -> str:
    return " ".join(str(block.get(name, ""))[:LONGEST].split())
