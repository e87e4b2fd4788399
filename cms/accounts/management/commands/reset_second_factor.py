"""Take the second factor of somebody away, where no administrator is left who could."""

from django.core.management.base import CommandError

from cms.accounts.management.one_person import CommandAboutPerson
from cms.accounts.models import User
from cms.accounts.second_factor.changing import reset


class Command(CommandAboutPerson):
    help = (
        "Take the second factor of a person away, for an administrator who has lost the app and the recovery "
        "codes. They set up a new one when they next sign in, and are told by mail."
    )

    def do(self, person: User) -> str:
        if not reset(person, by=None):
            raise CommandError(f"{person.get_username()} has no second factor.")
        return f"The second factor of {person.get_username()} is reset."
