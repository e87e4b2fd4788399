"""Sends the bulletin."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser, BooleanOptionalAction
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.utils.autoreload import run_with_reloader

from bulletin.send.worker import Worker


class Command(BaseCommand):
    help = (
        "Sends the editions of the bulletin that are queued, until it is ended (Ctrl-C or SIGTERM): it then "
        "finishes the messages that it is handing over and gives back the rest. Any number of workers may "
        "run, on any machines that share the database. A worker that is killed loses nothing: the others "
        "take over what it had when its lease is over. EMAIL_URL says where the mail goes; "
        "BULLETIN_CONNECTIONS and BULLETIN_PER_SECOND say how fast. `bulletin_status` shows how far it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once",
            action="store_true",
            help="Handle what can be done now, on one connection, and end. What has to wait is left waiting.",
        )
        parser.add_argument(
            "--reload",
            action=BooleanOptionalAction,
            default=settings.DEBUG,
            help="Start again when the code changes (the default with DEBUG).",
        )

    def handle(self, *, once: bool, reload: bool, **options: Any) -> None:
        try:
            if once:
                self.listen_to_signals(worker := Worker())
                worker.once()
            elif reload:
                run_with_reloader(self.run_on)
            else:
                self.run_on()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from None

    def run_on(self) -> None:
        worker = Worker()
        if threading.current_thread() is threading.main_thread():
            self.listen_to_signals(worker)
        worker.run()

    def listen_to_signals(self, worker: Worker) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
