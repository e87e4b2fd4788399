"""Files of the working version are made once for each change of content and kept beside the data."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
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
    if not path.exists():
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                _write(path, make())
                _forget_oldest(folder)
    return path.read_bytes()


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
    here = Path(__file__).parent
    sources = [*here.rglob("*.py"), *(settings.BASE_DIR / "templates/resources/handbook/pdf").rglob("*.*")]
    return sha256(b"".join(path.read_bytes() for path in sorted(sources))).digest()
