"""Leaving the team of a council: access and links end at once, and somebody is asked to follow."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from wagtail.log_actions import log

from la_directory.freshness.links import end_links_of
from la_directory.models import CouncilTeam, Invitation
from la_directory.teams.invite import cancel
from la_directory.teams.log_actions import LEFT
from la_directory.teams.mail import ask_for_successor


def end_membership(team: CouncilTeam, person: AbstractUser, by: AbstractUser) -> None:
    """The account is closed, not deleted, so that what the person did keeps their name.

    One that is also in groups of other kinds stays open and only leaves this team.
    """
    name = person.get_full_name() or person.get_username()
    with transaction.atomic():
        person.groups.remove(team.group)
        if not person.is_superuser and not person.groups.exists():
            close(person)
        end_links_of(person)
        for invitation in Invitation.objects.waiting().filter(email__iexact=person.email, team=team):
            cancel(invitation, by)
        log(team, LEFT, user=by, data={"name": str(person)})
    ask_for_successor(team, name)


def close(person: AbstractUser) -> None:
    """Every session ends now, and does not come back with an account that is opened again."""
    person.is_active = False
    person.set_unusable_password()
    person.save(update_fields=["is_active", "password"])
