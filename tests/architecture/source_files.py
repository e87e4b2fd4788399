"""The files that are or would be committed."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import PurePosixPath

from tests.architecture.layers import ROOT


@cache
def source_files() -> tuple[PurePosixPath, ...]:
    """Paths within the checkout: what git tracks, and what it would if it were added."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607  git is on PATH
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return tuple(
        PurePosixPath(name) for name in sorted(listed.split("\0")) if name and (ROOT / name).is_file()
    )


def text_of(path: PurePosixPath) -> str | None:
    """The text of a file; None when it holds no text, such as a picture."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
