"""A site with data of its own, which a backup may be made of and put back into."""

from __future__ import annotations

import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as test_settings
from django.db import connection

from tests.operations.backup.buckets import UPLOADS, Given, put, uploads_lie_in
from tests.operations.backup.machine import Machine, standing_on


@pytest.fixture(autouse=True)
def signals_are_heard() -> Iterator[None]:
    """Also where the tests were started with nohup or in the background, which all below takes over."""
    usual = {signal.SIGHUP: signal.SIG_DFL, signal.SIGINT: signal.default_int_handler}
    before = {number: signal.signal(number, handler) for number, handler in usual.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture(scope="session")
def demo_folder(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The demo site as a folder: its database as a file, and its uploads."""
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), closing(sqlite3.connect(folder / "site.sqlite3")) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    media = folder / "media"
    if Path(test_settings.MEDIA_ROOT).is_dir():
        shutil.copytree(test_settings.MEDIA_ROOT, media)
    (media / "documents").mkdir(parents=True, exist_ok=True)
    (media / "documents" / "Fios mu obair – 1.pdf").write_bytes(b"%PDF-1.7 words" * 500)
    (media / "documents" / "empty.csv").write_bytes(b"")
    (media / "large.png").write_bytes(bytes(range(256)) * 12_000)
    return folder


@pytest.fixture
def demo(db: None, demo_folder: Path, tmp_path: Path, settings) -> Iterator[Machine]:
    """This process stands on a machine with the demo site, and has the real database of it."""
    shutil.copytree(demo_folder, tmp_path / "demo")
    with standing_on(Machine(tmp_path / "demo"), settings) as machine:
        yield machine


@pytest.fixture
def fresh(tmp_path: Path) -> Machine:
    """A machine with nothing on it."""
    return Machine(tmp_path / "fresh")


@pytest.fixture
def kept(new_bucket: Callable[[], Given], settings) -> Given:
    """Where the backups lie."""
    settings.BACKUP_STORAGE = {**new_bucket(), "location": "site/backups"}
    return settings.BACKUP_STORAGE


@pytest.fixture
def uploads(new_bucket: Callable[[], Given], settings) -> Given:
    """Where the uploads lie."""
    given = new_bucket()
    for name, content in UPLOADS.items():
        put(given, name, content)
    uploads_lie_in(given, settings)
    return given
