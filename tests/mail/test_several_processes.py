"""Several processes at one outbox, also when they are killed: nobody is lost, and hardly anybody gets two."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.mail.relay import Fault, Relay

PROJECT = Path(__file__).resolve().parents[2]
MAILS = 120

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'outbox.sqlite3'}"


@pytest.fixture
def postgresql(postgres_url: str) -> Iterator[str]:
    name = f"outbox_{secrets.token_hex(4)}"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield postgres_url.rsplit("/", 1)[0] + f"/{name}"
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.service)])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Start]:
    """Start a process at an outbox in which all mails wait. `start.relay` is theirs."""
    log = tmp_path / "log"  # nobody reads along: a pipe would fill up and hold them
    variables = {
        "DATABASE_URL": request.getfixturevalue(request.param),
        "DJANGO_SETTINGS_MODULE": "tests.mail.outbox_settings",
    }
    running: list[subprocess.Popen[bytes]] = []
    with Relay() as relay:
        variables["EMAIL_URL"] = relay.url

        def run(*arguments: str) -> subprocess.Popen[bytes]:
            command = [sys.executable, "-m", "tests.mail.outbox_process", *arguments]
            with log.open("ab") as output:
                process = subprocess.Popen(  # noqa: S603  our own command
                    command, cwd=PROJECT, env={**os.environ, **variables}, stderr=output
                )
            running.append(process)
            return process

        run.relay, run.log = relay, log
        assert run("post", str(MAILS)).wait(60) == 0
        yield run
        for process in running:
            process.kill()
            process.wait()


def assert_all_ended(start: Start, number: int) -> None:
    for process in [start("hand_over") for _ in range(number)]:
        assert process.wait(60) == 0, start.log.read_text()


def test_three_processes_at_once_send_each_mail_once(start: Start) -> None:
    start.relay.configure(latency=0.002)
    assert_all_ended(start, 3)
    assert len(start.relay.ledger.accepted) == MAILS
    assert start.relay.ledger.doubled == set()


def test_processes_that_are_killed_lose_nobody(start: Start) -> None:
    """Each kill may double the one mail whose answer it has cut off."""
    relay, kills = start.relay, 4
    relay.configure(latency=0.01)
    for kill in range(kills):
        process = start("hand_over")
        relay.wait_for(lambda ledger, kill=kill: ledger.counts["accepted"] > 15 * (kill + 1), 30)
        process.kill()
    assert_all_ended(start, 2)
    assert len(relay.ledger.accepted) == MAILS
    assert relay.ledger.counts["accepted"] - MAILS <= kills


def test_a_relay_with_every_fault_loses_nobody(start: Start) -> None:
    relay = start.relay
    relay.configure(
        greylist=1,
        messages_a_connection=20,
        faults=[
            Fault("rcpt", "450 4.2.0 busy", chance=0.05),
            Fault("dot", "451 4.3.0 later", chance=0.05),
            Fault("dot", "421 4.3.2 closing", chance=0.02),
            Fault("body", "cut", chance=0.02),
            Fault("dot", "accept, cut", chance=0.02),
        ],
    )
    assert_all_ended(start, 2)
    assert len(relay.ledger.accepted) == MAILS
    assert relay.ledger.counts["accepted"] - MAILS <= relay.ledger.counts["dot: accept, cut"]
    assert max(len(recipient.accepted) for recipient in relay.ledger.values()) <= 2
