"""Asking for a mail by form: the same work for every address, so that its time tells nothing.

No subscriber is looked up here. Whether an address is new, waits, is subscribed, has left or is suppressed is
looked up when the mail is handed over, and the mail says it (bulletin/subscribe/mails/).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language

from bulletin.subscribe.attempts import note_attempt
from cms.mail import outbox
from cms.mail.addresses import keyed

SIGN_UP = "bulletin.sign_up"
PREFERENCES = "bulletin.preferences"
NEW_ADDRESS = "bulletin.new_address"
WELCOME = "bulletin.welcome"
MOVED = "bulletin.moved"


@transaction.atomic
def ask_for_mail(purpose: str, address: str, client_key: str, **reference: Any) -> None:
    """`address` is normalised. The mail waits where too many were asked for."""
    not_before = note_attempt(keyed("attempt", address), client_key)
    outbox.post(address, purpose, in_this_language(reference), not_before=not_before)


def in_this_language(reference: Mapping[str, Any]) -> dict[str, Any]:
    """The mail speaks the language of the page on which it was asked for."""
    return {**reference, "language": get_language() or settings.LANGUAGE_CODE}
