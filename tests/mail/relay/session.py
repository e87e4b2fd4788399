"""One connection of the relay: bytes in, bytes out, and the faults in between."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tests.mail.relay.faults import Fault
from tests.mail.relay.ledger import Accepted, message_id_of, now
from tests.mail.relay.sign_in import SignIn

if TYPE_CHECKING:
    from tests.mail.relay.server import Relay

ADDRESS = re.compile(r"<([^>]*)>")
END = b"\r\n.\r\n"
KEPT_COMMANDS = 200  # of one connection


class Session(asyncio.Protocol):
    """Answers commands in their order; a reply that is delayed keeps back those after it."""

    def __init__(self, relay: Relay) -> None:
        self.relay = relay
        self.ledger = relay.ledger
        self.number = 0
        self.buffer = bytearray()
        self.seen = 0  # bytes of a message in which no end was found
        self.recipients: list[str] = []
        self.has_sender = self.is_in_message = self.has_message_begun = False
        self.is_held = False  # a reply is delayed, or will never come
        self.taken = 0
        self.sign_in = SignIn(relay.behaviour.login)
        self.is_encrypted = relay.is_tls_at_once

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.number = self.relay.count_connection(self)
        limit = self.relay.behaviour.connections
        if limit and self.ledger.open > limit:
            self.answer("421 4.7.0 too many connections")
        elif not self.goes_wrong("connect", "220 relay ESMTP"):
            self.answer("220 relay ESMTP")

    def connection_lost(self, error: Exception | None) -> None:
        self.relay.forget_connection(self)

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        self.go_on()

    def go_on(self) -> None:
        while not self.is_held and not self.transport.is_closing():
            if not (self.read_message() if self.is_in_message else self.read_command()):
                return

    # -- replies ---------------------------------------------------------------------------------

    def answer(self, reply: str, then: Callable[[], None] | None = None, at_dot: bool = False) -> None:
        """`then` is called once the reply has been written. The connection closes after 421 and 221."""
        behaviour = self.relay.behaviour
        delay = behaviour.latency if at_dot else behaviour.other_latency
        if delay:
            self.is_held = True
            asyncio.get_running_loop().call_later(delay, self.answer_late, reply, then)
        else:
            self.write(reply, then)

    def answer_late(self, reply: str, then: Callable[[], None] | None) -> None:
        self.is_held = False
        self.write(reply, then)
        self.go_on()

    def write(self, reply: str, then: Callable[[], None] | None) -> None:
        if self.transport.is_closing():
            self.ledger.counts["replies to nobody"] += 1
            return
        self.ledger.replies[reply[:3]] += 1
        self.transport.write(f"{reply}\r\n".encode())
        if then:
            then()
        if reply.startswith(("421", "221")):
            self.transport.close()

    def goes_wrong(self, step: str, usual: str) -> bool:
        """Whether a fault has taken the place of what is usual."""
        fault = self.relay.fault_at(step, self)
        if fault is None:
            return False
        self.do_wrong(fault, usual)
        return True

    def do_wrong(self, fault: Fault, usual: str) -> None:
        match fault.do:
            case "hang":
                self.is_held = True
            case "dribble":
                self.is_held = True
                self.dribble(iter(f"{usual}{'.' * 40}\r\n"))
            case "cut":
                self.transport.abort()
            case "cut inside":
                self.transport.write(usual[: len(usual) // 2].encode())
                self.is_held = True
                self.transport.close()
            case "cut after":
                self.is_held = True
                self.transport.write(f"{usual}\r\n".encode())
                self.transport.close()
            case reply:
                self.note(reply)
                self.answer(reply, at_dot=fault.at == "dot")

    def dribble(self, rest: Iterator[str]) -> None:
        if (letter := next(rest, "")) and not self.transport.is_closing():
            self.transport.write(letter.encode())
            asyncio.get_running_loop().call_later(0.1, self.dribble, rest)

    def note(self, reply: str) -> None:
        for address in self.recipients:
            self.ledger[address].replies.append(reply)

    # -- commands --------------------------------------------------------------------------------

    def read_command(self) -> bool:
        end = self.buffer.find(b"\r\n")
        if end < 0:
            return False
        line = self.buffer[:end].decode("utf-8", "replace")
        del self.buffer[: end + 2]
        kept = self.ledger.commands[self.number]
        if len(kept) < KEPT_COMMANDS:
            kept.append(line if not self.sign_in.is_waiting else "[secret]")
        self.obey(line)
        return True

    def obey(self, line: str) -> None:
        if self.sign_in.is_waiting:
            self.answer(self.sign_in.go_on(line))
            return
        match line[:4].upper():
            case "MAIL":
                self.mail()
            case "RCPT":
                self.rcpt(line)
            case "DATA":
                self.data()
            case "EHLO":
                self.usually("ehlo", self.relay.greeting_of(self))
            case "HELO":
                self.answer("250 relay")
            case "STAR":
                self.starttls()
            case "AUTH":
                if not self.goes_wrong("auth", "235 2.7.0 welcome"):
                    self.answer(self.sign_in.begin(line))
            case "RSET":
                self.has_sender, self.recipients = False, []
                self.usually("rset", "250 2.0.0 forgotten")
            case "QUIT":
                self.usually("quit", "221 2.0.0 goodbye")
            case "NOOP":
                self.answer("250 2.0.0 fine")
            case _:
                self.answer("502 5.5.2 no such command")

    def usually(self, step: str, reply: str) -> None:
        if not self.goes_wrong(step, reply):
            self.answer(reply)

    def mail(self) -> None:
        behaviour = self.relay.behaviour
        if behaviour.outage:
            self.answer("421 4.3.2 out of service")
        elif behaviour.messages_a_connection and self.taken >= behaviour.messages_a_connection:
            self.answer("421 4.7.0 too many messages on this connection")
        elif not self.sign_in.is_done:
            self.answer("530 5.7.0 sign in first")
        elif self.has_sender:
            self.answer("503 5.5.1 one sender at a time")
        elif not self.goes_wrong("mail", "250 2.1.0 fine"):
            self.has_sender = True
            self.answer("250 2.1.0 fine")

    def rcpt(self, line: str) -> None:
        found = ADDRESS.search(line)
        if not self.has_sender or not found:
            self.answer("503 5.5.1 who sends it?")
            return
        address = found.group(1).lower()
        recipient = self.ledger[address]
        recipient.attempts += 1
        self.recipients.append(address)
        behaviour = self.relay.behaviour
        reply = "250 2.1.5 fine"
        if behaviour.per_second and self.relay.rate_limit.is_over(behaviour.per_second):
            reply = "451 4.7.1 too many messages, try again later"
        elif recipient.attempts <= behaviour.greylist:
            reply = "451 4.7.1 greylisted, try again later"
        elif self.goes_wrong("rcpt", reply):
            self.recipients.pop()
            return
        if not reply.startswith("250"):
            self.recipients.pop()
            recipient.replies.append(reply)
        self.answer(reply)

    def data(self) -> None:
        if not self.recipients:
            self.answer("554 5.5.1 for whom?")
        elif not self.goes_wrong("data", "354 go ahead"):
            self.is_in_message, self.has_message_begun, self.seen = True, False, 0
            self.answer("354 go ahead")

    def starttls(self) -> None:
        if not self.relay.tls or self.is_encrypted:
            self.answer("502 5.5.1 no encryption here")
        elif not self.goes_wrong("starttls", "220 2.0.0 go ahead"):
            self.is_held = True
            self.transport.pause_reading()  # what comes next is TLS's own
            self.transport.write(b"220 2.0.0 go ahead\r\n")
            self.relay.encrypt(self)

    # -- the message -----------------------------------------------------------------------------

    def read_message(self) -> bool:
        if not self.buffer:
            return False
        if not self.has_message_begun:
            self.has_message_begun = True
            if self.goes_wrong("body", ""):
                return True
        is_empty = self.buffer.startswith(END[2:])
        end = 0 if is_empty else self.buffer.find(END, max(0, self.seen - len(END)))
        if end < 0:
            self.seen = len(self.buffer)
            return False
        message = bytes(self.buffer[: end + 2]) if not is_empty else b""
        del self.buffer[: end + len(END) - (2 if is_empty else 0)]
        self.is_in_message = False
        self.take(message)
        return True

    def take(self, message: bytes) -> None:
        usual = "250 2.0.0 taken"
        fault = self.relay.fault_at("dot", self)
        if fault is None or fault.do in ("cut after",) or fault.do.startswith("accept"):
            self.accept(message)
        if fault is None:
            recipients = self.recipients
            self.note(usual)
            self.answer(usual, lambda: self.ledger.acknowledge(recipients), at_dot=True)
        else:
            self.do_wrong(Fault("dot", fault.do.removeprefix("accept, ")), usual)
        self.has_sender, self.recipients = False, []

    def accept(self, message: bytes) -> None:
        self.taken += 1
        plain = message.removeprefix(b".") if message.startswith(b"..") else message
        plain = plain.replace(b"\r\n..", b"\r\n.")
        kept = plain if self.relay.keeps_messages else b""
        accepted = Accepted(now(), self.number, message_id_of(plain), kept)
        self.ledger.accept(self.recipients, accepted)
        self.relay.save(plain)
