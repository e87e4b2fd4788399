"""The engine is killed while people search: nobody sees an error, and it catches up when it is back."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.test import Client

from search.engine import breaker, rebuilding
from search.engine.connection import Engine
from search.engine.index import current_index, digests
from search.models import EngineAbsence, Entry
from search.results import find
from tests.drills.line import Line
from tests.factories import pages
from tests.journeys.server import PROJECT, Server, free_port, running_server

WORDS = ["privacy", "employability", "no+one+left+behind", "glasgow", "childcare", "%22customer+charter%22"]
A_SECOND = 50
CATCHES_UP_WITHIN = 300.0  # seconds
PUBLISH = """
import django; django.setup()
from tests.factories import pages
pages.standard(pages.home_page(), "Zebra %s")
"""
COMPARE = """
import django, json; django.setup()
from search.engine.connection import engine
from search.engine.index import current_index, digests
from search.models import EngineChange, Entry
asked = engine()
asked.for_writing.indices.refresh(index=asked.alias)
known = dict(digests(asked, current_index(asked)))
entries = dict(Entry.objects.values_list("pk", "digest"))
waiting = EngineChange.objects.count()
print(json.dumps({"is_same": known == entries, "entries": len(entries), "waiting": waiting}))
"""


class OwnEngine:
    """A server of its own that may be killed."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.environment = os.environ | {"ES_PORT": str(self.port), "ES_RUN_DIR": str(folder / "engine")}
        self.pid = folder / "engine/pid"
        (folder / "engine").mkdir()
        (folder / "site").mkdir()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def say(self, verb: str) -> None:
        command = [str(PROJECT / "scripts/elasticsearch.sh"), verb]
        subprocess.run(command, cwd=PROJECT, env=self.environment, check=True, stdout=subprocess.DEVNULL)  # noqa: S603

    def kill(self) -> None:
        os.kill(int(self.pid.read_text()), signal.SIGKILL)


class Seen(NamedTuple):
    """What one reader got."""

    status: int
    is_empty: bool
    seconds: float


@dataclass
class Readers(Thread):
    """Each asks once; a new one comes every fiftieth of a second, whether or not others still wait."""

    address: str
    seen: list[Seen] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self.done = Event()

    __hash__ = Thread.__hash__

    def run(self) -> None:
        with ThreadPoolExecutor(max_workers=A_SECOND) as crowd:
            number, began = 0, monotonic()
            while not self.done.wait(max(0.0, began + number / A_SECOND - monotonic())):
                crowd.submit(self._ask, WORDS[number % len(WORDS)])
                number += 1
            crowd.shutdown(cancel_futures=True)  # who has not asked by now goes home

    def _ask(self, words: str) -> None:
        began = monotonic()
        try:
            address = f"{self.address}/search/?q={words}"
            with urlopen(address, timeout=30) as response:  # noqa: S310  our own address
                status, text = response.status, response.read().decode()
        except HTTPError as error:
            status, text = error.code, ""
        except OSError as error:
            status, text = 0, str(error)
        self.seen.append(Seen(status, "ds_search-result__link" not in text, monotonic() - began))

    def slowest_of_95(self) -> float:
        return statistics.quantiles([each.seconds for each in self.seen], n=20)[-1]


@contextmanager
def asking(server: Server) -> Iterator[Readers]:
    readers = Readers(server.address)
    readers.start()
    try:
        yield readers
    finally:
        readers.done.set()
        readers.join()


def compared(server: Server) -> dict[str, object]:
    return json.loads(server.python("-c", COMPARE).splitlines()[-1])


def wait_until_it_has_all(server: Server) -> float:
    """Seconds until then."""
    began = monotonic()
    while not (told := compared(server))["is_same"]:
        assert monotonic() - began < CATCHES_UP_WITHIN, f"{told}\n{server.last_words()}"
        sleep(2)
    return monotonic() - began


@pytest.mark.drill
@pytest.mark.service
def test_nobody_sees_an_error_when_the_engine_is_killed(tmp_path: Path) -> None:
    own = OwnEngine(tmp_path)
    own.say("start")
    try:
        with running_server(tmp_path / "site", ELASTICSEARCH_URL=own.url) as server:
            server.python("manage.py", "update_search", "--engine")
            with asking(server) as readers:
                sleep(5)
                own.kill()
                server.python("-c", PUBLISH % "meanwhile")
                sleep(5)
                own.say("start")
                sleep(5)
            took = wait_until_it_has_all(server)
            with asking(server) as others:
                server.python("manage.py", "update_search", "--engine")
                sleep(3)
        readers.seen += others.seen
        slowest = max(each.seconds for each in readers.seen)
        print(  # noqa: T201
            f"{len(readers.seen)} requests, 95 in 100 within {readers.slowest_of_95():.3f} s, the slowest "
            f"{slowest:.3f} s; caught up after {took:.0f} s"
        )
        assert kinds_of(readers) == {(200, False)}
    finally:
        own.say("stop")


def kinds_of(readers: Readers) -> set[tuple[int, bool]]:
    return {(each.status, each.is_empty) for each in readers.seen}


@pytest.mark.django_db
@pytest.mark.service
def test_nobody_sees_an_error_when_the_line_to_the_engine_is_cut(
    filled_engine: Engine, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same in small, in one process."""
    monkeypatch.setattr(breaker, "REST", 0.2)
    (far_end,) = settings.ELASTICSEARCH["hosts"]
    with Line(far_end) as line:
        settings.ELASTICSEARCH = {"hosts": (line.url,)}
        seen = []
        for number in range(60):
            if number == 20:
                line.cut()
                pages.standard(pages.home_page(), "Zebra")
                rebuilding.bring_up_to_date()
            if number == 40:
                line.mend()
            response = client.get("/search/?q=employability")
            seen.append((response.status_code, bool(response.context["found"].everything)))
        assert set(seen) == {(200, True)} and EngineAbsence.objects.exists()
        sleep(0.2)
        rebuilding.bring_up_to_date()
        assert not EngineAbsence.objects.exists() and line.carried > 20
    filled_engine.for_writing.indices.refresh(index=filled_engine.alias)
    known = dict(digests(filled_engine, current_index(filled_engine)))
    assert known == dict(Entry.objects.values_list("pk", "digest"))
    assert "Zebra" in [match.heading for match in find("zebra", "en-gb").everything]
