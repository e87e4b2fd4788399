"""Who of the people here it is that the provider has sent."""

from __future__ import annotations

from contextlib import suppress

from django.core.exceptions import ValidationError
from wagtail.log_actions import log

from cms.accounts.models import Identity, User
from cms.accounts.single_sign_on.claims import Claims
from cms.accounts.single_sign_on.log_actions import LINKED
from cms.accounts.single_sign_on.refusals import Reason, Refusal
from cms.mail.addresses import normalised


def identity_of(claims: Claims) -> Identity | None:
    """The identity of somebody who has signed in this way before, with the row of the person locked."""
    rows = Identity.objects.select_for_update(of=("user",)).select_related("user")
    identity = rows.filter(issuer=claims.issuer, subject=claims.subject).first()
    if identity is not None:
        refuse_who_may_not(identity.user)
    return identity


def person_with_address(claims: Claims) -> User:
    """At the first sign-in: the one open account with the verified address, administrators left aside."""
    if not claims.address:
        raise Refusal(Reason.NO_ADDRESS)
    rows = User.objects.select_for_update().filter(email__iexact=claims.address).order_by("pk")
    found = [person for person in rows if is_same_address(person.email, claims.address)]
    people = [person for person in found if person.is_active and not person.is_superuser]
    if len(people) > 1:
        raise Refusal(Reason.SEVERAL)
    if not people:
        for person in found:
            refuse_who_may_not(person)
        raise Refusal(Reason.UNKNOWN)
    others = Identity.objects.filter(user=people[0], issuer=claims.issuer).exclude(subject=claims.subject)
    if others.exists():
        raise Refusal(Reason.TAKEN)
    return people[0]


def link(person: User, claims: Claims) -> Identity:
    """From now on the provider’s own name for the person counts, and the address no longer does."""
    identity, is_new = Identity.objects.get_or_create(
        user=person, issuer=claims.issuer, subject=claims.subject
    )
    if is_new:  # and not made by another tab that came back at the same moment
        log(person, LINKED, user=person)
    return identity


def refuse_who_may_not(person: User) -> None:
    """An administrator never: whoever runs the provider could become one, and it may be away."""
    if not person.is_active:
        raise Refusal(Reason.CLOSED)
    if person.is_superuser:
        raise Refusal(Reason.ADMINISTRATOR)


def is_same_address(written: str, address: str) -> bool:
    """An address in other letters that look alike may be somebody else's."""
    with suppress(ValidationError):
        return normalised(written) == normalised(address)
    return False
