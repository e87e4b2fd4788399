"""The folder that keeps backups: their names, and what a killed run has left in it."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cms.operations.backup.problems import BackupProblem, NotMade

NAME = re.compile(r"backup-(\d{8}T\d{6}Z)\.tar\.gz")
TIME = "%Y%m%dT%H%M%SZ"
UNFINISHED = ".unfinished-"


def backups_in(folder: Path) -> list[Path]:
    """The finished ones, newest first."""
    found = [path for path in folder.iterdir() if NAME.fullmatch(path.name)]
    return sorted(found, reverse=True)


@contextmanager
def workplace_in(folder: Path) -> Iterator[Path]:
    """A folder for what is not finished yet, in this one; NotMade while another backup is being made here."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (
        alone(folder / ".lock", NotMade(f"{folder}: another backup is being made here.")),
        fresh_place(folder, UNFINISHED) as place,
    ):
        yield place


@contextmanager
def alone(lock: Path, refusal: BackupProblem) -> Iterator[None]:
    """The refusal is raised while another process is in such a block with the same file."""
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise refusal from None
        yield


@contextmanager
def fresh_place(folder: Path, prefix: str) -> Iterator[Path]:
    """A folder below `folder` that goes at the end; what a killed run left under the prefix goes first."""
    for left in folder.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    place = Path(tempfile.mkdtemp(prefix=prefix, dir=folder))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def free_name(made_at: datetime, taken: set[str]) -> str:
    while (name := f"backup-{made_at.astimezone(UTC):{TIME}}.tar.gz") in taken:
        made_at += timedelta(seconds=1)
    return name


def keep(finished: Path, folder: Path, made_at: datetime) -> str:
    """Give a checked archive its final name, of which there is one a second."""
    name = free_name(made_at, {path.name for path in backups_in(folder)})
    finished.replace(folder / name)
    write_through(folder)
    return name


def to_remove(names: list[str], newest: str, number: int) -> list[str]:
    """All but so many of the newest ones; the one just made stays whatever its name says."""
    return [name for name in names if name != newest][max(0, number - 1) :]


def remove_old(folder: Path, newest: str, number: int) -> list[str]:
    old = to_remove([path.name for path in backups_in(folder)], newest, number)
    for name in old:
        (folder / name).unlink()
    return old


def write_through(folder: Path) -> None:
    """Names that were changed in a folder survive a power cut from here on."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
