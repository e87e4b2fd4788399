"""Run the regular jobs of the site when they are due."""

from __future__ import annotations

import os
import signal
import time
from argparse import ArgumentParser, BooleanOptionalAction
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, close_old_connections
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV, run_with_reloader

from cms.operations.clock import Clock, Outcome
from cms.operations.jobs import gather

LOOK_EVERY = 5.0  # seconds between two looks at the table of jobs
STOP_WITHIN = 0.25  # seconds in which a sleeping clock notices that it is to stop


class Command(BaseCommand):
    help = (
        "Runs the regular jobs of the site when they are due: scheduled publishing, clean-up and what the "
        "apps register. Several clocks may run: each job is run by one of them. Ends cleanly on SIGTERM, "
        "after the job it is at."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="Run what is due now and end; exit status 1 if a job failed."
        )
        parser.add_argument(
            "--reload",
            action=BooleanOptionalAction,
            default=settings.DEBUG,
            help="Start again when the code changes (the default with DEBUG).",
        )

    def handle(self, *, once: bool, reload: bool, **options: Any) -> None:
        self.stopping = False
        if once:
            self.run_once()
        elif reload:
            run_with_reloader(self.run_on)
        else:
            self.run_on()

    def run_once(self) -> None:
        outcomes = [self.told(outcome) for outcome in Clock(gather()).tick()]
        failed = [outcome.name for outcome in outcomes if outcome.error]
        if failed:
            raise CommandError(f"{len(failed)} of {len(outcomes)} jobs failed: {', '.join(failed)}")
        self.stdout.write(f"{len(outcomes)} jobs were due, and all went well.")

    def run_on(self) -> None:
        if not settings.DEBUG or os.environ.get(DJANGO_AUTORELOAD_ENV) != "true":
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self.stop)
        clock = Clock(gather())
        while not self.stopping:
            close_old_connections()
            try:
                self.run_due(clock)
            except DatabaseError as error:
                self.stderr.write(
                    f"The clock cannot reach the database ({type(error).__name__}) and tries again."
                )
            self.rest()

    def run_due(self, clock: Clock) -> None:
        for outcome in clock.tick():
            if outcome.error:
                self.told(outcome)
            if self.stopping:
                return

    def rest(self) -> None:
        ends = time.monotonic() + LOOK_EVERY
        while not self.stopping and time.monotonic() < ends:
            time.sleep(STOP_WITHIN)

    def told(self, outcome: Outcome) -> Outcome:
        line = f"{outcome.name}: {outcome.error or 'done'} ({outcome.seconds:.1f} s)"
        (self.stderr if outcome.error else self.stdout).write(line)
        return outcome

    def stop(self, *_signal: object) -> None:
        self.stopping = True
