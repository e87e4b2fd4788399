"""What a relay has really taken, whatever the sender believes."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Accepted(NamedTuple):
    """One message taken for one recipient. `message` has its dots undone; b"" where none are kept."""

    at: float
    connection: int
    message_id: str
    message: bytes


@dataclass
class Recipient:
    """All that happened to mail for one address."""

    attempts: int = 0
    accepted: list[Accepted] = field(default_factory=list)
    acknowledged: int = 0
    replies: list[str] = field(default_factory=list)
    faults: int = 0

    @property
    def is_refused(self) -> bool:
        return any(reply.startswith("5") for reply in self.replies)

    def as_json(self) -> dict[str, Any]:
        return {
            "attempts": self.attempts,
            "accepted": len(self.accepted),
            "acknowledged": self.acknowledged,
            "message_ids": [accepted.message_id for accepted in self.accepted],
            "times": [accepted.at for accepted in self.accepted],
            "replies": self.replies,
            "faults": self.faults,
        }


class Ledger(dict[str, Recipient]):
    """Address, in lower case, to what happened; and counts over all.

    `counts` has connections, accepted, acknowledged, and each fault by "step: deed".
    """

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()
        self.replies: Counter[str] = Counter()
        self.by_second: Counter[int] = Counter()
        self.commands: defaultdict[int, list[str]] = defaultdict(list)
        self.first_at = self.last_at = 0.0
        self.open = self.most_open = 0

    def __missing__(self, address: str) -> Recipient:
        self[address] = Recipient()
        return self[address]

    def reset(self) -> None:
        """Forget everything but the connections that are open."""
        still_open = self.open
        self.clear()
        vars(self).update(vars(Ledger()))
        self.open = self.most_open = still_open

    def accept(self, addresses: list[str], accepted: Accepted) -> None:
        self.first_at = self.first_at or accepted.at
        self.last_at = accepted.at
        self.by_second[int(accepted.at)] += 1
        for address in addresses:
            self[address].accepted.append(accepted)
            self.counts["accepted"] += 1

    def acknowledge(self, addresses: list[str]) -> None:
        for address in addresses:
            self[address].acknowledged += 1
            self.counts["acknowledged"] += 1

    @property
    def accepted(self) -> set[str]:
        return {address for address, recipient in list(self.items()) if recipient.accepted}

    @property
    def doubled(self) -> set[str]:
        return {address for address, recipient in list(self.items()) if len(recipient.accepted) > 1}

    def stats(self) -> dict[str, Any]:
        seconds = self.last_at - self.first_at
        taken = self.counts["accepted"]
        return {
            "counts": dict(self.counts),
            "replies": dict(self.replies),
            "recipients": len(self),
            "doubled": len(self.doubled),
            "extra_copies": taken - len(self.accepted),
            "open": self.open,
            "most_open": self.most_open,
            "seconds": round(seconds, 3),
            "per_second": round((taken - 1) / seconds, 1) if seconds and taken > 1 else 0.0,
            "most_in_a_second": max(self.by_second.values(), default=0),
        }

    def report(self) -> dict[str, Any]:
        return {
            "stats": self.stats(),
            "recipients": {address: recipient.as_json() for address, recipient in self.items()},
        }


def message_id_of(message: bytes) -> str:
    """The one header that is worth a look at full speed."""
    head = message[:4096]
    at = head.lower().find(b"\r\nmessage-id:")
    if at < 0:
        return ""
    return head[at + 13 : head.find(b"\r\n", at + 13)].strip().decode("ascii", "replace")


def now() -> float:
    return time.time()
