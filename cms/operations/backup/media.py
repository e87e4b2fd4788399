"""The files that people have uploaded, as they go into an archive and come back into their folder."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.core.files.storage import FileSystemStorage, storages

from cms.operations.backup.archive import Archive
from cms.operations.backup.folder import fresh_place, write_through
from cms.operations.backup.manifest import MEDIA, STAGING, is_safe
from cms.operations.backup.problems import NotRestored, in_words
from cms.operations.backup.progress import Told


def media_folder() -> Path | None:
    """None where uploads lie elsewhere, such as in object storage."""
    storage = storages["default"]
    return Path(storage.location) if isinstance(storage, FileSystemStorage) else None


def add_media(archive: Archive, folder: Path, told: Told) -> None:
    """One file at a time. What goes away meanwhile is noted, and so is what is no plain file."""
    for number, path in enumerate(_files_below(folder)):
        name = MEDIA + path.relative_to(folder).as_posix()
        try:
            if not (stat.S_ISREG(path.lstat().st_mode) and is_safe(name)):
                archive.manifest.noted.append(f"{name} is no plain file and was left out")
                continue
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        except FileNotFoundError:
            archive.manifest.noted.append(f"{name} went away while the backup was made")
            continue
        with os.fdopen(handle, "rb") as source:
            archive.add_file(name, source)
        told(number + 1)


def _files_below(folder: Path) -> Iterator[Path]:
    def fail(problem: OSError) -> None:
        if not isinstance(problem, FileNotFoundError):
            raise problem

    for place, folders, files in os.walk(folder, onerror=fail):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(STAGING) and name not in links)
        for name in sorted(files + links):
            yield Path(place) / name


def has_media(folder: Path) -> bool:
    with suppress(FileNotFoundError):
        return any(not path.name.startswith(STAGING) for path in folder.iterdir())
    return False


@contextmanager
def staging_in(folder: Path) -> Iterator[Path]:
    """A place in the same file system, in which nothing is live yet; what a killed restore left goes."""
    folder.mkdir(parents=True, exist_ok=True)
    with fresh_place(folder, STAGING) as place:
        yield place


def put_in_place(staged: Path, folder: Path, aside: Path) -> None:
    """Move what is there aside and what is staged into its place: names only, in one file system.

    When that fails all moves back, with OSError; NotRestored says where it lies if that fails, too.
    """
    aside.mkdir()
    staged.mkdir(exist_ok=True)
    moves = [(old, aside / old.name) for old in folder.iterdir() if not old.name.startswith(STAGING)]
    moves += [(new, folder / new.name) for new in staged.iterdir()]
    moved: list[tuple[Path, Path]] = []
    try:
        for start, end in moves:
            start.rename(end)
            moved.append((start, end))
    except OSError as problem:
        _move_back(moved, folder, aside, problem)
        raise
    write_through(folder)


def _move_back(moved: list[tuple[Path, Path]], folder: Path, aside: Path, why: OSError) -> None:
    for start, end in reversed(moved):
        with suppress(OSError):
            end.rename(start)
    if any(aside.iterdir()):
        kept = aside.rename(Path(tempfile.mkdtemp(prefix=STAGING, dir=folder)) / aside.name)
        raise NotRestored(
            f"{in_words(why)}. Some of those of before lie in {kept}, until the next restore."
        ) from why
