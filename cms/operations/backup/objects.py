"""Uploads that lie in object storage, as they go into an archive and come back into their bucket."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.core.files.storage import storages

from cms.operations.backup.archive import Archive
from cms.operations.backup.manifest import MEDIA, is_safe
from cms.operations.backup.progress import Told

if TYPE_CHECKING:
    from cms.operations.object_storage import ObjectStorage


def patient_storage() -> ObjectStorage:
    """The storage of the uploads, asked with the patience of a backup and not of a reader."""
    from cms.operations.object_storage import PATIENT  # which loads much

    given = storages.backends["default"]
    return storages.create_storage({**given, "OPTIONS": {**given.get("OPTIONS", {}), "waits": PATIENT}})


def add_objects(archive: Archive, storage: ObjectStorage, told: Told) -> None:
    """One file at a time. What goes away meanwhile is noted, and so is a name that no file could have."""
    for number, stored in enumerate(storage.files()):
        name = MEDIA + stored.name
        if not is_safe(name):
            archive.manifest.noted.append(f"{name} is no name of an upload and was left out")
            continue
        try:
            with storage.open(stored.name) as file:
                archive.add(name, file, file.size, stored.changed.timestamp())
        except FileNotFoundError:
            archive.manifest.noted.append(f"{name} went away while the backup was made")
        told(number + 1)


def has_objects(storage: ObjectStorage) -> bool:
    return next(storage.files(), None) is not None


def put_objects(staged: Path, storage: ObjectStorage, told: Told) -> set[str]:
    """Put what is staged into the bucket; what else is there stays. Their names."""
    names = {path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file()}
    for number, name in enumerate(sorted(names)):
        storage.replace(name, staged / name)
        told(number + 1)
    return names


def remove_others(storage: ObjectStorage, kept: set[str]) -> None:
    for stored in list(storage.files()):
        if stored.name not in kept:
            storage.remove(stored.name)
