"""`serve --only-web` becomes the web server, with a process for each core unless told otherwise."""

from __future__ import annotations

import os
import socket
import sys

import pytest
from django.core.management import call_command

from cms.operations.management.commands.serve import cores


class Replaced(Exception):
    """What exec would never return from."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words with which the process would be replaced."""
    words: list[str] = []

    def replace(program: str, command: list[str]) -> None:
        words.extend([program, *command])
        raise Replaced

    monkeypatch.setattr(os, "execv", replace)
    monkeypatch.delenv("WEB_WORKERS", raising=False)
    return words


def only_web() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(Replaced):
        call_command("serve", only_web=True, port=port)


def option(words: list[str], name: str) -> str:
    return words[words.index(name) + 1]


def test_the_process_becomes_the_web_server_that_its_manager_signals(started: list[str]) -> None:
    only_web()
    assert started[:4] == [sys.executable, sys.executable, "-m", "granian"]
    assert started[-1] == "cms.wsgi:application"
    # What is left in a queue when its process ends is lost, so nothing is left there.
    assert "--backpressure" not in started


def test_there_are_as_many_processes_as_cores_unless_a_number_is_given(
    started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    only_web()
    assert option(started, "--workers") == str(cores()) != "0"
    started.clear()
    monkeypatch.setenv("WEB_WORKERS", "7")
    only_web()
    assert option(started, "--workers") == "7"


def test_a_new_process_has_longer_to_start_than_one_core_needs(started: list[str]) -> None:
    """Granian waits for a time, not for the new process; its own 3.5 seconds can be too few."""
    only_web()
    assert float(option(started, "--respawn-interval")) >= 10
    assert float(option(started, "--workers-kill-timeout")) >= 30
