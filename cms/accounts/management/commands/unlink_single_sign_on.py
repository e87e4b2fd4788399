"""Let an account be found by its e-mail address again, after the provider has made somebody anew."""

from django.core.management.base import CommandError
from django.db import transaction
from wagtail.log_actions import log

from cms.accounts.management.one_person import CommandAboutPerson
from cms.accounts.models import Identity, User
from cms.accounts.single_sign_on.log_actions import UNLINKED


class Command(CommandAboutPerson):
    help = (
        "Forget how the provider of single sign-on calls a person, for when it has made them anew. At their "
        "next single sign-on they are found by their e-mail address, as at the first."
    )

    def do(self, person: User) -> str:
        name = person.get_username()
        with transaction.atomic():
            if not Identity.objects.filter(user=person).delete()[0]:
                raise CommandError(f"{name} has never signed in with single sign-on.")
            log(person, UNLINKED)
        return f"{name} is free for another single sign-on."
