"""Tells how far the sendings of the bulletin are."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bulletin.management.commands.queue_bulletin import edition_called
from bulletin.models import EditionPage, Sending
from bulletin.send import gate
from bulletin.send.progress import progress_of, workers_now

NOTHING_LEFT, SOMETHING_WAITS = 0, 3
NUMBERS = ("audience", "sent", "failed", "skipped", "waiting", "uncertain")


class Command(BaseCommand):
    help = (
        "Tells of one edition, or of every one, how far its newest sending is: audience = sent + failed + "
        "skipped + waiting + uncertain. It also says how many workers run, and why nothing is sent where the "
        "database is held because it is a restored copy."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "slug", metavar="SLUG", nargs="?", help="of an edition; without it: every edition"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object, or a list of all editions")
        parser.add_argument(
            "--exit-code",
            action="store_true",
            help="end with 0 when nothing is left to do, with 3 when something waits, with 1 after an error",
        )
        parser.add_argument(
            "--release",
            action="store_true",
            help="let this database send again that is held because it is a copy or was restored. Do it only "
            "when the one it was copied from sends no more: what that one has sent since the copy was made, "
            "this one does not know of and would send again",
        )

    def handle(self, *, slug: str | None, release: bool, exit_code: bool, **options: Any) -> None:
        if release:
            gate.release(None)
            self.stderr.write("Mail goes out from this database again.")
        editions = [edition_called(slug)] if slug else list(EditionPage.objects.order_by("-month", "-pk"))
        lines = [standing_of(edition) for edition in editions]
        if options["json"]:
            self.stdout.write(json.dumps(lines[0] if slug else lines, indent=2))
        else:
            self._tell(editions, lines)
        if exit_code:
            is_left = any(line["state"] in Sending.OPEN or line["waiting"] for line in lines)
            sys.exit(SOMETHING_WAITS if is_left else NOTHING_LEFT)

    def _tell(self, editions: list[EditionPage], lines: list[dict[str, Any]]) -> None:
        state = gate.state()
        if not state.is_open:
            self.stdout.write(f"Nothing is sent from this database: {state.because} See --release.")
        if not lines:
            raise CommandError("There is no edition of the bulletin yet.")
        longest = max(len(line["slug"]) for line in lines) + 2
        self.stdout.write(f"{'edition':{longest}}{'state':12}" + "".join(f"{name:>11}" for name in NUMBERS))
        for edition, line in zip(editions, lines, strict=True):
            numbers = "".join(f"{line[name]:>11}" for name in NUMBERS)
            self.stdout.write(f"{line['slug']:{longest}}{line['state']:12}{numbers}")
            for words in self._words_about(newest_sending(edition)):
                self.stdout.write(f"  {words}")
        self.stdout.write(f"Workers running: {workers_now()}")

    def _words_about(self, sending: Sending | None) -> list[str]:
        if sending is None or sending.state not in Sending.OPEN:
            return []
        words = []
        if sending.pause_reason:
            words.append(f"{sending.get_pause_reason_display()}.")
        if sending.last_reply:
            words.append(f"The relay’s last words, at {sending.last_reply_at:%H:%M:%S}: {sending.last_reply}")
        progress = progress_of(sending)
        if progress.remaining_seconds is not None:
            words.append(f"{progress.per_second:.1f} a second, {progress.remaining_seconds:.0f} s left.")
        return words


def newest_sending(edition: EditionPage) -> Sending | None:
    return edition.sendings.defer("html", "text", "message").order_by("-queued_at", "-pk").first()


def standing_of(edition: EditionPage) -> dict[str, Any]:
    """`state` is that of the newest sending; "published" or "draft" where there is none."""
    sending = newest_sending(edition)
    if sending is None:
        state, numbers = "published" if edition.live else "draft", dict.fromkeys(NUMBERS, 0)
    else:
        state, numbers = sending.state, sending.counts()._asdict()
    return {"slug": edition.slug, "state": state, **numbers}
