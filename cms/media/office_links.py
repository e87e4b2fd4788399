"""Links in the XML of office files that a program follows by itself, or with one careless “Yes”."""

from __future__ import annotations

import re
from html import unescape

# A conversation with another program (DDE), which may start that program.
CONVERSATION = re.compile(rb"[:<](?:ddeLink|dde-connection-decl|dde-source)[\s/>]")
# The codes of fields in Word: spread over pieces between marks, or whole in an attribute.
FIELD = re.compile(
    rb"(?P<mark>fldCharType)"
    rb"|<(?:[^\s:<>/]+:)?(?:instrText|delInstrText)(?:\s(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+)?>(?P<piece>[^<]*)"
    rb"|instr\s*=\s*(?:\"(?P<whole>[^\"<]*)\"|'(?P<other>[^'<]*)')"
)
CONVERSES = re.compile(r"^(?:[^\S\n]|\")*+DDE(AUTO)?\b", re.IGNORECASE | re.MULTILINE)
# In an OpenDocument file: an address outside it, also one that begins with a letter written as its number.
ELSEWHERE = re.compile(rb"href\s*=\s*[\"']\s*(?:[a-z&][a-z0-9+.;&#-]*:|//|\\\\)", re.IGNORECASE)
LINK = re.compile(rb"<(?:text|draw):a\s")
# The template a text was made from, on the disk of whoever made it.
OWN_TEMPLATE = re.compile(rb"<meta:template\s")
ON_OWN_DISK = re.compile(rb"href\s*=\s*[\"']\s*file:///[^/\\]")
QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")


def starts_a_conversation(content: bytes) -> bool:
    """Whether a part is a link by DDE, or the code of one of its fields begins with DDE or DDEAUTO."""
    if CONVERSATION.search(content):
        return True
    if not has_fields(content):
        return False
    codes = b"".join(_piece(found) for found in FIELD.finditer(content))
    return bool(CONVERSES.search(unescape(codes.decode("utf-8", "replace"))))


def has_fields(content: bytes) -> bool:
    return b"instr" in content


def _piece(found: re.Match[bytes]) -> bytes:
    if found["piece"] is not None:
        return found["piece"]
    return b"\n" + (found["whole"] or found["other"] or b"")


def fetches(content: bytes) -> bool:
    """Whether an element of an OpenDocument file leads outside it; a link waits for its reader."""
    behind_the_last, is_harmless = 0, False
    for found in ELSEWHERE.finditer(content):
        start = content.rfind(b"<", behind_the_last, found.start())
        behind_the_last = found.end()
        is_own = False
        if start >= 0:
            element = content[start : found.start()]
            is_words = b">" in QUOTED.sub(b"", element)
            is_harmless = is_words or bool(LINK.match(element))
            is_own = bool(OWN_TEMPLATE.match(element) and ON_OWN_DISK.match(content, found.start()))
        if not (is_harmless or is_own):
            return True
    return False
