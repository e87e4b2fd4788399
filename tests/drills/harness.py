"""A drill: a relay, workers as real processes, what is done to them, and what became of the mail.

The verdict is the relay's ledger against the rows of the database: neither is believed alone.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NamedTuple
from urllib.request import Request, urlopen

from tests.drills.databases import PROJECT, asker, environment
from tests.drills.prepare import address
from tests.drills.relay_process import relay_process

# Short enough to sit through, long enough for a busy machine.
PATIENCE = {
    "BULLETIN_LEASE": 2.5,
    "EMAIL_TIMEOUT": 2,
    "EMAIL_REPLY_TIMEOUT": 2,
    "BULLETIN_FIRST_WAIT": 0.02,
    "BULLETIN_LONGEST_WAIT": 1.0,
    "BULLETIN_LONGEST_LOGIN_WAIT": 0.1,
    "BULLETIN_TURN": 1.0,
    "BULLETIN_BATCH": 20,
    "BULLETIN_BACK_OFF": [0.5, 1, 2, 2, 2],
    "BULLETIN_LONGEST_GAP": 0.02,
}


class Verdict(NamedTuple):
    """`unexplained` are second copies that are not listed as uncertain or have another Message-ID.

    `held` had no copy, and the report lists them as uncertain: a person decides. `lost` nobody would hear of.
    `refused` are those whom the relay has refused for good: only they may have failed.
    """

    state: str
    rows: dict[str, int]
    lost: list[str]
    refused: list[str]
    held: list[str]
    extra_copies: int
    unexplained: list[str]
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.state} in {self.seconds:.1f} s: {self.rows}; lost {len(self.lost)}, "
            f"held {len(self.held)}, extra copies {self.extra_copies}, unexplained {len(self.unexplained)}"
        )


@dataclass
class Drill:
    """One sending to `size` readers under whatever a test does."""

    folder: Path
    database_url: str
    port: int
    size: int
    connections: int = 2
    settings: dict[str, Any] = field(default_factory=dict)
    login: str = ""
    workers: list[int] = field(default_factory=list)
    started_at: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.ask = asker(self.database_url)
        self.random = random.Random(self.size)
        self.nursery: subprocess.Popen[str] | None = None

    # -- workers ---------------------------------------------------------------------------------

    def start(self, number: int = 1) -> None:
        for _ in range(number):
            self.workers.append(self._ask_nursery())

    def _ask_nursery(self) -> int:
        if self.nursery is None:
            self.nursery = self._open_nursery()
        self.nursery.stdin.write("start\n")
        self.nursery.stdin.flush()
        return int(self.nursery.stdout.readline())

    def surroundings(self) -> dict[str, str]:
        """The environment of a worker."""
        login = f"{self.login}@" if self.login else ""
        return {
            **environment(self.folder, self.database_url),
            "EMAIL_URL": f"smtp://{login}127.0.0.1:{self.port}",
            "BULLETIN_CONNECTIONS": str(self.connections),
            "DRILL_SETTINGS": json.dumps(PATIENCE | self.settings),
        }

    def _open_nursery(self) -> subprocess.Popen[str]:
        nursery = subprocess.Popen(
            [sys.executable, "-m", "tests.drills.nursery"],
            cwd=PROJECT,
            env=self.surroundings(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log(),
            text=True,
        )
        assert nursery.stdout.readline() == "ready\n", self.last_words()
        return nursery

    def log(self) -> IO[str]:
        return (self.folder / "workers.log").open("a")

    def last_words(self) -> str:
        return (self.folder / "workers.log").read_text()[-3000:]

    def hit(self, worker: int, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.kill(worker, number)

    def replace(self, number: signal.Signals) -> None:
        """Hit one of the workers at random and start another in its place."""
        worker = self.random.choice(self.workers)
        self.workers.remove(worker)
        self.hit(worker, number)
        self.start()

    def start_again_if_ended(self) -> None:
        dead = [worker for worker in self.workers if not is_alive(worker)]
        for worker in dead:
            self.workers.remove(worker)
            self.start()

    def end(self) -> None:
        if self.nursery is None:
            return
        for worker in self.workers:
            self.hit(worker, signal.SIGCONT)
            self.hit(worker, signal.SIGTERM)
        ends = time.monotonic() + 10
        while time.monotonic() < ends and any(is_alive(worker) for worker in self.workers):
            time.sleep(0.02)
        slow = [worker for worker in self.workers if is_alive(worker)]
        for worker in slow:
            self.hit(worker, signal.SIGKILL)
        self.nursery.communicate("stop\n", timeout=10)
        assert not slow, "a worker did not end within ten seconds"

    # -- the relay -------------------------------------------------------------------------------

    def relay(self, path: str, **given: Any) -> dict[str, Any]:
        data = json.dumps(given).encode() if path in ("config", "reset") else None
        request = Request(f"http://127.0.0.1:{self.port + 1}/{path}", data=data)
        with urlopen(request, timeout=10) as response:  # noqa: S310
            return json.load(response)

    @property
    def accepted(self) -> int:
        return self.relay("stats")["counts"].get("accepted", 0)

    # -- waiting and judging ---------------------------------------------------------------------

    def wait_for(self, condition: Callable[[], bool], seconds: float, every: float = 0.02) -> None:
        ends = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < ends, f"Not within {seconds} s: {self.verdict()}\n{self.last_words()}"
            time.sleep(every)

    def wait_until_accepted(self, number: int, seconds: float = 120) -> None:
        self.wait_for(lambda: self.accepted >= number, seconds, every=0.005)

    def span(self, name: str) -> float:
        return (PATIENCE | self.settings)[name]

    @property
    def state(self) -> str:
        return self.ask("SELECT state FROM bulletin_sending")[0][0]

    def wait_until_sent(self, seconds: float = 120) -> Verdict:
        self.wait_for(lambda: self.state == "sent", seconds, every=0.1)
        return self.verdict()

    def verdict(self) -> Verdict:
        recipients = self.relay("report")["recipients"]
        rows = {
            row[0]: row[1:]
            for row in self.ask("SELECT address, state, message_id, was_uncertain FROM bulletin_delivery")
        }
        taken = {name: told["message_ids"] for name, told in recipients.items() if told["accepted"]}
        refused = {
            name for name, told in recipients.items() if any(reply[0] == "5" for reply in told["replies"])
        }
        counts: dict[str, int] = {}
        for state, _id, _mark in rows.values():
            counts[state] = counts.get(state, 0) + 1
        expected = {address(number) for number in range(self.size)}
        failed = {name for name, row in rows.items() if row[0] == "failed"}
        missing = expected - set(taken) - (refused & failed)
        skipped = {name for name, row in rows.items() if row[0] == "skipped"}
        held = {name for name in missing if rows.get(name, [""])[0] == "uncertain"}
        doubled = {name: ids for name, ids in taken.items() if len(ids) > 1}
        unexplained = [
            name
            for name, ids in doubled.items()
            if not rows[name][2] or {one.strip("<>") for one in ids} != {rows[name][1].strip("<>")}
        ]
        return Verdict(
            state=self.state,
            rows=counts,
            lost=sorted(missing - skipped - held),
            held=sorted(held),
            refused=sorted(refused),
            extra_copies=sum(len(ids) - 1 for ids in doubled.values()),
            unexplained=unexplained + sorted(set(taken) - expected),
            seconds=time.monotonic() - self.started_at,
        )


def is_alive(process: int) -> bool:
    """A zombie, which its parent has yet to bury, is not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@contextmanager
def drill(database: Any, folder: Path, port: int, size: int, **more: Any) -> Iterator[Drill]:
    """`behaviour` is the relay's from the start; the rest is the drill's."""
    behaviour = more.pop("behaviour", {})
    folder.mkdir(parents=True, exist_ok=True)
    with database.copied(folder) as url, relay_process(port, **behaviour):
        running = Drill(folder, url, port, size, **more)
        try:
            yield running
        finally:
            running.end()
