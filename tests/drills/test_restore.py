"""A disk is lost: the site comes back whole on an empty machine, and sends no mail by itself."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests.drills.databases import PROJECT
from tests.drills.whole_site import Site
from tests.operations.object_store import KEY, SECRET, ask, content_of

pytestmark = [pytest.mark.django_db, pytest.mark.drill]
READERS = 5
PAGES = 20
Say = Callable[[str], None]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """A line that whoever runs the drill sees."""

    def said(line: str) -> None:
        with capsys.disabled():
            print(f"\n{line}")  # noqa: T201

    return said


@pytest.fixture
def new_database(postgres_url: str) -> Iterator[Callable[[], str]]:
    """Makes empty databases, which go with the drill."""
    made: list[str] = []

    def say(statement: str) -> None:
        with psycopg.connect(postgres_url, autocommit=True) as server:
            server.execute(statement)

    def make() -> str:
        name = f"drill_{secrets.token_hex(4)}"
        say(f"CREATE DATABASE {name}")
        made.append(name)
        return f"{postgres_url.rpartition('/')[0]}/{name}"

    yield make
    for name in made:
        say(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def bucket_server(ports: Iterator[int], tmp_path: Path) -> Iterator[str]:
    """A real server that speaks S3."""
    port = next(ports)
    command = ["scripts/object_store.sh", str(port), str(tmp_path / "object-store"), KEY, SECRET]
    server = subprocess.Popen(command, cwd=PROJECT)  # noqa: S603  our own script
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for_store(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for_store(address: str, server: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + 300  # it may have to be fetched
    while True:
        try:
            ask(address).list_buckets()
            return
        except Exception:
            assert server.poll() is None and time.monotonic() < ends, "the store does not start"
            time.sleep(0.5)


@pytest.fixture(scope="session")
def demo_folder(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A machine on which the demo site is set up."""
    folder = tmp_path_factory.mktemp("demo") / "site"
    folder.mkdir()
    with django_db_blocker.unblock(), closing(sqlite3.connect(folder / "site.sqlite3")) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    shutil.copytree(settings.MEDIA_ROOT, folder / "media")
    Site(folder, 1).manage("collectstatic", "--no-input", "--verbosity=0")
    return folder


@pytest.fixture
def set_up(demo_folder: Path, ports: Iterator[int], tmp_path: Path) -> Callable[..., Site]:
    """The demo site on a machine, with mail that waits."""

    def made(database_url: str = "") -> Site:
        site = Site(tmp_path / "lost", next(ports), database_url)
        shutil.copytree(demo_folder, site.folder)
        if database_url:
            (site.folder / "site.sqlite3").unlink()
            shutil.rmtree(site.folder / "media")
            site.manage("migrate", "--verbosity=0")
            site.manage("load_demo_site", "--verbosity=0")
        site.run("-m", "tests.drills.mail_that_waits", str(READERS))
        return site

    return made


def empty_machine(like: Site, folder: Path, database_url: str = "", **surroundings: str) -> Site:
    """The site is installed on it, and has never run."""
    folder.mkdir()
    shutil.copytree(like.folder / "static", folder / "static")
    return replace(like, folder=folder, database_url=database_url, surroundings=surroundings)


def assert_whole(site: Site, tables: dict[str, tuple[int, str]], pages: dict[str, bytes]) -> None:
    """All rows, page for page; a restore itself ends sessions and shuts the gate of mail."""
    restored = site.tables()
    assert set(restored) == set(tables)
    differ = {name for name in tables if restored[name] != tables[name]}
    assert differ <= {"django_session", "bulletin_sendinggate"}
    assert restored["django_session"][0] == 0
    assert sum(number for number, _mark in restored.values()) > 1000
    assert len(pages) > PAGES  # a picture is among them
    with site.served():
        assert site.pages(PAGES) == pages


def assert_mail_waits_for_a_person(site: Site) -> None:
    def let_all_work() -> None:
        site.manage("bulletin_worker", "--once")
        site.manage("db_worker", "--batch", "--queue-name=*")
        site.manage("shell", "--command", "from cms.mail.hand_over import hand_over; hand_over()")
        site.manage("send_review_reminders")

    let_all_work()
    assert site.mail() == 0
    site.manage("bulletin_status", "--release")
    let_all_work()
    assert site.mail() >= READERS + 1


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_lost_machine_comes_back_whole_and_sends_nothing_by_itself(
    kind: str, set_up: Callable[..., Site], request: pytest.FixtureRequest, tmp_path: Path, say: Say
) -> None:
    database = request.getfixturevalue("new_database") if kind == "postgresql" else str
    site = set_up(database())
    with site.served():
        pages = site.pages(PAGES)
    site.manage("backup", "--to", str(tmp_path / "safe"))
    tables, uploads = site.tables(), site.uploads()
    (archive,) = (tmp_path / "safe").glob("backup-*")
    fresh = empty_machine(site, tmp_path / "fresh", database())
    shutil.rmtree(site.folder)
    begun = time.monotonic()
    fresh.manage("restore", str(archive))
    say(f"{kind}: restored in {time.monotonic() - begun:.1f} s, {archive.stat().st_size:,} bytes")
    assert fresh.uploads() == uploads
    fresh.manage("migrate", "--check")
    assert_whole(fresh, tables, pages)
    assert_mail_waits_for_a_person(fresh)


def test_a_site_moves_into_object_storage_is_lost_and_comes_back_from_there(
    set_up: Callable[..., Site], bucket_server: str, tmp_path: Path, say: Say
) -> None:
    for bucket in ("uploads", "backups", "fresh-uploads"):
        ask(bucket_server).create_bucket(Bucket=bucket)

    def lies_in(bucket: str) -> str:
        return f"s3://{KEY}:{SECRET}@{bucket}?endpoint={bucket_server}"

    def in_bucket(bucket: str) -> dict[str, bytes]:
        return content_of({"endpoint_url": bucket_server, "bucket_name": bucket})

    kept = {"BACKUP_FOLDER": f"s3://{KEY}:{SECRET}@backups/site?endpoint={bucket_server}"}
    on_disk = set_up()
    on_disk.manage("backup", "--to", str(tmp_path / "safe"))
    (archive,) = (tmp_path / "safe").glob("backup-*")
    uploads = on_disk.uploads()
    site = replace(on_disk, surroundings={"MEDIA_STORAGE_URL": lies_in("uploads"), **kept})
    site.manage("restore", str(archive), "--force")
    assert in_bucket("uploads") == uploads
    shutil.rmtree(site.folder / "media")

    with site.served():
        pages = site.pages(PAGES)
    site.manage("backup")
    tables, uploads = site.tables(), in_bucket("uploads")
    (name,) = (key.removeprefix("site/") for key in in_bucket("backups"))
    empty = {"MEDIA_STORAGE_URL": lies_in("fresh-uploads"), **kept}
    fresh = empty_machine(site, tmp_path / "fresh", **empty)
    shutil.rmtree(site.folder)
    begun = time.monotonic()
    fresh.manage("restore", name)
    say(f"object storage: restored in {time.monotonic() - begun:.1f} s, {len(uploads)} uploads")
    assert in_bucket("fresh-uploads") == uploads
    assert not (fresh.folder / "media").exists()
    assert_whole(fresh, tables, pages)
    assert_mail_waits_for_a_person(fresh)
