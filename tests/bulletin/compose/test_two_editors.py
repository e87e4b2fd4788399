"""Two editors press at once: there is one draft, and nothing is in it twice."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from tests.conftest import PROJECT

Start = Callable[..., subprocess.Popen]


pytestmark = pytest.mark.django_db  # else no database would be made


@pytest.fixture(scope="module")
def demo_site_file(tmp_path_factory: pytest.TempPathFactory, django_db_setup, django_db_blocker) -> Path:
    """The database of the tests as a file, made before a test begins a transaction."""
    file = tmp_path_factory.mktemp("site") / "demo.sqlite3"
    with django_db_blocker.unblock():
        copy = sqlite3.connect(file)
        connection.ensure_connection()
        connection.connection.backup(copy)
        copy.close()
    return file


@pytest.fixture
def start(demo_site_file: Path, tmp_path: Path) -> Start:
    """Starts a process on a copy of the demo site that all of them share."""
    file = tmp_path / "site.sqlite3"
    shutil.copy(demo_site_file, file)
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{file}",
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
    }

    def run(*arguments: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "tests.bulletin.compose.pressing", *arguments]
        return subprocess.Popen(  # noqa: S603  our own command
            command,
            cwd=PROJECT,
            env=environment,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    return run


def pressed_at_once(start: Start, *prepared: str) -> list[str]:
    """What two processes said after both were told to go."""
    assert start("prepare", *prepared).wait(60) == 0
    editors = [start("press"), start("press")]
    for editor in editors:
        assert editor.stdout.readline() == "ready\n"
    for editor in editors:
        editor.stdin.write("go\n")
        editor.stdin.flush()
    answers = [editor.communicate(timeout=60)[0].strip() for editor in editors]
    assert [editor.returncode for editor in editors] == [0, 0]
    return sorted(answers)


def test_two_who_begin_at_once_make_one_draft(start: Start) -> None:
    led, made = pressed_at_once(start)
    assert led.startswith("led to ")
    assert made.startswith("made ")
    assert led.split()[-1] == made.split()[-1]


def test_two_who_look_again_at_once_add_nothing_twice(start: Start) -> None:
    assert pressed_at_once(start, "draft") == ["added 0", "added 1"]
