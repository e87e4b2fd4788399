"""Takes councils, contacts and services over from a table."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.log_actions import log

from la_directory.exchange.apply import apply
from la_directory.exchange.column_help import Formatter, table_of_columns
from la_directory.exchange.files import LARGEST_FILE, read
from la_directory.exchange.held import directory_page, held_directory
from la_directory.exchange.plan import CannotImport
from la_directory.exchange.planning import plan
from la_directory.exchange.problems import CannotRead
from la_directory.exchange.progress import ProgressBar
from la_directory.exchange.summary import lines, problems_told
from la_directory.exchange.views import IMPORTED
from resources.management.quiet import quiet


class Command(BaseCommand):
    help = (
        "Takes councils, contacts and services over from a CSV file or an Excel workbook as export_councils "
        "writes it. Each row is about a council, a contact or a service; rows are matched by council and "
        "id, and a row without an id adds a contact or a service. What a column that the file lacks would "
        "say stays as it is; an empty cell empties the value, unless there has to be one. Changes arrive as "
        "drafts that are not yet submitted for approval. Records that the file lacks are kept: nothing is "
        "taken off the site. It is done as a whole or not at all."
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        return super().create_parser(
            prog_name, subcommand, formatter_class=Formatter, epilog=table_of_columns(), **kwargs
        )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.{csv,xlsx}", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would change and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            with path.open("rb") as file:
                # The reader refuses what is too large, and one byte more is enough to tell.
                content = file.read(LARGEST_FILE + 1)
            with quiet("wagtail"):
                self._import(path, content, options["dry_run"])
        except (CannotRead, CannotImport) as problem:
            raise CommandError(f"{path}: {problem}") from problem
        except OSError as problem:
            raise CommandError(f"{path}: {problem.strerror or problem}") from problem

    def _import(self, path: Path, content: bytes, is_dry: bool) -> None:
        directory = directory_page()
        if directory is None:
            raise CannotImport("There is no council directory on this site yet.")
        table = read(content)
        with transaction.atomic():
            planned = plan(table, held_directory(directory))
            for words in problems_told(planned.problems):
                self.stderr.write(f"{path}: {words}")
            if planned.problems:
                number = len(planned.problems)
                raise CannotImport(f"{number} problem{'s' * (number > 1)} found, so nothing was imported.")
            if not is_dry:
                apply(planned, told=ProgressBar(self.stdout, "Writing drafts"))
                log(directory, IMPORTED, data={"file": path.name})
        for words in (*planned.notices, *lines(planned, is_dry)):
            self.stdout.write(words)
