"""Restoring a backup: all of it is checked and laid ready before anything of the site is touched."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.storage import storages
from django.db import DatabaseError, connection

from bulletin.send import gate
from cms.operations.backup import media, objects, postgresql, sqlite
from cms.operations.backup.manifest import Manifest, known_migrations
from cms.operations.backup.problems import NotRestored, in_words
from cms.operations.backup.progress import Told, tell_nobody
from cms.operations.backup.reading import check, take_out
from cms.page_cache import generation

if TYPE_CHECKING:
    from cms.operations.object_storage import ObjectStorage


@dataclass(frozen=True)
class Restored:
    """`to_migrate` are the migrations of this code that the archive does not know."""

    manifest: Manifest
    to_migrate: list[str]


def restore(path: Path, *, force: bool = False, told: Told = tell_nobody) -> Restored:
    """BackupProblem with one line when the archive is not restored; then the site is as it was."""
    folder = media.media_folder()
    storage = None if folder else storages["default"]
    manifest = check(path, room=_free(Path(settings.VAR_DIR)), told=told)
    to_migrate = _refuse_unfit(path, manifest)
    _refuse_content(folder, manifest, force)
    try:
        with ExitStack() as stack:
            staging = stack.enter_context(media.staging_in(_beside_the_database()))
            uploads = stack.enter_context(media.staging_in(folder)) if folder and manifest.has_media else None

            def place_of(name: str) -> Path:
                return staging / name if name == manifest.database else (uploads or staging) / name

            take_out(path, manifest, place_of, told)
            if storage:  # files too many do no harm, should the database be refused
                put = objects.put_objects(staging / "media", storage, told)
            _replace_database(staging / manifest.database, manifest)
            if folder and uploads:
                media.put_in_place(uploads / "media", folder, uploads / "before")
            if storage and manifest.has_media:
                _remove_others(storage, put)
    except (OSError, sqlite3.Error, DatabaseError) as problem:
        raise NotRestored(f"{path} was not restored: {in_words(problem)}") from problem
    return Restored(manifest, to_migrate)


def _remove_others(storage: ObjectStorage, put: set[str]) -> None:
    try:
        objects.remove_others(storage, put)
    except OSError as problem:
        raise NotRestored(
            f"All was restored, but other uploads in the bucket could not be removed: {in_words(problem)}"
        ) from None


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


def _refuse_content(folder: Path | None, manifest: Manifest, force: bool) -> None:
    if force:
        return
    engine = sqlite if connection.vendor == "sqlite" else postgresql
    try:
        is_full = engine.has_content()
    except DatabaseError as problem:
        raise NotRestored(f"The database cannot be asked: {in_words(problem)}") from None
    if is_full:
        raise NotRestored("The database of this site is not empty. --force replaces all that is in it.")
    if folder and manifest.has_media and media.has_media(folder):
        raise NotRestored(f"{folder} is not empty. --force replaces all that is in it.")
    if not folder and manifest.has_media and _bucket_is_full():
        raise NotRestored("The bucket of the uploads is not empty. --force replaces all that is in it.")


def _bucket_is_full() -> bool:
    try:
        return objects.has_objects(storages["default"])
    except OSError as problem:
        raise NotRestored(in_words(problem)) from None


def _beside_the_database() -> Path:
    return sqlite.live_file().parent if connection.vendor == "sqlite" else Path(settings.VAR_DIR)


def _replace_database(staged: Path, manifest: Manifest) -> None:
    """The gate is shut and the sessions are ended even where the numbers of rows are wrong."""
    if connection.vendor == "sqlite":
        sqlite.check_file(staged, manifest.rows)
        sqlite.put_in_place(staged)
        _settle(manifest)
        return
    postgresql.restore_dump(staged, set(manifest.rows))
    counted = postgresql.rows_now()
    _settle(manifest)
    if counted != manifest.rows:
        table = min(t for t in {*counted, *manifest.rows} if counted.get(t) != manifest.rows.get(t))
        raise NotRestored(
            f"The database was restored, but {table} has {counted.get(table, 'no')} rows and not "
            f"{manifest.rows.get(table, 'none')} as the manifest says. The uploads were left as they were."
        )


def _settle(manifest: Manifest) -> None:
    """No mail goes out, nobody is signed in, and nothing of what was there before is shown."""
    gate.hold(f"This database was restored from the backup of {manifest.moment:%d %B %Y, %H:%M} UTC.")
    Session.objects.all().delete()
    generation.advance()
