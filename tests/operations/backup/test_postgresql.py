"""PostgreSQL: there and back through its own programs, whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from bulletin.models import SendingGate
from cms.accounts.models import User
from cms.mail import permission
from cms.operations.backup import postgresql
from cms.operations.backup.making import make_backup
from cms.operations.backup.problems import BackupProblem
from cms.operations.backup.reading import check
from tests.operations.backup import older_code
from tests.operations.backup.machine import Machine, standing_on

pytestmark = [pytest.mark.django_db, pytest.mark.service]
FOREIGN_KEYS = "SELECT count(*) FROM pg_constraint WHERE contype = 'f'"


@pytest.fixture(scope="module")
def new_database(postgres_url: str) -> Iterator[Callable[..., str]]:
    """Makes databases, as copies of another one where one is named; all go with this module."""
    made = []

    def make(template: str = "template1") -> str:
        name = f"backup_{secrets.token_hex(4)}"
        say(postgres_url, f"CREATE DATABASE {name} TEMPLATE {template.rpartition('/')[2]}")
        made.append(name)
        return f"{postgres_url.rpartition('/')[0]}/{name}"

    yield make
    for name in made:
        say(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


def say(address: str, statement: str) -> list[tuple]:
    with psycopg.connect(address, autocommit=True) as server:
        cursor = server.execute(statement)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def site(migrated_postgres: str, new_database, tmp_path: Path, settings) -> Iterator[Machine]:
    with standing_on(Machine(tmp_path / "site", new_database(migrated_postgres)), settings) as machine:
        (machine.folder / "media").mkdir(parents=True)
        (machine.folder / "media" / "one.png").write_bytes(b"picture")
        User.objects.create(username="mòrag")
        yield machine


def rows(machine: Machine) -> dict[str, int]:
    """Without those two tables that a restore changes."""
    tables = say(machine.url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    names = {name for (name,) in tables} - {"django_session", "bulletin_sendinggate"}
    return {name: say(machine.url, f'SELECT count(*) FROM "{name}"')[0][0] for name in names}  # noqa: S608  our tables


def test_rows_and_uploads_come_back_in_an_empty_database(
    site: Machine, new_database, tmp_path: Path, settings
) -> None:
    archive, before = site.backup(), rows(site)
    assert before.items() <= check(archive).rows.items()
    with standing_on(Machine(tmp_path / "fresh", new_database()), settings) as fresh:
        call_command("restore", str(archive), verbosity=0)
        assert rows(fresh) == before
        assert say(fresh.url, FOREIGN_KEYS) == say(site.url, FOREIGN_KEYS)
        assert fresh.uploads() == site.uploads()
        assert User.objects.filter(username="mòrag").exists()
        assert not permission.may_go()
        assert "restored from the backup" in SendingGate.objects.get().held_because
        User.objects.create(username="next")  # its key comes after those that came back


def test_a_database_with_content_is_replaced_only_by_force_and_later_tables_go(site: Machine) -> None:
    archive, before = site.backup(), rows(site)
    User.objects.create(username="later")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE of_later (id int, who bigint REFERENCES accounts_user)")
        cursor.execute("ALTER TABLE wagtailcore_site ADD later bigint REFERENCES accounts_user")
    with pytest.raises(CommandError, match="The database of this site is not empty"):
        call_command("restore", str(archive))
    assert User.objects.filter(username="later").exists()
    call_command("restore", str(archive), force=True, verbosity=0)
    assert rows(site) == before
    assert not User.objects.filter(username="later").exists()


def test_a_dump_that_pg_restore_refuses_changes_nothing(site: Machine, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("cms.operations.backup.making.postgresql.dump_to", cut_short(postgresql.dump_to))
        archive = site.backup()
    before, keys = rows(site), say(site.url, FOREIGN_KEYS)
    with pytest.raises(CommandError, match="pg_restore: error"):
        call_command("restore", str(archive), force=True)
    assert (rows(site), say(site.url, FOREIGN_KEYS)) == (before, keys)
    assert site.uploads() == {"one.png": (b"picture", site.uploads()["one.png"][1])}


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP])
def test_a_restore_that_is_killed_in_the_middle_changes_nothing(
    site: Machine, tmp_path: Path, monkeypatch, number: signal.Signals
) -> None:
    archive = site.backup()
    before, keys = rows(site), say(site.url, FOREIGN_KEYS)
    connection.close()
    said = put_before(
        "pg_restore", f'echo "SELECT 1;"; echo $$ > {tmp_path}/said; exec sleep 60', tmp_path, monkeypatch
    )
    process = site.start("manage.py", "restore", str(archive), "--force")
    try:
        while not said.exists() and process.poll() is None:
            time.sleep(0.1)
        process.send_signal(number)
        _, problem = process.communicate(timeout=30)
    finally:
        with suppress(ProcessLookupError):
            os.kill(int(said.read_text()), signal.SIGKILL)
    assert number == signal.SIGKILL or "was not restored: it was stopped by SIGHUP." in problem
    assert (rows(site), say(site.url, FOREIGN_KEYS)) == (before, keys)


def test_an_archive_of_earlier_code_is_migrated_and_its_mail_waits(
    site: Machine, new_database, tmp_path: Path, settings, monkeypatch
) -> None:
    older_code.last_migration(monkeypatch)
    archive = older_code.older(site).backup()
    with standing_on(Machine(tmp_path / "fresh", new_database()), settings) as fresh:
        call_command("restore", str(archive), verbosity=0)
        assert not permission.may_go()
        assert "restored from the backup" in SendingGate.objects.get().held_because
        assert fresh.uploads() == site.uploads()


def test_where_its_migrations_fail_the_mail_waits_and_it_is_told(
    site: Machine, new_database, tmp_path: Path, settings, monkeypatch
) -> None:
    say(site.url, "DELETE FROM django_migrations WHERE app = 'bulletin' AND name LIKE '0002%'")
    archive = site.backup()
    older_code.last_migration(monkeypatch, "SELECT * FROM of_nobody")
    with standing_on(Machine(tmp_path / "fresh", new_database()), settings):
        with pytest.raises(
            CommandError, match="Do not start the site; mend this and restore again: its migr"
        ):
            call_command("restore", str(archive))
        assert "has not ended" in SendingGate.objects.get().held_because


def cut_short(real: Callable[[Path], dict[str, int]]) -> Callable[[Path], dict[str, int]]:
    def dump_to(file: Path) -> dict[str, int]:
        counted = real(file)
        os.truncate(file, file.stat().st_size - 2000)  # within the rows, after the list of contents
        return counted

    return dump_to


def test_a_database_in_use_is_not_replaced(site: Machine) -> None:
    archive = site.backup()
    refused = pytest.raises(CommandError, match="Other programs are connected to the database")
    with psycopg.connect(site.url), refused:
        call_command("restore", str(archive), force=True)


def put_before(program: str, script: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The script is found in the place of the program; it may write into the file that is given back."""
    spy = folder / "programs" / program
    spy.parent.mkdir()
    spy.write_text(f"#!/bin/sh\n{script}\n")
    spy.chmod(0o755)
    monkeypatch.setenv("PATH", str(spy.parent), prepend=":")
    return folder / "said"


def test_the_password_stands_on_no_command_line(site: Machine, tmp_path: Path, monkeypatch) -> None:
    said = put_before(
        "pg_dump", f'echo "$@" >> {tmp_path}/said; exec {shutil.which("pg_dump")} "$@"', tmp_path, monkeypatch
    )
    make_backup()
    assert "--snapshot" in said.read_text()
    assert connection.settings_dict["PASSWORD"] not in said.read_text()


def test_a_missing_program_is_named(site: Machine, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BackupProblem, match="pg_dump is missing: install"):
        make_backup()
