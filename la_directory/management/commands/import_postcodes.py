"""Takes the council of every postcode over from a published file."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.log_actions import log

from la_directory.councils import COUNCILS
from la_directory.models import PostcodeSet
from la_directory.postcodes.read import Findings, Progress, read
from la_directory.postcodes.refusal import CannotImport
from la_directory.postcodes.take_over import FEWEST, IMPORTED, take_over

WIDTH = 30


class Command(BaseCommand):
    help = (
        "Takes the council of every postcode over from a published file, so that readers find their council "
        "by postcode. FILE is OS Code-Point Open (its zip, or the folder of its CSV files), the NRS Scottish "
        "Postcode Directory, the ONS Postcode Directory, or a CSV with the two columns postcode and code; a "
        "single CSV may be packed as .gz. The kind is recognised by the columns. Postcodes outside Scotland "
        "and those no longer in use are left out and counted; former codes of councils become the current "
        "ones. A row that cannot be right refuses the whole file, and so does a file with fewer than "
        f"{FEWEST:.0%} of the postcodes in use, or with none of a council that has some. Readers are "
        "answered from the present postcodes until all new ones are in place."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="a CSV, .csv.gz or zip file, or a folder")
        parser.add_argument(
            "--accept-fewer",
            action="store_true",
            help="take the file over even if it holds far fewer postcodes than are in use",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        began = monotonic()
        try:
            findings = read(path, self.bar("Reading"))
            take_over(findings, path.name, accept_fewer=options["accept_fewer"], progress=self.bar("Writing"))
            log(PostcodeSet.objects.current(), IMPORTED, data={"file": path.name})
        except CannotImport as problem:
            self.end_bar()
            raise CommandError(str(problem)) from problem
        except OSError as problem:
            self.end_bar()
            raise CommandError(f"{path}: {problem.strerror or problem}") from problem
        if options["verbosity"]:
            self.summarise(findings, monotonic() - began)

    def bar(self, what: str) -> Progress:
        """A bar that grows, where a terminal watches; nothing where a file or a pipe does."""
        if not self.stderr.isatty():
            return lambda share: None

        def show(share: float) -> None:
            done = round(min(share, 1) * WIDTH)
            line = f"\r{what} [{'#' * done}{' ' * (WIDTH - done)}] {min(share, 1):4.0%}"
            self.stderr.write(line, str, "")
            self.stderr.flush()
            if share >= 1:
                self.end_bar()

        return show

    def end_bar(self) -> None:
        if self.stderr.isatty():
            self.stderr.write("")

    def summarise(self, findings: Findings, seconds: float) -> None:
        by_council = Counter(findings.councils.values())
        for council in COUNCILS:
            self.stdout.write(f"{council.name:28}{by_council[council.code]:>9,}")
        for words, number in (
            ("No longer in use, left out", findings.terminated),
            ("Outside Scotland, left out", findings.elsewhere),
            ("Without a council, left out", findings.without_council),
            ("Given to one of two councils", findings.split),
        ):
            if number:
                self.stdout.write(f"{words:28}{number:>9,}")
        for code, number in sorted(findings.former_codes.items()):
            self.stdout.write(f"Former code {code:16}{number:>9,}")
        if findings.passed_over:
            self.stdout.write(f"Files with other columns: {', '.join(findings.passed_over)}")
        if missing := [council.name for council in COUNCILS if not by_council[council.code]]:
            self.stdout.write(self.style.WARNING(f"No postcode at all: {', '.join(missing)}."))
        number = f"{len(findings.councils):,} postcodes are in use now"
        self.stdout.write(self.style.SUCCESS(f"{number}, from {findings.kind}, in {seconds:.1f} seconds."))
