"""Who makes the words of a mail: each app registers a function for each purpose of its mails.

    register("bulletin.confirm", make)

`make(mail)` is called when the mail is handed over, each time anew, and gives None for a mail that is no
longer wanted. It must be right to call it again: the relay may refuse for now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cms.mail.models import OutboxMail


@dataclass(frozen=True)
class Words:
    """What stands in a mail; without `html` it is plain text only."""

    subject: str
    text: str
    html: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


Maker = Callable[[OutboxMail], Words | None]
_makers: dict[str, Maker] = {}
_never_held: set[str] = set()


class UnknownPurposeError(LookupError):
    """Nobody has registered who makes the words of such a mail."""


def register(purpose: str, make: Maker, *, is_never_held: bool = False) -> None:
    """`is_never_held`: it lets a person in, and after a restore somebody has to release the rest."""
    _makers[purpose] = make
    if is_never_held:
        _never_held.add(purpose)


def never_held() -> frozenset[str]:
    return frozenset(_never_held)


def words_of(mail: OutboxMail) -> Words | None:
    if mail.purpose not in _makers:
        raise UnknownPurposeError(mail.purpose)
    return _makers[mail.purpose](mail)
