"""The relay: where it listens, how it behaves, and the thread it runs in."""

from __future__ import annotations

import asyncio
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Self

from cms.settings.addresses import email
from tests.mail.relay.faults import Behaviour, Fault, RateLimit, behaviour
from tests.mail.relay.ledger import Ledger
from tests.mail.relay.session import Session

HOST = "127.0.0.1"
SIZE = 50_000_000


class Relay:
    """`with Relay(**settings of Behaviour)` runs it in a thread; `serve` in the running event loop.

    `certificate` is a file with a key and a certificate for STARTTLS, or with `is_tls_at_once` for TLS from
    the first byte. Port 0 is any free one.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        certificate: Path | None = None,
        is_tls_at_once: bool = False,
        keeps_messages: bool = True,
        folder: Path | None = None,
        **settings: Any,
    ) -> None:
        self.port = port
        self.behaviour: Behaviour = behaviour(**settings)
        self.ledger = Ledger()
        self.rate_limit = RateLimit()
        self.keeps_messages = keeps_messages
        self.folder = folder
        self.is_tls_at_once = is_tls_at_once
        self.tls = self._tls(certificate)
        self.sessions: set[Session] = set()
        self.fault_times: Counter[int] = Counter()
        self.serial = 0
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @staticmethod
    def _tls(certificate: Path | None) -> ssl.SSLContext | None:
        if certificate is None:
            return None
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        return context

    # -- in a thread -----------------------------------------------------------------------------

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="relay", daemon=True)
        self._thread.start()
        self._in_loop(self.listen)
        return self

    def __exit__(self, *error: object) -> None:
        self._in_loop(self.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def _in_loop(self, deed: Callable[[], Any]) -> None:
        done: Future[None] = asyncio.run_coroutine_threadsafe(deed(), self._loop)
        done.result(10)

    def configure(self, **changes: Any) -> None:
        """From another thread; holds for connections that are open, too."""

        async def change() -> None:
            await self.change(**changes)

        self._in_loop(change)

    def wait_for(self, condition: Callable[[Ledger], bool], seconds: float = 10) -> None:
        """Until the ledger shows it; an AssertionError when it has not in time."""
        ends = time.monotonic() + seconds
        while not condition(self.ledger):
            assert time.monotonic() < ends, f"Not seen in {seconds} s: {self.ledger.stats()}"
            time.sleep(0.005)

    @property
    def url(self) -> str:
        """As EMAIL_URL has it."""
        login = f"{self.behaviour.login}@" if self.behaviour.login else ""
        return f"smtp{'s' if self.is_tls_at_once else ''}://{login}{HOST}:{self.port}"

    def takes_mail_of(self, settings: Any, **more: Any) -> None:
        """Point Django's settings, or what stands for them in a test, at this relay."""
        for name, value in {**email(self.url), **more}.items():
            setattr(settings, name, value)

    # -- in its event loop -----------------------------------------------------------------------

    async def listen(self) -> None:
        if self._server is not None or self.behaviour.outage == "refused":
            return
        context = self.tls if self.is_tls_at_once else None
        self._server = await asyncio.get_running_loop().create_server(
            lambda: Session(self), HOST, self.port, backlog=1024, ssl=context
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for session in list(self.sessions):
            session.transport.abort()

    async def change(self, **changes: Any) -> None:
        self.behaviour = self.behaviour.changed(**changes)
        if "faults" in changes:
            self.fault_times.clear()
        if self.behaviour.outage == "refused":
            await self.close()
        else:
            await self.listen()

    def encrypt(self, session: Session) -> None:
        session.buffer.clear()  # said in plain text too early
        task = asyncio.get_running_loop().create_task(self._encrypt(session))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _encrypt(self, session: Session) -> None:
        try:
            session.transport = await asyncio.get_running_loop().start_tls(
                session.transport, session, self.tls, server_side=True
            )
        except (OSError, ssl.SSLError):
            self.ledger.counts["no trust"] += 1
            session.transport.abort()
            return
        session.is_encrypted, session.is_held = True, False
        session.go_on()

    # -- for its sessions ------------------------------------------------------------------------

    def count_connection(self, session: Session) -> int:
        self.sessions.add(session)
        self.serial += 1
        self.ledger.counts["connections"] += 1
        self.ledger.open += 1
        self.ledger.most_open = max(self.ledger.most_open, self.ledger.open)
        return self.serial

    def forget_connection(self, session: Session) -> None:
        self.sessions.discard(session)
        self.ledger.open -= 1

    def greeting_of(self, session: Session) -> str:
        offers = ["relay", f"SIZE {SIZE}", "8BITMIME", "ENHANCEDSTATUSCODES"]
        if self.behaviour.pipelining:
            offers.append("PIPELINING")
        if self.tls and not session.is_encrypted:
            offers.append("STARTTLS")
        if self.behaviour.login:
            offers.append("AUTH PLAIN LOGIN")
        return "\r\n".join([*(f"250-{offer}" for offer in offers[:-1]), f"250 {offers[-1]}"])

    def fault_at(self, step: str, session: Session) -> Fault | None:
        """What goes wrong now. Before RCPT the connection and its messages stand for the recipient."""
        address = session.recipients[0] if session.recipients else ""
        who = address or f"{session.number}/{session.taken}"
        recipient = self.ledger[address] if address else None
        attempt = recipient.attempts if recipient else session.number
        for number, fault in self.behaviour.by_step[step]:
            if fault.times and self.fault_times[number] >= fault.times:
                continue
            if session.taken < fault.after or not self.behaviour.happens(fault, number, who, attempt):
                continue
            if recipient is not None and not fault.is_final:
                if self.behaviour.most_faults and recipient.faults >= self.behaviour.most_faults:
                    continue
                recipient.faults += 1
            self.fault_times[number] += 1
            self.ledger.counts[f"{step}: {fault.do}"] += 1
            return fault
        return None

    def save(self, message: bytes) -> None:
        if self.folder is not None:
            (self.folder / f"{self.ledger.counts['accepted']:08d}.eml").write_bytes(message)
