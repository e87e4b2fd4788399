"""Keys of second factors, sealed so that a copy of the database alone makes no codes.

They are sealed with a key that is made from SECRET_KEY. While SECRET_KEY is exchanged, those sealed with
one of SECRET_KEY_FALLBACKS are still opened.
"""

from __future__ import annotations

import base64
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:  # the library is large, and loaded when the first key is needed
    from cryptography.fernet import Fernet, MultiFernet


class UnreadableKey(Exception):
    """It was sealed with a SECRET_KEY that this site no longer knows."""


@cache
def _fernet(secret: str) -> Fernet:
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key = HKDF(SHA256(), length=32, salt=None, info=b"second factor").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))


def _all() -> MultiFernet:
    from cryptography.fernet import MultiFernet

    return MultiFernet([_fernet(each) for each in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def sealed(key: bytes) -> str:
    return _all().encrypt(key).decode()


def opened(text: str) -> bytes:
    from cryptography.fernet import InvalidToken

    try:
        return _all().decrypt(text)
    except InvalidToken:
        raise UnreadableKey from None


def is_sealed_with_current_key(text: str) -> bool:
    from cryptography.fernet import InvalidToken

    try:
        _fernet(settings.SECRET_KEY).decrypt(text)
    except InvalidToken:
        return False
    return True


def sealed_anew(text: str) -> str:
    """The same key, sealed with the SECRET_KEY of today."""
    return sealed(opened(text))
