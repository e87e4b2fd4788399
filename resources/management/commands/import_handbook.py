"""Takes the handbook over from its Word document."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.log_actions import log

from resources.handbook.importing.apply import apply
from resources.handbook.importing.changes import Choices
from resources.handbook.importing.drafts import CannotImport
from resources.handbook.importing.held import handbook_page
from resources.handbook.importing.plan import plan
from resources.handbook.importing.summary import Summary
from resources.handbook.importing.views import IMPORTED
from resources.handbook.word import CannotReadWord, read
from resources.handbook.word.package import LARGEST_FILE
from resources.management.quiet import quiet


class Command(BaseCommand):
    help = (
        "Takes sections, products, the timeline, further resources and the date of the handbook from its "
        "Word document. Importing again changes only what differs: things are matched by their names. New "
        "words arrive as drafts, or at once with --publish. What the file lacks is listed "
        "and kept, and no audiences are set: both are an editor's decision, in the admin. It is done as a "
        "whole or not at all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.docx", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would change and write nothing")
        parser.add_argument(
            "--publish",
            action="store_true",
            help="let everything that is complete go live at once, also drafts that an earlier import left",
        )
        parser.add_argument(
            "--accept-renames",
            action="store_true",
            help="take likely renames as such; otherwise a new name is a new record and the old one is kept",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with quiet("wagtail"):
                self._import(options)
        except (CannotReadWord, CannotImport) as problem:
            raise CommandError(f"{options['file']}: {problem}") from problem
        except OSError as problem:
            raise CommandError(f"{options['file']}: {problem.strerror or problem}") from problem

    def _import(self, options: dict[str, Any]) -> None:
        with options["file"].open("rb") as file:
            # The reader refuses what is too large, and one byte more is enough to tell.
            planned = plan(read(file.read(LARGEST_FILE + 1)), handbook_page())
        for remark in (*planned.remarks, *planned.refusals):
            self._say(f"{remark.kind}: {remark}")
        if planned.refusals:
            raise CannotImport(str(planned.refusals[0]))
        keys = (entry.key for entry in planned.renames if options["accept_renames"])
        choices = Choices(renames=frozenset(keys))
        if options["dry_run"]:
            is_new = planned.held.page is None
            summary = Summary(planned.with_renames(choices.renames), created_handbook=is_new, is_dry=True)
        else:
            summary = apply(planned, choices, publish=options["publish"])
            log(handbook_page(), IMPORTED, data={"file": options["file"].name})
        for line in summary.lines:
            self._say(line)
        for key, names in planned.audiences.items():
            title = next(entry.title for entry in planned.products.added if entry.key == key)
            self._say(f"Proposed audiences of “{title}”, for an editor to set: {', '.join(names)}.")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
