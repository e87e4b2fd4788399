"""What the provider says about a person, after its token was found to be genuine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from cms.accounts.single_sign_on.refusals import Reason, Refusal

LONGEST_SUBJECT = 255  # OpenID Connect Core, 2
# RFC 8176: several factors, a code that counts once, a key in hardware, a smart card. Not sms and tel, which
# are weaker than what this site asks for itself, and not swk, a key that any copy of a disk holds.
SECOND_FACTORS = {"mfa", "otp", "hwk", "sc"}


@dataclass(frozen=True)
class Claims:
    """`address` is empty unless the provider has verified it; `groups` are names."""

    issuer: str
    subject: str
    address: str
    groups: frozenset[str]
    has_second_factor: bool


def claims_in(token: Mapping[str, Any], groups_claim: str) -> Claims:
    """A claim of another form than it should have says nothing; without a subject there is nobody."""
    subject = token.get("sub")
    if not _is_plain(subject) or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise Refusal(Reason.FAULTY, "subject")
    address = token.get("email")
    return Claims(
        issuer=str(token["iss"]),
        subject=subject,
        address=address if _is_plain(address) and _is_verified(token) else "",
        groups=frozenset(_names(token.get(groups_claim))),
        has_second_factor=bool(SECOND_FACTORS & set(_names(token.get("amr")))),
    )


def _is_verified(token: Mapping[str, Any]) -> bool:
    """Microsoft Entra ID says `xms_edov` instead: the domain of the address belongs to the organisation."""
    if "email_verified" in token:
        return token["email_verified"] is True
    return token.get("xms_edov") in (True, "1")


def _names(value: Any) -> list[str]:
    """A provider may write a single name without a list around it."""
    every = value if isinstance(value, list) else [value]
    return [name for name in every if _is_plain(name)]


def _is_plain(value: Any) -> TypeGuard[str]:
    """No database takes half a surrogate pair, and PostgreSQL no NUL."""
    return isinstance(value, str) and value.isprintable()
