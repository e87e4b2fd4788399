"""The relay of the tests does wrong what it is told, and only that, also as a process of its own."""

from __future__ import annotations

import json
import signal
import smtplib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.mail.relay import Behaviour, Fault, Relay

PROJECT = Path(__file__).resolve().parents[2]
PORT, CONTROL = 21050, 21051
READER = "reader@example.org"


def ask(path: str, **body: Any) -> dict[str, Any]:
    address = f"http://127.0.0.1:{CONTROL}{path}"
    data = json.dumps(body).encode() if body or path in ("/reset", "/config") else None
    with urlopen(Request(address, data=data), timeout=5) as answer:
        return json.load(answer)


@pytest.fixture
def process(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.mail.relay", "--port", str(PORT), "--control-port", str(CONTROL)]
    command += ["--report", str(tmp_path / "report.json"), "--folder", str(tmp_path / "taken")]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout.readline()
        yield process
        process.kill()


def send(port: int, recipient: str = READER, lines: str = "Subject: x\r\n\r\n.Hello") -> None:
    with smtplib.SMTP("127.0.0.1", port, "tests", timeout=5) as connection:
        connection.sendmail("site@example.org", [recipient], lines)


def test_a_process_of_its_own_is_told_what_to_do_over_http(process: subprocess.Popen, tmp_path: Path) -> None:
    ask("/config", faults=[{"at": "rcpt", "do": "550 5.1.1 unknown", "address": "^nobody"}], latency=0.001)
    send(PORT)
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        send(PORT, "nobody@example.org")
    stats = ask("/stats")
    assert (stats["counts"]["accepted"], stats["counts"]["acknowledged"]) == (1, 1)
    recipients = ask("/report")["recipients"]
    assert recipients[READER]["accepted"] == 1
    assert recipients["nobody@example.org"]["replies"] == ["550 5.1.1 unknown"]
    assert (tmp_path / "taken/00000001.eml").read_bytes() == b"Subject: x\r\n\r\n.Hello\r\n"
    assert ask("/reset")["recipients"] == 0
    with pytest.raises(HTTPError):
        ask("/config", fault="none")
    send(PORT)
    process.send_signal(signal.SIGTERM)
    assert process.wait(5) == 0
    assert json.loads((tmp_path / "report.json").read_text())["stats"]["recipients"] == 1


def test_the_same_seed_decides_the_same() -> None:
    fault = Fault("rcpt", "450 4.2.0 busy", chance=0.3)

    def decided(seed: int, **more: Any) -> list[bool]:
        behaviour = Behaviour(seed=seed)
        one = Fault("rcpt", "450 4.2.0 busy", chance=0.3, **more)
        return [behaviour.happens(one, 0, f"{number}@example.org", 1 + number % 3) for number in range(1000)]

    assert decided(1) == decided(1) != decided(2)
    assert 250 < sum(decided(1)) < 350
    each = Behaviour()
    for_good = Fault("rcpt", "550 5.1.1 unknown", chance=0.5, each="recipient")
    assert len({each.happens(for_good, 0, READER, attempt) for attempt in range(50)}) == 1
    assert len({each.happens(fault, 0, READER, attempt) for attempt in range(50)}) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": "door", "do": "cut"},
        {"at": "mail", "do": "accept, cut"},
        {"at": "mail", "do": "fine"},
        {"at": "rcpt", "do": "cut", "each": "day"},
    ],
)
def test_a_fault_that_does_not_exist_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="No such"):
        Fault(**wrong)


def test_greylisting_refuses_the_first_attempts_of_each_recipient() -> None:
    with Relay(greylist=2) as relay:
        for _ in range(2):
            with pytest.raises(smtplib.SMTPRecipientsRefused):
                send(relay.port)
        send(relay.port)
        assert relay.ledger[READER].attempts == 3
        assert [reply[:3] for reply in relay.ledger[READER].replies] == ["451", "451", "250"]


def test_a_rate_limit_lets_through_what_it_says() -> None:
    with Relay(per_second=20) as relay, smtplib.SMTP("127.0.0.1", relay.port, "tests") as connection:
        began = time.monotonic()
        while time.monotonic() - began < 1:
            connection.ehlo_or_helo_if_needed()
            connection.mail("site@example.org")
            if connection.rcpt(READER)[0] == 250:
                connection.data("Hello")
            else:
                connection.rset()
        assert 15 <= len(relay.ledger[READER].accepted) <= 27
        assert any(reply.startswith("451 4.7.1") for reply in relay.ledger[READER].replies)


def test_more_connections_than_allowed_are_turned_away() -> None:
    with Relay(connections=1) as relay, smtplib.SMTP("127.0.0.1", relay.port, "tests") as first:
        with pytest.raises(smtplib.SMTPConnectError, match="421"):
            send(relay.port)
        assert first.noop()[0] == 250


def test_a_recipient_suffers_no_more_faults_than_allowed() -> None:
    with Relay(most_faults=1, faults=[Fault("rcpt", "450 4.2.0 busy"), Fault("dot", "cut")]) as relay:
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            send(relay.port)
        send(relay.port)
        assert relay.ledger[READER].acknowledged == 1


def test_a_fault_can_be_for_the_first_times_or_for_later_messages_only() -> None:
    faults = [Fault("rcpt", "450 4.2.0 busy", times=1), Fault("mail", "421 4.7.0 enough", after=2)]
    with Relay(faults=faults) as relay, smtplib.SMTP("127.0.0.1", relay.port, "tests") as connection:
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            connection.sendmail("site@example.org", [READER], "Hello")
        for _ in range(2):
            connection.sendmail("site@example.org", [READER], "Hello")
        with pytest.raises(smtplib.SMTPSenderRefused, match="421"):
            connection.sendmail("site@example.org", [READER], "Hello")
        assert relay.ledger.counts["rcpt: 450 4.2.0 busy"] == 1


def test_waiting_for_what_does_not_come_fails_with_what_was_seen() -> None:
    with Relay() as relay, pytest.raises(AssertionError, match="'recipients': 0"):
        relay.wait_for(lambda ledger: READER in ledger, seconds=0.05)
