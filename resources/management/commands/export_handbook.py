"""Writes the working version of the handbook into a file."""

from __future__ import annotations

import os
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from resources.handbook.files.formats import FORMATS
from resources.handbook.files.pdf_file import PdfNotPossible
from resources.handbook.files.working import file_of
from resources.handbook.importing.held import handbook_page


class Command(BaseCommand):
    help = (
        "Writes the handbook as it is on the site now, a working version and not an edition, into a file: "
        "csv has the products, json, docx and pdf have everything. A DOCX can be imported again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=sorted(FORMATS), required=True)
        parser.add_argument("--output", metavar="FILE", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        page = handbook_page()
        if page is None or not page.live:
            raise CommandError("There is no published handbook to export.")
        path: Path = options["output"]
        try:
            with override(page.locale.language_code):
                content = file_of(page, options["format"])
            _write(path, content)
        except PdfNotPossible as problem:
            raise CommandError(str(problem)) from problem
        except OSError as problem:
            raise CommandError(f"{path}: {problem.strerror or problem}") from problem
        self.stdout.write(f"{path}: {len(content)} bytes written.")


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a reader of the folder never finds half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
