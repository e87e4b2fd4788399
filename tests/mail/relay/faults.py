"""What a relay does wrong, and when: decided the same way for the same seed, recipient and attempt."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

STEPS = ("connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body", "dot", "rset", "quit")
DEEDS = ("cut", "cut inside", "cut after", "hang", "dribble")
DEEDS_AT_DOT = (*DEEDS, "accept, cut", "accept, cut inside", "accept, hang", "accept, dribble")


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong at a step of the dialogue.

    `do` is a reply such as "450 4.2.0 busy" (the connection closes after 421), or
        "cut"         closed without a reply; at the dot before anything is accepted
        "cut inside"  closed in the middle of the reply; at the dot nothing is accepted
        "cut after"   closed after the usual reply
        "hang"        never an answer; at the dot nothing is accepted
        "dribble"     the usual reply and more, a byte every now and then; at the dot nothing is accepted
    and at the dot "accept, cut" and the like: the message was taken.
    At "body" it happens when the first bytes of a message have come.
    """

    at: str
    do: str
    chance: float = 1.0
    each: str = "attempt"  # or "recipient": one decision for all attempts
    address: str = ""  # a regular expression; before RCPT no address is known
    first: int = 0  # only the first so many attempts of a recipient; at "connect" of connections
    after: int = 0  # only on a connection that has taken so many messages
    times: int = 0  # so many times in all, 0 for any number

    def __post_init__(self) -> None:
        deeds = DEEDS_AT_DOT if self.at == "dot" else DEEDS
        if self.at not in STEPS or not (self.do in deeds or re.match(r"[2345]\d\d[ -]", self.do)):
            raise ValueError(f"No such fault: {self.at!r}, {self.do!r}")
        if self.each not in ("attempt", "recipient"):
            raise ValueError(f"No such kind of chance: {self.each!r}")

    @property
    def is_final(self) -> bool:
        return self.do.startswith("5")


@dataclass(frozen=True)
class Behaviour:
    """Everything about a relay that can be changed while it runs."""

    faults: tuple[Fault, ...] = ()
    seed: int = 1
    most_faults: int = 0  # what one recipient suffers at most, 5xx replies aside; 0 for any number
    latency: float = 0.0  # seconds before the reply to the dot
    other_latency: float = 0.0  # and before any other reply
    greylist: int = 0  # the first so many attempts of a recipient get 451
    per_second: float = 0.0  # above this rate RCPT gets 451
    messages_a_connection: int = 0  # then 421
    connections: int = 0  # more at once get 421
    outage: str = ""  # "421": every MAIL is answered so; "refused": nobody listens
    login: str = ""  # "user:password", asked for before MAIL
    pipelining: bool = True

    def __post_init__(self) -> None:
        if self.outage not in ("", "421", "refused"):
            raise ValueError(f"No such outage: {self.outage!r}")

    def changed(self, **changes: Any) -> Behaviour:
        if "faults" in changes:
            changes["faults"] = tuple(_fault(fault) for fault in changes["faults"])
        return replace(self, **changes)

    @cached_property
    def by_step(self) -> dict[str, list[tuple[int, Fault]]]:
        return {
            step: [(number, fault) for number, fault in enumerate(self.faults) if fault.at == step]
            for step in STEPS
        }

    def happens(self, fault: Fault, number: int, who: str, attempt: int) -> bool:
        """A coin that falls the same way each time it is asked the same."""
        if fault.first and attempt > fault.first:
            return False
        if fault.address and not re.search(fault.address, who):
            return False
        if fault.chance >= 1:
            return True
        key = f"{self.seed}\0{number}\0{who}\0{attempt if fault.each == 'attempt' else ''}"
        digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") / 2**64 < fault.chance


def _fault(fault: Fault | Mapping[str, Any]) -> Fault:
    return fault if isinstance(fault, Fault) else Fault(**fault)


def behaviour(faults: Iterable[Fault] = (), **settings: Any) -> Behaviour:
    return Behaviour().changed(faults=faults, **settings)


@dataclass
class RateLimit:
    """A bucket of tokens that fills at a rate and holds what comes in a quarter of a second."""

    tokens: float = 1.0
    filled_at: float = field(default_factory=time.monotonic)

    def is_over(self, per_second: float) -> bool:
        now = time.monotonic()
        self.tokens = min(max(1.0, per_second / 4), self.tokens + (now - self.filled_at) * per_second)
        self.filled_at = now
        if self.tokens < 1:
            return True
        self.tokens -= 1
        return False
