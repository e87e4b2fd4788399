"""Bringing an archive that lies in object storage to this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from cms.operations.backup.folder import NAME, alone, fresh_place
from cms.operations.backup.problems import NotRestored, in_words
from cms.settings import addresses

FETCHING = ".fetching-"
LOCK = ".restore.lock"


@contextmanager
def at_hand(archive: str) -> Iterator[Path]:
    """A file as it is. One of a bucket, by its address or its name alone, is fetched, and goes at the end.

    NotRestored while another restore runs on this machine: each clears up what it takes for left over.
    """
    given, name = _in_bucket(archive)
    folder = Path(settings.VAR_DIR)
    try:
        with ExitStack() as stack:
            folder.mkdir(parents=True, exist_ok=True)
            stack.enter_context(alone(folder / LOCK, NotRestored("Another restore is running here.")))
            if not name:
                yield Path(archive)
                return
            place = stack.enter_context(fresh_place(folder, FETCHING))
            _fetch(given, name, place / name)
            yield place / name
    except OSError as problem:
        raise NotRestored(f"{name or archive} was not restored: {in_words(problem)}") from problem


def _in_bucket(archive: str) -> tuple[dict[str, Any], str]:
    """How the bucket is reached, and the name in it; the name is "" for a file of this machine."""
    if archive.startswith("s3://"):
        try:
            given = dict(addresses.backups(archive))
        except ValueError:
            raise NotRestored(
                "This address is not right. Expected: s3://bucket/folder/backup-….tar.gz?endpoint=https://host"
            ) from None
        location, _, name = given.pop("location", "").rpartition("/")
        if not NAME.fullmatch(name):
            raise NotRestored("This address names no backup.")
        return given | ({"location": location} if location else {}), name
    if NAME.fullmatch(archive) and settings.BACKUP_STORAGE and not Path(archive).exists():
        return settings.BACKUP_STORAGE, archive
    return {}, ""


def _fetch(given: dict[str, Any], name: str, target: Path) -> None:
    from cms.operations.backup.bucket import Bucket  # which loads much that a site without one can do without

    Bucket(given).fetch(name, target, room=shutil.disk_usage(target.parent).free)
