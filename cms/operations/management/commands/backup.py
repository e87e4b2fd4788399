"""Keep the database and the uploads in one archive."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.operations.backup.making import make_backup
from cms.operations.backup.problems import NotMade
from cms.operations.backup.progress import shown_on


class Command(BaseCommand):
    help = (
        "Writes the database and the uploads into one archive, named by its time in UTC, that only its owner "
        "may read, and reads it back. The site goes on meanwhile. In BACKUP_FOLDER the newest "
        "BACKUP_KEEP archives stay, and older ones go once the new one is checked; 0 keeps all. Uploads in "
        "object storage are part of it; SECRET_KEY and HASH_KEY are not: keep them elsewhere."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--to",
            metavar="FOLDER",
            type=Path,
            help="where to write it instead of BACKUP_FOLDER; nothing is removed there",
        )

    def handle(self, *, to: Path | None, **options: Any) -> None:
        try:
            made = make_backup(to, told=shown_on(self.stderr, "uploads written"))
        except NotMade as problem:
            raise CommandError(str(problem)) from None
        manifest = made.manifest
        for line in manifest.noted:
            self.stderr.write(f"Noted: {line}.")
        self.stdout.write(
            f"{made.place}/{made.name}: {made.size:,} bytes, {sum(manifest.rows.values()):,} rows in "
            f"{len(manifest.rows)} tables, {len(manifest.media):,} uploads. Older ones removed: "
            f"{len(made.removed)}."
        )
