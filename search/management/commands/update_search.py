"""Compare what search knows with the pages, and write what differs."""

from typing import Any

from django.core.management.base import BaseCommand

from search import filling
from search.upkeep import refresh_all_documents


class Command(BaseCommand):
    help = (
        "Makes the entries of search anew from all public pages, and writes only what has changed. The clock "
        "does it each night; it may run at any hour, while people search."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        changes = filling.refresh_all()
        refresh_all_documents.enqueue()  # reading files takes longer than one waits for
        if options["verbosity"]:
            self.stdout.write(f"{changes.written} entries written, {changes.removed} removed")
