"""What counts as one address, and the key under which one is remembered without being kept."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

LONGEST = 254  # RFC 5321, 4.5.3.1.3


def normalised(address: str) -> str:
    """The one way of writing an address: no blanks around it, lower case, the domain as DNS has it.

    ValidationError for what is no address, or none that this site can write to: not only ASCII before the @.
    """
    text = address.strip()
    name, at, domain = text.rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        domain = ""
    text = f"{name}{at}{domain}".lower()
    if not name.isascii() or len(text) > LONGEST:
        raise ValidationError(_("Enter an e-mail address, such as name@example.org."))
    try:
        validate_email(text)
    except ValidationError:
        raise ValidationError(_("Enter an e-mail address, such as name@example.org.")) from None
    return text


def key_of(address: str) -> str:
    """The same key for the same address however it is written; it leads back to nobody without HASH_KEY."""
    return keyed("address", normalised(address))


def keyed(purpose: str, text: str) -> str:
    """A keyed hash (SHA-256, hexadecimal); another one for each purpose."""
    key = hashlib.sha256(f"{purpose}:{settings.HASH_KEY}".encode()).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
