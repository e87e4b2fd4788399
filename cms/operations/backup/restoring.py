"""Restoring a backup: all of it is checked and laid ready before anything of the site is touched."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import DatabaseError, connection

from bulletin.send import gate
from cms.operations.backup import media, objects, postgresql, sqlite, stopping
from cms.operations.backup.manifest import Manifest, known_migrations
from cms.operations.backup.problems import BackupProblem, NotRestored, in_words
from cms.operations.backup.progress import Told, tell_nobody
from cms.operations.backup.reading import check, take_out
from cms.page_cache import generation


@dataclass(frozen=True)
class Restored:
    """`migrated` are the migrations of this code that the archive did not know, and that were run."""

    manifest: Manifest
    migrated: list[str]


def restore(path: Path, *, force: bool = False, told: Told = tell_nobody) -> Restored:
    """BackupProblem with one line where it ends early: it says what of the site has been changed.

    Until the database changes places it can be stopped; from there on it goes to its end.
    """
    folder = media.media_folder()
    storage = None if folder else objects.patient_storage()
    manifest = check(path, room=_free(Path(settings.VAR_DIR)), told=told)
    to_migrate = _refuse_unfit(path, manifest)
    _refuse_content(folder, force)
    untouched = f"{path} was not restored"
    in_bucket = f"{untouched}, but it may have replaced uploads in the bucket"
    with stopping.heeded(), ExitStack() as last, ExitStack() as stack:
        with _told_as(untouched):
            staging = stack.enter_context(media.staging_in(_beside_the_database()))
            uploads = stack.enter_context(media.staging_in(folder)) if folder else staging
            database = staging / manifest.database
            places = {manifest.database: database}
            take_out(path, manifest, lambda name: places.get(name, uploads / name), told)
            _make_ready(database, manifest, to_migrate)
        put: set[str] = set()
        with _told_as(in_bucket if storage else untouched):
            if storage:  # files too many do no harm, should the database be refused
                put = objects.put_objects(staging / "media", storage, told)
            _replace_database(database, lambda: last.enter_context(stopping.ignored()))
        if connection.vendor == "postgresql":
            _settle_after(manifest, to_migrate)
        if folder:
            with _told_as("The database was restored, the uploads were not"):
                media.put_in_place(uploads / "media", folder, uploads / "before")
        with _told_as("The database and the uploads were restored, but not all was done that follows"):
            _hold(f"This database was restored from the backup of {_moment(manifest)}.")
            generation.advance()
            if storage:
                objects.remove_others(storage, put)
    return Restored(manifest, to_migrate)


@contextmanager
def _told_as(words: str) -> Iterator[None]:
    """What goes wrong in the block becomes one line that begins with what that means for the site."""
    try:
        yield
    except (OSError, sqlite3.Error, DatabaseError, BackupProblem) as problem:
        raise NotRestored(f"{words}: {in_words(problem)}") from problem


def _free(folder: Path) -> int:
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _refuse_unfit(path: Path, manifest: Manifest) -> list[str]:
    if manifest.engine != connection.vendor:
        raise NotRestored(f"{path} is of {manifest.engine}, and this site uses {connection.vendor}.")
    known = known_migrations()
    if unknown := sorted(set(manifest.migrations) - known):
        raise NotRestored(f"{path} is newer than this code, which does not know {unknown[0]}. Upgrade first.")
    return sorted(known - set(manifest.migrations))


def _refuse_content(folder: Path | None, force: bool) -> None:
    if force:
        return
    engine = sqlite if connection.vendor == "sqlite" else postgresql
    try:
        is_full = engine.has_content()
    except DatabaseError as problem:
        raise NotRestored(f"The database cannot be asked: {in_words(problem)}") from None
    if is_full:
        raise NotRestored("The database of this site is not empty. --force replaces all that is in it.")
    if folder and media.has_media(folder):
        raise NotRestored(f"{folder} is not empty. --force replaces all that is in it.")
    if not folder and _bucket_is_full():
        raise NotRestored("The bucket of the uploads is not empty. --force replaces all that is in it.")


def _bucket_is_full() -> bool:
    try:
        return objects.has_objects(objects.patient_storage())
    except OSError as problem:
        raise NotRestored(in_words(problem)) from None


def _beside_the_database() -> Path:
    return sqlite.live_file().parent if connection.vendor == "sqlite" else Path(settings.VAR_DIR)


def _make_ready(staged: Path, manifest: Manifest, to_migrate: list[str]) -> None:
    """What can be refused is refused here. A file of SQLite is settled before anybody can use it."""
    if connection.vendor == "postgresql":
        postgresql.refuse_in_use()
        return
    sqlite.check_file(staged, manifest.rows, "the database in the archive")
    sqlite.refuse_in_use()
    with sqlite.standing_in(staged):
        _settle(manifest, to_migrate)


def _replace_database(staged: Path, before: Callable[[], object]) -> None:
    """`before` is called when nothing can be taken back from there on."""
    if connection.vendor == "postgresql":
        postgresql.restore_dump(staged, before)
    else:
        before()
        sqlite.put_in_place(staged)


def _settle_after(manifest: Manifest, to_migrate: list[str]) -> None:
    """The gate is shut and the sessions are ended even where the numbers of rows are wrong."""
    with _told_as(
        "The database was restored, but mail may go and people may be signed in. "
        "Do not start the site; mend this and restore again"
    ):
        counted = postgresql.rows_now()
        _settle(manifest, to_migrate)
    if counted != manifest.rows:
        table = min(t for t in {*counted, *manifest.rows} if counted.get(t) != manifest.rows.get(t))
        raise NotRestored(
            f"The database was restored, but {table} has {counted.get(table, 'no')} rows and not "
            f"{manifest.rows.get(table, 'none')} as the manifest says. Mail waits. "
            "The uploads may not be those of the archive."
        )


def _settle(manifest: Manifest, to_migrate: list[str]) -> None:
    """Bring it up to this code. No mail goes and nobody is signed in, also where the restore ends here."""
    because = (
        f"A restore of the backup of {_moment(manifest)} has not ended: uploads may be wrong. Repeat it."
    )
    if to_migrate:
        with suppress(DatabaseError):  # its tables may be older than the models
            _hold(because)
        _migrate()
    _hold(because)


def _migrate() -> None:
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except Exception as problem:  # migrations are code of any kind
        raise NotRestored(f"its migrations cannot be run: {in_words(problem)}") from problem


def _hold(because: str) -> None:
    gate.hold(because)
    Session.objects.all().delete()


def _moment(manifest: Manifest) -> str:
    return f"{manifest.moment:%d %B %Y, %H:%M} UTC"
