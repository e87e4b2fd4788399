"""What a machine remembers of the database it last sent from, in a file beside its data.

The file is written after the commit it speaks of, never before, so it may lag behind the database but is
never ahead of it. A database that lags behind the file is an older one.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

MOST_DATABASES = 20


class Note(NamedTuple):
    """`released` is when a person last said that the database may send, as ISO text, "" for never."""

    released: str
    counter: int


class Damaged(Exception):
    """There is a file, but nobody can say what it remembers."""


def path() -> Path:
    return Path(settings.VAR_DIR) / "bulletin_gate.json"


def read_all() -> dict[str, Note]:
    """By the identity of the database; nothing where nothing was written yet. Damaged, or OSError."""
    try:
        text = path().read_bytes()
    except FileNotFoundError:
        return {}
    try:
        known = json.loads(text).items()
        return {identity: Note(str(released), int(counter)) for identity, (released, counter) in known}
    except (ValueError, TypeError, AttributeError) as error:
        raise Damaged from error


def refuse_unwritable() -> None:
    """OSError where nothing could be remembered: a full disk, or a folder of somebody else."""
    path().parent.mkdir(parents=True, exist_ok=True)
    with _alone(), path().with_suffix(".probe").open("w") as file:
        file.write("1" * 4096)


def write(identity: str, note: Note) -> None:
    """Takes the place of what it knew, but never goes back within one database.

    A damaged file is written anew: only a person's release comes to that.
    """
    path().parent.mkdir(parents=True, exist_ok=True)
    with _alone():
        try:
            notes = read_all()
        except Damaged:
            notes = {}
        if notes.pop(identity, Note("", -1)) > note:
            return
        newest = [*list(notes.items())[-MOST_DATABASES:], (identity, note)]
        new = path().with_suffix(".new")
        with new.open("w") as file:
            file.write(json.dumps(dict(newest)))
            file.flush()
            os.fsync(file.fileno())
        new.replace(path())


@contextmanager
def _alone() -> Iterator[None]:
    """One process of this machine at a time."""
    with path().with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
