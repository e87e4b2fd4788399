"""Make an administrator with a password made at random and printed once."""

import secrets
from argparse import ArgumentParser
from itertools import count
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.accounts.models import User


class Command(BaseCommand):
    help = "Make an administrator. The password is made at random and printed once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--username", default="admin")
        parser.add_argument("--email", default="", help="For a forgotten password and notices.")
        parser.add_argument(
            "--if-none",
            action="store_true",
            help="Do nothing where the site has an administrator; number a name that is in use.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        username = options["username"]
        if options["if_none"]:
            if User.objects.filter(is_superuser=True).exists():
                return
            username = first_free(username)
        if User.objects.filter(username=username).exists():
            raise CommandError(
                f"There is a user {username} already. "
                f"“manage.py changepassword {username}” gives them a new password."
            )
        password = secrets.token_urlsafe(15)
        User.objects.create_superuser(username, email=options["email"], password=password)
        self.stdout.write(f"Administrator {username}, password {password} (shown this once)")


def first_free(username: str) -> str:
    """The name itself, or with the first number that nobody has."""
    name = username
    for number in count(2):
        if not User.objects.filter(username=name).exists():
            break
        name = f"{username}-{number}"
    return name
