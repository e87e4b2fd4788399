"""Take the second factor of somebody away, where no administrator is left who could."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.accounts.models import User
from cms.accounts.second_factor.changing import reset


class Command(BaseCommand):
    help = (
        "Take the second factor of a person away, for an administrator who has lost the app and the recovery "
        "codes. They set up a new one when they next sign in, and are told by mail."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        username = options["username"]
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no user {username}.")
        if not reset(person, by=None):
            raise CommandError(f"{username} has no second factor.")
        self.stdout.write(f"The second factor of {username} is reset.")
