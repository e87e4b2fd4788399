"""Membership in the groups of this site follows what the provider says at each sign-in."""

from __future__ import annotations

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import LogContext, log

from cms.accounts.models import Identity, User
from cms.accounts.single_sign_on.claims import Claims
from cms.accounts.single_sign_on.log_actions import FOLLOWED
from cms.accounts.single_sign_on.people import identity_of, link, person_with_address
from cms.accounts.single_sign_on.refusals import Reason, Refusal

ACCESS = "wagtailadmin.access_admin"


def admitted(claims: Claims) -> Identity:
    """The identity of a person who may come in, in the groups that the provider names; or Refusal.

    Somebody who came before and has no group left loses those they had and is signed out everywhere.
    """
    with transaction.atomic():
        known = list(Group.objects.filter(name__in=claims.groups))
        identity = identity_of(claims)
        if identity is None:
            person = person_with_address(claims)
            if not _reach_the_admin(known):
                raise Refusal(Reason.NO_GROUP)
            with LogContext(user=person):
                identity = link(person, claims)
        follow(identity.user, known)
        may_come_in = known and User.objects.get(pk=identity.user_id).has_perm(ACCESS)
        if not may_come_in:
            end_sessions(identity.user)
    if not may_come_in:
        raise Refusal(Reason.NO_GROUP, person=identity.user)
    return identity


def _reach_the_admin(groups: list[Group]) -> bool:
    """Whether one of them gives ACCESS."""
    app, _dot, codename = ACCESS.partition(".")
    rights = Permission.objects.filter(content_type__app_label=app, codename=codename)
    return rights.filter(group__in=groups).exists()


def follow(person: User, groups: list[Group]) -> None:
    """The names of what is given and taken are written by cms.operations.rights_log, and why by this."""
    before = set(person.groups.values_list("pk", flat=True))
    if before == {group.pk for group in groups}:
        return
    with LogContext(user=person):
        log(person, FOLLOWED)
        person.groups.set(groups)


def end_sessions(person: User) -> None:
    """A session does not tell whose it is, so each is opened and looked at.

    There are as many as people who work here, and those of strangers who began a sign-in within the hour.
    """
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(person.pk):
            session.delete()
