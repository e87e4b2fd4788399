"""deploy/upgrade.sh puts a release in the place of another while people read, and leads back again."""

from __future__ import annotations

import os
import socketserver
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import psycopg
import pytest

from tests.drills.crowd import HEAD, Crowd, row
from tests.drills.databases import asker
from tests.drills.machine import PARTS, Machine, machine
from tests.drills.release import next_release_in
from tests.drills.test_many_processes import PAGES, judge_mail, wait_for_nginx

pytestmark = [pytest.mark.django_db, pytest.mark.service, pytest.mark.drill]

SUBSCRIBERS = 60
LONGER_THAN_IT_WAITS = 3.0  # seconds
LONGEST_WAIT = 5.0  # of a reader: two seconds behind the migration, and a page on a busy machine
SOMEBODY_WAITS = "SELECT 1 FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'"
HAS_COLUMN = "SELECT count(*) FROM information_schema.columns WHERE column_name = 'of_the_drill'"
# There is no systemd here: what is asked of it is done by the drill, which answers with a status and words.
SYSTEMCTL = """#!/usr/bin/env python3
import socket, sys
with socket.create_connection(("127.0.0.1", {port})) as line:
    line.sendall((" ".join(sys.argv[1:]) + "\\n").encode())
    status, _, words = line.makefile().read().partition("\\n")
sys.stdout.write(words)
sys.exit(int(status))
"""


class Systemd(socketserver.ThreadingTCPServer):
    """Does with the parts of the machine what systemctl is asked for, and remembers it."""

    daemon_threads = True

    def __init__(self, site: Machine) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.site, self.asked = site, []

    def part_of(self, unit: str) -> str:
        name, at, instance = unit.removeprefix("employability-").removesuffix(".service").partition("@")
        if name == "web":
            instance = str(self.site.web_ports.index(int(instance)) + 1)
        return f"{name}{at}{instance}"

    def unit_of(self, part: str) -> str:
        name, at, instance = part.partition("@")
        if name == "web":
            instance = str(self.site.web_ports[int(instance) - 1])
        return f"employability-{name}{at}{instance}.service"

    def do(self, verb: str, *words: str) -> str:
        if verb == "list-units":
            pattern = words[-1].removeprefix("employability-").removesuffix(".service").rstrip("*")
            return "".join(f"{self.unit_of(part)} loaded\n" for part in PARTS if part.startswith(pattern))
        self.asked.append(f"{verb} {' '.join(words)}")
        for unit in words:
            part = self.part_of(unit)
            if verb in ("stop", "restart"):
                self.site.stop(part)
            if verb in ("start", "restart"):
                self.site.start(part)
        return ""


class Asked(socketserver.StreamRequestHandler):
    server: Systemd

    def handle(self) -> None:
        words = self.rfile.readline().decode().split()
        try:
            answer = "0\n" + self.server.do(*words)
        except Exception as error:
            answer = f"1\n{error}"
        self.wfile.write(answer.encode())


@contextmanager
def systemd(site: Machine) -> Iterator[tuple[Systemd, Path]]:
    """And the folder of a systemctl that asks it."""
    with Systemd(site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        folder = site.home / "bin"
        folder.mkdir()
        (folder / "systemctl").write_text(SYSTEMCTL.format(port=server.server_address[1]))
        (folder / "systemctl").chmod(0o755)
        yield server, folder
        server.shutdown()


@pytest.fixture
def site(tmp_path: Path, ports: Iterator[int]) -> Iterator[Machine]:
    with machine(tmp_path, ports, SUBSCRIBERS) as running:
        written = "".join(f"{name}='{value}'\n" for name, value in running.variables.items())
        (running.home / "environment").write_text(written)
        yield running


def upgrade(site: Machine, programs: Path, release: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME_OF_SITE": str(site.home),
        "SITE_USER": subprocess.run(["id", "-un"], capture_output=True, text=True).stdout.strip(),  # noqa: S607
        "ENVIRONMENT": str(site.home / "environment"),
        "CURL_CA_BUNDLE": str(site.home.parent / "nginx/site.pem"),
    }
    command = [str(release / "deploy/upgrade.sh"), str(release)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


@contextmanager
def somebody_who_reads_for_long(url: str) -> Iterator[None]:
    """Holds the lock that every reader of a page holds, until a migration has waited in vain."""
    done = Event()

    def read() -> None:
        with psycopg.connect(url) as reader, psycopg.connect(url, autocommit=True) as watcher:
            reader.execute("LOCK TABLE home_landingpage IN ACCESS SHARE MODE")
            while not done.wait(0.1):
                if watcher.execute(SOMEBODY_WAITS).fetchone():
                    done.wait(LONGER_THAN_IT_WAITS)
                    return

    thread = Thread(target=read, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_readers_notice_nothing_of_an_upgrade_nor_of_the_way_back(site: Machine, tmp_path: Path) -> None:
    before = site.current.resolve()
    after = next_release_in(site.home / "releases/next", before)
    crowd = Crowd(site.port, PAGES)
    wait_for_nginx(crowd)
    ask = asker(site.variables["DATABASE_URL"])
    lines, first = [], 0.0
    with systemd(site) as (asked, programs), crowd.reading():
        refuse_what_is_not_set_up(site, programs, asked)
        assert crowd.sign_up("before@example.org") == 302
        for name, release in (("upgrade", after), ("way back", before)):
            began = time.monotonic()
            first = first or began
            with somebody_who_reads_for_long(site.variables["DATABASE_URL"]):
                done = upgrade(site, programs, release)
            print(f"\n{done.stdout}\n{done.stderr[-3000:]}")  # noqa: T201
            assert done.returncode == 0
            assert site.current.resolve() == release
            assert ask(HAS_COLUMN) == [(1,)]  # what was added does not trouble the release before
            assert crowd.sign_up(f"{len(lines)}@example.org") == 302
            lines.append(row(f"{name}, {time.monotonic() - began:.0f} s", crowd.since(began)))
            if name == "upgrade":
                assert "tried again" in done.stderr
    print("\n".join([HEAD, *lines]))  # noqa: T201
    assert [line.split()[0] for line in asked.asked] == ["stop", "restart", "restart", "start"] * 2
    assert Counter(each.status for each in crowd.seen).keys() <= {200, 302}
    assert max(each.seconds for each in crowd.since(first)) < LONGEST_WAIT
    assert list((site.home / "data/backups").glob("*.tar.gz"))
    judge_mail(site, crowd, SUBSCRIBERS)


def refuse_what_is_not_set_up(site: Machine, programs: Path, asked: Systemd) -> None:
    """It says so, and changes nothing."""
    release = next_release_in(site.home / "releases/bare", site.current.resolve())
    (release / "locale/gd/LC_MESSAGES/django.mo").unlink()
    done = upgrade(site, programs, release)
    assert done.returncode == 1 and "has not been set up" in done.stderr
    assert asked.asked == [] and site.current.resolve() != release
