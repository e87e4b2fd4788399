"""Writes the list of subscribers into a file."""

from __future__ import annotations

import os
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bulletin.subscribe.exporting import EXPORTED, note, write


class Command(BaseCommand):
    help = (
        "Writes everybody who is subscribed now into a CSV file that only its owner may read, one row each: "
        "email, name, consented_on, source, monthly, specials, language. import_subscribers reads it again. "
        "The log of the site keeps when it was done and the number of rows."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", metavar="FILE.csv", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["output"]
        if path.is_dir():
            raise CommandError(f"{path}: this is a folder.")
        try:
            number = _written(path)
        except OSError as problem:
            raise CommandError(f"{path}: {problem.strerror or problem}") from None
        note(EXPORTED, number)
        self.stdout.write(f"{path}: {number:,} subscribers written.")


def _written(path: Path) -> int:
    """Whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            number = write(file)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return number
