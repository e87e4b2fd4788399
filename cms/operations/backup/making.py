"""Making a backup: written beside, read back, and only then given its name."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from cms.operations.backup import postgresql, sqlite
from cms.operations.backup.archive import new_archive
from cms.operations.backup.folder import keep, remove_old, workplace_in
from cms.operations.backup.manifest import Manifest, applied_migrations
from cms.operations.backup.media import add_media, media_folder
from cms.operations.backup.problems import BackupProblem, NotMade, in_words
from cms.operations.backup.progress import Told, tell_nobody
from cms.operations.backup.reading import check


@dataclass(frozen=True)
class Made:
    """A finished backup; `removed` are the older ones that had to go for it."""

    path: Path
    manifest: Manifest
    removed: list[Path]


def make_backup(folder: Path | None = None, told: Told = tell_nobody) -> Made:
    """NotMade with one line when there is none. Only the site's own folder is kept short."""
    own = Path(settings.BACKUP_FOLDER)
    target = (folder or own).absolute()
    _refuse_public(target)
    try:
        with workplace_in(target) as place:
            manifest = _write(place, told)
            if check(place / "archive") != manifest:
                raise NotMade(f"{target}: what was written reads back as something else.")
            path = keep(place / "archive", target, manifest.moment)
    except NotMade:
        raise
    except (OSError, sqlite3.Error, DatabaseError, BackupProblem) as problem:
        raise NotMade(f"No backup was made: {in_words(problem)}") from problem
    number = settings.BACKUP_KEEP
    try:
        removed = remove_old(target, path, number) if number and target == own.absolute() else []
    except OSError as problem:
        raise NotMade(
            f"{path} was made, but an older one could not be removed: {in_words(problem)}"
        ) from None
    return Made(path, manifest, removed)


def _refuse_public(target: Path) -> None:
    media = media_folder()
    if media is not None and target.resolve().is_relative_to(media.resolve()):
        raise NotMade(f"{target}: this folder is public, as it lies within the uploads.")


def _write(place: Path, told: Told) -> Manifest:
    """The database first: files that come later are too many, and none is missing."""
    media = media_folder()
    manifest = Manifest(timezone.now().isoformat(), connection.vendor, media is not None)
    copy = place / manifest.database
    manifest.migrations = applied_migrations()
    manifest.rows = sqlite.copy_to(copy) if connection.vendor == "sqlite" else postgresql.dump_to(copy)
    with new_archive(place / "archive", manifest) as archive:
        with copy.open("rb") as source:
            archive.add_file(copy.name, source)
        copy.unlink()
        if media is not None:
            add_media(archive, media, told)
    return manifest
