"""Bring the database and the uploads back from an archive."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.operations.backup.fetching import at_hand
from cms.operations.backup.manifest import key_of_now
from cms.operations.backup.problems import BackupProblem
from cms.operations.backup.progress import shown_on
from cms.operations.backup.restoring import restore


class Command(BaseCommand):
    help = (
        "Restores an archive that backup has written, into an empty database and an empty place of uploads. "
        "Stop the site first, and run it as the user of the site. All of the archive is checked before "
        "anything is touched, and one of older code is migrated. Afterwards nobody is signed in, and no mail "
        "goes out until a person releases it. Restore only archives that you have kept yourself: checksums "
        "find damage, not forgery."
    )
    requires_system_checks = []  # there may be no database yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "archive",
            metavar="ARCHIVE",
            help="a file, the name of a backup in the bucket of BACKUP_FOLDER, or its address, such as "
            "s3://bucket/folder/backup-20261130T023000Z.tar.gz?endpoint=https://host",
        )
        parser.add_argument(
            "--force", action="store_true", help="replace the database and the uploads that are there"
        )

    def handle(self, *, archive: str, force: bool, **options: Any) -> None:
        try:
            with at_hand(archive) as file:
                restored = restore(file, force=force, told=shown_on(self.stderr, "files"))
        except BackupProblem as problem:
            raise CommandError(str(problem)) from None
        manifest = restored.manifest
        self.stdout.write(
            f"Restored from {manifest.moment:%d %B %Y, %H:%M} UTC: {sum(manifest.rows.values()):,} rows in "
            f"{len(manifest.rows)} tables, all as they were, and {len(manifest.media):,} uploads."
        )
        if manifest.key not in ("", key_of_now()):  # earlier archives do not say
            self.stderr.write(
                "HASH_KEY is another one than when the backup was made: people who left the bulletin are not "
                "recognised, and links in old mail and recovery codes do not work. Restore with the old one."
            )
        for line in manifest.noted:
            self.stderr.write(f"Noted when it was made: {line}.")
        if restored.migrated:
            self.stdout.write(f"It was older than the code: {len(restored.migrated)} migrations were run.")
        for line in self._next():
            self.stdout.write(line)

    def _next(self) -> list[str]:
        engine = ["- Fill Elasticsearch anew: update_search --engine."] if settings.ELASTICSEARCH else []
        return [
            "Next:",
            *engine,
            "- Start the site and look at it. Everybody has to sign in again.",
            "- No mail goes out. Look at sendings that were under way, then bulletin_status --release.",
        ]
