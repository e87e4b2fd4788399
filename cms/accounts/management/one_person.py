"""A command about one person, who is named by the user name."""

from __future__ import annotations

from abc import ABC, abstractmethod
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.accounts.models import User


class CommandAboutPerson(ABC, BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> str:
        person = User.objects.filter(username=options["username"]).first()
        if person is None:
            raise CommandError(f"There is no user {options['username']}.")
        return self.do(person)

    @abstractmethod
    def do(self, person: User) -> str:
        """What it has done, as a line, or CommandError."""
