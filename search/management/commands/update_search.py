"""Compare what search knows with the pages, and write what differs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from elasticsearch import ApiError, TransportError

from search import filling
from search.engine.connection import EngineAway, engine
from search.engine.rebuilding import NotTaken, rebuild
from search.upkeep import refresh_all_documents


class Command(BaseCommand):
    help = (
        "Makes the entries of search anew from all public pages, and writes only what has changed. The clock "
        "does it each night; it may run at any hour, while people search."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--engine",
            action="store_true",
            help="Fill Elasticsearch anew as well, in an index that takes the old one’s place when whole.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        changes = filling.refresh_all()
        refresh_all_documents.enqueue()  # reading files takes longer than one waits for
        if options["verbosity"]:
            self.stdout.write(f"{changes.written} entries written, {changes.removed} removed")
        if options["engine"]:
            entries = self._rebuild()
            if options["verbosity"]:
                self.stdout.write(f"{entries} entries in the new index of Elasticsearch")

    def _rebuild(self) -> int:
        asked = engine()
        if asked is None:
            raise CommandError("ELASTICSEARCH_URL is not set: there is no engine to fill.")
        try:
            return rebuild(asked)
        except NotTaken as refusal:
            raise CommandError(f"Elasticsearch has refused {refusal}. The old index stays.") from refusal
        except (ApiError, TransportError, EngineAway) as error:
            raise CommandError(
                f"Elasticsearch did not do it: {type(error).__name__}. The old index stays."
            ) from error
