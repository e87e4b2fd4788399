"""Takes subscribers over from a list."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from bulletin.subscribe.importing.plan import BadRows, Outcome, import_list
from bulletin.subscribe.importing.reading import CannotRead

SHOWN_EVERY = 1_000


class Command(BaseCommand):
    help = (
        "Takes subscribers over from a CSV file with the columns email, name, consented_on and source; name "
        "may be empty, and so may monthly, specials (yes or no) and language (en or gd). Each row needs the "
        "day on which the person agreed (2026-10-31 or 31/10/2026) and where. Suppressed addresses and those "
        "that are subscribed already are skipped. A row that is not right is reported with "
        "its number; then nothing at all is written, unless --skip-bad-rows is given. "
        "Comma, semicolon or tab; UTF-8 or Windows-1252; at most 100 MB."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.csv", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument(
            "--skip-bad-rows", action="store_true", help="import the good rows and report the others"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        with override("en"):
            try:
                with path.open("rb") as file:
                    outcome = import_list(
                        file,
                        path.name,
                        is_dry=options["dry_run"],
                        skips_bad_rows=options["skip_bad_rows"],
                        told=self._show,
                    )
            except BadRows as bad:
                self._report(path, bad.outcome)
                number = bad.outcome.refused
                rows = "1 row is" if number == 1 else f"{number:,} rows are"
                raise CommandError(f"{path}: {rows} not right, so nothing was imported.") from None
            except CannotRead as problem:
                raise CommandError(f"{path}: {problem}.") from None
            except OSError as problem:
                raise CommandError(f"{path}: {problem.strerror or problem}") from None
            self._report(path, outcome)
            self._sum_up(path, outcome, options["dry_run"])
        if options["dry_run"] and outcome.refused:
            raise CommandError(f"{path}: {outcome.refused:,} of the rows are not right.")

    def _show(self, number: int) -> None:
        """A count that grows, where a terminal watches."""
        if self.stderr.isatty() and number % SHOWN_EVERY == 0:
            self.stderr.write(f"\r{number:,} rows read", ending="")
            self.stderr.flush()

    def _report(self, path: Path, outcome: Outcome) -> None:
        if self.stderr.isatty():
            self.stderr.write("\r", ending="")
        for problem in outcome.problems:
            self.stderr.write(f"{path}: {problem}.")
        more = outcome.refused - len(outcome.problems)
        if more:
            self.stderr.write(f"{path}: and {more:,} more rows.")

    def _sum_up(self, path: Path, outcome: Outcome, is_dry: bool) -> None:
        verb = "would be imported" if is_dry else "imported"
        self.stdout.write(
            f"{path}: {outcome.imported:,} {verb}. Skipped: {outcome.subscribed:,} already subscribed, "
            f"{outcome.suppressed:,} suppressed, {outcome.twice:,} twice in the file, {outcome.refused:,} "
            "not right."
        )
