"""Make sure that the editions of the handbook are what was published."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from resources.handbook.editions.verify import verify_editions


class Command(BaseCommand):
    help = (
        "Reads every file of every edition of the handbook and compares its SHA-256 with the one that was "
        "kept at publication, reads the JSON, and looks for files that are missing or were added. Prints a "
        "line for each fault; the exit status is 1 where there is any. Nothing is changed."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        findings = verify_editions()
        for fault in findings.faults:
            self.stderr.write(fault)
        checked = f"{findings.editions} editions with {findings.files} files checked"
        if findings.faults:
            raise CommandError(f"{checked}, faults found: {len(findings.faults)}")
        self.stdout.write(f"{checked}: all of them are what was published")
