"""Making a backup: written beside, read back, and only then given its name."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cms.operations.backup import postgresql, sqlite
from cms.operations.backup.archive import new_archive
from cms.operations.backup.folder import keep, remove_old, workplace_in
from cms.operations.backup.manifest import Manifest, applied_migrations, key_of_now
from cms.operations.backup.media import add_media, media_folder
from cms.operations.backup.objects import add_objects, patient_storage
from cms.operations.backup.problems import BackupProblem, NotMade, in_words
from cms.operations.backup.progress import Told, tell_nobody
from cms.operations.backup.reading import check

if TYPE_CHECKING:
    from cms.operations.backup.bucket import Bucket


@dataclass(frozen=True)
class Made:
    """A finished backup of `size` bytes, in the folder or bucket `place`; `removed` had to go for it."""

    place: Path | str
    name: str
    size: int
    manifest: Manifest
    removed: list[str]


def make_backup(folder: Path | None = None, told: Told = tell_nobody) -> Made:
    """NotMade with one line when there is none. Only the place of the site's own backups is kept short."""
    own = Path(settings.BACKUP_FOLDER).absolute()
    target = (folder or own).absolute()
    try:
        bucket = _own_bucket() if folder is None and settings.BACKUP_STORAGE else None
        _refuse_public(target)
        with workplace_in(target) as place:
            finished = place / "archive"
            manifest = _write(place, told)
            if check(finished) != manifest:
                raise NotMade(f"{target}: what was written reads back as something else.")
            size = finished.stat().st_size
            moment = manifest.moment
            name = bucket.keep(finished, moment) if bucket else keep(finished, target, moment)
    except NotMade:
        raise
    except (OSError, sqlite3.Error, DatabaseError, BackupProblem) as problem:
        raise NotMade(f"No backup was made: {in_words(problem)}") from problem
    made = Made(bucket.shown if bucket else target, name, size, manifest, [])
    number = settings.BACKUP_KEEP if bucket or target == own else 0
    try:
        if number:
            made.removed.extend(
                bucket.remove_old(name, number) if bucket else remove_old(target, name, number)
            )
    except OSError as problem:
        raise NotMade(
            f"{made.place}/{name} was made, but an older one could not be removed: {in_words(problem)}"
        ) from None
    return made


def _own_bucket() -> Bucket:
    from cms.operations.backup.bucket import Bucket  # which loads much that a site without one can do without

    bucket = Bucket(settings.BACKUP_STORAGE)
    if bucket.is_of(storages["default"]):
        raise NotMade(
            f"{bucket.shown}: the bucket of the uploads has this name. Keep backups in another one."
        )
    return bucket


def _refuse_public(target: Path) -> None:
    media = media_folder()
    if media is not None and target.resolve().is_relative_to(media.resolve()):
        raise NotMade(f"{target}: this folder is public, as it lies within the uploads.")


def _write(place: Path, told: Told) -> Manifest:
    """The database first: files that come later are too many, and none is missing."""
    media = media_folder()
    manifest = Manifest(timezone.now().isoformat(), connection.vendor, key_of_now())
    copy = place / manifest.database
    manifest.migrations = applied_migrations()
    if connection.vendor == "sqlite":
        manifest.rows = sqlite.copy_to(copy)
        sqlite.check_file(copy, manifest.rows, "the database of this site")
    else:
        manifest.rows = postgresql.dump_to(copy)
    if not manifest.rows:
        raise NotMade(
            "No backup was made: the database has no tables. On a server commands need the variables of the "
            "site: deploy/as_site.sh .venv/bin/python manage.py backup"
        )
    with new_archive(place / "archive", manifest) as archive:
        with copy.open("rb") as source:
            archive.add_file(copy.name, source)
        copy.unlink()
        if media is not None:
            add_media(archive, media, told)
        else:
            add_objects(archive, patient_storage(), told)
    _refuse_lost_uploads(manifest, media)
    return manifest


def _refuse_lost_uploads(manifest: Manifest, folder: Path | None) -> None:
    """A disk that is not mounted, or another bucket, looks like a site without uploads."""
    models = (get_image_model(), get_document_model())
    known = sum(manifest.rows.get(model._meta.db_table, 0) for model in models)
    if known and not manifest.media:
        raise NotMade(
            f"No backup was made: the database knows {known:,} images and documents, and "
            f"{folder or 'the bucket of MEDIA_STORAGE_URL'} holds no uploads."
        )
