"""What was backed up comes back as it was, on an empty machine or over another state."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail.signal_handlers import connect_reference_index_signal_handlers

from bulletin.models import SendingGate
from bulletin.send import gate
from cms.mail import permission
from cms.operations.backup.making import make_backup
from cms.operations.backup.problems import NotMade
from cms.operations.backup.reading import check
from cms.page_cache import generation
from tests.operations.backup import older_code
from tests.operations.backup.machine import Machine, standing_on

pytestmark = pytest.mark.django_db
CHANGED = {"django_session", "bulletin_sendinggate"}  # a restore ends sessions and shuts the gate


def without_changed(rows: dict[str, int]) -> dict[str, int]:
    return {table: number for table, number in rows.items() if table not in CHANGED}


def sign_somebody_in() -> None:
    Session.objects.create(session_key="k" * 32, expire_date=timezone.now() + timedelta(days=1))


def twenty_pages() -> dict[str, bytes]:
    """The first ones that readers see: some pages of councils lead to others."""
    pages: dict[str, bytes] = {}
    for page in Page.objects.live().public().filter(depth__gt=1).order_by("path"):
        answer = Client().get(page.get_url())
        if answer.status_code == 200:
            pages[page.get_url()] = answer.content
        if len(pages) == 20:
            break
    return pages


def test_rows_uploads_and_pages_come_back_on_an_empty_machine(
    demo: Machine, fresh: Machine, settings
) -> None:
    sign_somebody_in()
    pages = twenty_pages()  # which makes renditions of their pictures
    rows, uploads = demo.rows(), demo.uploads()
    assert len(pages) == 20
    archive = demo.backup()
    assert check(archive).rows == rows
    with standing_on(fresh, settings):
        call_command("restore", str(archive), verbosity=0)
        assert without_changed(fresh.rows()) == without_changed(rows)
        assert fresh.uploads() == uploads
        generation.forget()
        assert twenty_pages() == pages
    assert not list(fresh.folder.rglob(".restoring-*"))


def test_after_a_restore_nobody_is_signed_in_and_no_mail_goes(
    demo: Machine, fresh: Machine, settings, capsys: pytest.CaptureFixture[str]
) -> None:
    sign_somebody_in()
    assert permission.may_go()
    archive = demo.backup()
    with standing_on(fresh, settings):
        call_command("restore", str(archive))
        assert not Session.objects.exists()
        assert not permission.may_go()
        assert not gate.check().is_open
        assert "restored from the backup of" in SendingGate.objects.get().held_because
        gate.release(None)
        assert permission.may_go()
    told = capsys.readouterr().out
    assert "bulletin_status --release" in told
    assert "migrations" not in told


def test_what_processes_keep_is_forgotten(
    demo: Machine, fresh: Machine, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = demo.backup()
    monkeypatch.setattr(gate, "hold", lambda _because: None)  # which saves a row
    with standing_on(fresh, settings):
        mark = generation.current()
        call_command("restore", str(archive), verbosity=0)
        assert generation.current() != mark


def test_another_hash_key_is_told(demo: Machine, fresh: Machine, settings, capsys) -> None:
    archive = demo.backup()
    with standing_on(fresh, settings):
        call_command("restore", str(archive), verbosity=0)
        assert "HASH_KEY" not in capsys.readouterr().err
        settings.HASH_KEY = "another one" * 5
        call_command("restore", str(archive), force=True, verbosity=0)
        assert "HASH_KEY is another one" in capsys.readouterr().err


def test_a_database_without_tables_makes_no_backup(fresh: Machine, settings) -> None:
    with standing_on(fresh, settings), pytest.raises(NotMade, match="has no tables"):
        make_backup()


def test_a_site_with_content_is_left_alone_unless_it_is_forced(demo: Machine) -> None:
    archive = demo.backup()
    before = demo.uploads()
    demo.ask("UPDATE wagtailcore_page SET title = 'Written later'")
    (demo.folder / "media" / "later.png").write_bytes(b"later")
    everything = demo.everything()
    with pytest.raises(CommandError, match=r"^The database of this site is not empty\. --force replaces"):
        call_command("restore", str(archive))
    assert demo.everything() == everything
    call_command("restore", str(archive), force=True, verbosity=0)
    assert demo.uploads() == before
    assert not demo.ask("SELECT 1 FROM wagtailcore_page WHERE title = 'Written later'")


def test_uploads_without_a_database_count_as_content(demo: Machine, fresh: Machine, settings) -> None:
    archive = demo.backup()
    (fresh.folder / "media").mkdir(parents=True)
    (fresh.folder / "media" / "here.png").write_bytes(b"here")
    with standing_on(fresh, settings):
        with pytest.raises(CommandError, match="media is not empty"):
            call_command("restore", str(archive))
        assert list(fresh.everything()) == ["media/here.png"]


def test_a_database_that_another_program_has_open_is_not_replaced(demo: Machine) -> None:
    archive = demo.backup()
    with closing(sqlite3.connect(demo.database)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("SELECT count(*) FROM wagtailcore_page").fetchone()
        everything = demo.everything()
        with pytest.raises(CommandError, match="another program has the database open"):
            call_command("restore", str(archive), force=True)
    assert demo.everything() == everything


def test_a_log_left_by_a_dead_process_is_not_played_into_the_new_database(demo: Machine) -> None:
    archive = demo.backup()
    with closing(sqlite3.connect(demo.database)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("UPDATE wagtailcore_page SET title = 'Only in the log'")
        other.commit()
        log = demo.database.with_name("site.sqlite3-wal").read_bytes()
    demo.database.write_bytes(b"no database any more")
    demo.database.with_name("site.sqlite3-wal").write_bytes(log)
    call_command("restore", str(archive), force=True, verbosity=0)
    assert not demo.ask("SELECT 1 FROM wagtailcore_page WHERE title = 'Only in the log'")


def test_an_archive_of_later_code_is_refused(
    demo: Machine, fresh: Machine, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.operations.backup.making.applied_migrations", lambda: ["home.0999_of_later"])
    archive = demo.backup()
    refused = pytest.raises(CommandError, match=r"newer than this code, .* home\.0999_of_later")
    with standing_on(fresh, settings), refused:
        call_command("restore", str(archive))
    assert fresh.everything() == {}


def test_an_archive_of_earlier_code_is_migrated_and_its_mail_waits(
    demo: Machine,
    fresh: Machine,
    settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    older_code.last_migration(monkeypatch)
    sign_somebody_in()
    archive, uploads = older_code.older(demo).backup(), demo.uploads()
    with standing_on(fresh, settings):
        call_command("restore", str(archive))
        assert not permission.may_go()
        assert not Session.objects.exists()
        call_command("migrate", check_unapplied=True, verbosity=0)
        gate.release(None)
    assert fresh.uploads() == uploads
    assert "It was older than the code: 1 migrations were run." in capsys.readouterr().out


@pytest.fixture
def references_are_followed_again() -> Iterator[None]:
    """Wagtail stops following references before migrations, and goes on after them: not when one fails."""
    yield
    connect_reference_index_signal_handlers()


@pytest.mark.usefixtures("references_are_followed_again")
def test_where_its_migrations_fail_nothing_is_changed(
    demo: Machine, fresh: Machine, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = older_code.older(demo).backup()
    older_code.last_migration(monkeypatch, "SELECT * FROM of_nobody")
    words = r"was not restored: its migrations cannot be run: no such table: of_nobody$"
    with standing_on(fresh, settings), pytest.raises(CommandError, match=words):
        call_command("restore", str(archive))
    assert fresh.everything() == {}


def test_an_archive_of_another_engine_is_refused(
    demo: Machine, fresh: Machine, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = demo.backup()
    refused = pytest.raises(CommandError, match="is of sqlite, and this site uses postgresql")
    with standing_on(fresh, settings), monkeypatch.context() as patch, refused:
        patch.setattr("cms.operations.backup.restoring.connection.vendor", "postgresql")
        call_command("restore", str(archive))


def test_an_upload_that_goes_away_meanwhile_is_noted(demo: Machine) -> None:
    last = demo.folder / "media" / "~last.png"
    last.write_bytes(b"picture")

    def remove(number: int) -> None:
        if number == 1:  # by then the folder has been listed
            last.unlink()

    made = make_backup(told=remove)
    assert made.manifest.noted == ["media/~last.png went away while the backup was made"]
    assert "media/~last.png" not in check(Path(made.place, made.name)).files


def test_links_and_pipes_among_the_uploads_are_noted_and_not_followed(demo: Machine, tmp_path: Path) -> None:
    media = demo.folder / "media"
    (tmp_path / "secret").write_text("secret")
    (media / "link").symlink_to(tmp_path / "secret")
    (media / "folder").symlink_to(tmp_path)
    os.mkfifo(media / "pipe")
    made = make_backup()
    assert sorted(made.manifest.noted) == [
        f"media/{name} is no plain file and was left out" for name in ("folder", "link", "pipe")
    ]
    assert not [name for name in made.manifest.files if "secret" in name]
