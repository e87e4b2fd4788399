"""Let an account be found by its e-mail address again, after the provider has made somebody anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.log_actions import log

from cms.accounts.models import Identity, User
from cms.accounts.single_sign_on.log_actions import UNLINKED


class Command(BaseCommand):
    help = (
        "Forget how the provider of single sign-on calls a person, for when it has made them anew. At their "
        "next single sign-on they are found by their e-mail address, as at the first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        username = options["username"]
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no user {username}.")
        with transaction.atomic():
            if not Identity.objects.filter(user=person).delete()[0]:
                raise CommandError(f"{username} has never signed in with single sign-on.")
            log(person, UNLINKED)
        self.stdout.write(f"{username} is free for another single sign-on.")
