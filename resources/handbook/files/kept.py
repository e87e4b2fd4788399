"""Files of the working version are made once for each change of content and kept beside the data."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

MOST = 12  # files: a few versions back in each format, for readers who are in the middle of it


def kept_file(name: str, content: bytes, make: Callable[[], bytes]) -> bytes:
    """The file called `name` that is made from `content`; `make` runs once, also when many ask at once."""
    folder = Path(settings.VAR_DIR) / "handbook-files"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{sha256(content + _makers()).hexdigest()[:32]}-{name}"
    with suppress(FileNotFoundError):
        return path.read_bytes()
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with suppress(FileNotFoundError):
            return path.read_bytes()  # somebody else was waiting for the same
        made = make()
        _write(path, made)
        _forget_oldest(folder)
        return made


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _forget_oldest(folder: Path) -> None:
    files = sorted(folder.glob("*-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[MOST:]:
        path.unlink(missing_ok=True)


@cache
def _makers() -> bytes:
    """A mark of the code and templates that make files: a new release makes them anew."""
    templates = settings.BASE_DIR / "templates"
    sources = [
        *Path(__file__).parents[1].rglob("*.py"),
        *(templates / "resources/handbook/pdf").rglob("*.*"),
        *(templates / "design_system").rglob("*.html"),
    ]
    return sha256(b"".join(path.read_bytes() for path in sorted(sources))).digest()
