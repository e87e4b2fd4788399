"""Writes the directory into a table that people can keep in a spreadsheet."""

from __future__ import annotations

import os
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.log_actions import log

from la_directory.exchange.column_help import Formatter, table_of_columns
from la_directory.exchange.export import exported
from la_directory.exchange.files import WRITERS
from la_directory.exchange.held import directory_page, held_directory
from la_directory.exchange.views import EXPORTED


class Command(BaseCommand):
    help = (
        "Writes every council, contact and service into a CSV file or an Excel workbook, as the ending of "
        "its name says: one row each, in the words of the newest draft, with persons who are not in the open "
        "data. import_councils reads it again. Long texts, documents and case studies are not in it."
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        return super().create_parser(
            prog_name, subcommand, formatter_class=Formatter, epilog=table_of_columns(), **kwargs
        )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", metavar="FILE.{csv,xlsx}", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["output"]
        file_format = path.suffix.lower().lstrip(".")
        if file_format not in WRITERS:
            raise CommandError(f"{path}: the name has to end in .csv or .xlsx.")
        directory = directory_page()
        if directory is None:
            raise CommandError("There is no council directory on this site yet.")
        held = held_directory(directory)
        try:
            _write(path, exported(held, file_format))
        except OSError as problem:
            raise CommandError(f"{path}: {problem.strerror or problem}") from problem
        log(directory, EXPORTED, data={"format": file_format})
        contacts = sum(len(council.contacts) for council in held.councils)
        services = sum(len(council.services) for council in held.councils)
        self.stdout.write(
            f"{path}: {len(held.councils)} councils, {contacts} contacts and {services} services written."
        )


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, and for its owner alone: it holds names that are not public."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
