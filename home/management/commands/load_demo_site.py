"""Loads the demo site."""

import logging
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from home.demo.load import DemoSiteDoesNotFit, is_empty, load_demo_site


@contextmanager
def quiet_wagtail() -> Iterator[None]:
    """Wagtail logs a line or two for each page; here the command's own few lines say enough."""
    logger = logging.getLogger("wagtail")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


class Command(BaseCommand):
    help = (
        "Loads the demo site: pages, councils with invented contacts and services, drawings, documents, "
        "settings, redirects of old addresses, a first draft in Gaelic, and accounts of editors whose "
        "passwords are made at random and printed once. What is there already, also renamed or moved, is "
        "left as editors wrote it; a second run adds only what is missing. Wagtail's welcome page is "
        "replaced."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing where there are pages besides the one that Wagtail starts with",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        def say(line: str) -> None:
            if options["verbosity"]:
                self.stdout.write(line)

        if options["if_empty"] and not is_empty():
            say("There are pages already: the demo site was not loaded.")
            return
        try:
            with quiet_wagtail():
                made = load_demo_site(say)
        except DemoSiteDoesNotFit as problem:
            raise CommandError(str(problem)) from problem
        call_command("update_search", verbosity=0)  # pages of the demo site are not published one by one
        summary = ", ".join(f"{kind} {number}" for kind, number in made.items() if number)
        say(self.style.SUCCESS(f"Made: {summary}." if summary else "Everything was there already."))
