"""Who still wants a message, asked of its row just before it goes out, and why one does not: only here.

Written in SQL because the mark before each final dot (bulletin.send.ledger) asks the same as the claim.
"""

from __future__ import annotations

from django.db.models import BooleanField, CharField
from django.db.models.expressions import RawSQL

from bulletin.models import Delivery, EditionPage, Subscriber, Suppression

DELIVERY = Delivery._meta.db_table
PERSON = f"FROM {Subscriber._meta.db_table} person WHERE person.id = {DELIVERY}.subscriber_id"
BARRED = f"FROM {Suppression._meta.db_table} barred WHERE barred.address_key = {DELIVERY}.address_key"
WISHES = {EditionPage.Kind.MONTHLY: "wants_monthly", EditionPage.Kind.SPECIAL: "wants_specials"}

WHY_UNWANTED = f"""
    CASE WHEN EXISTS (SELECT 1 {BARRED}) AND (SELECT person.state = '{Subscriber.State.ACTIVE}' {PERSON})
    THEN '{Delivery.Skip.SUPPRESSED}' ELSE '{Delivery.Skip.LEFT}' END
"""


def still_wanted(audience_kind: str) -> str:
    """A condition on a row of deliveries. `audience_kind` is "" for a correction, which goes to whoever got
    what it corrects.

    One value each, looked up by its key: of an EXISTS, PostgreSQL without fresh statistics makes a join that
    reads every active subscriber for every message.
    """
    wish = f"AND person.{WISHES[audience_kind]}" if audience_kind else ""
    return f"""
        {DELIVERY}.address <> ''
        AND (SELECT person.state = '{Subscriber.State.ACTIVE}' {wish} {PERSON})
        AND (SELECT barred.id {BARRED}) IS NULL
    """


def is_wanted(audience_kind: str) -> RawSQL:
    """Of deliveries: whether the subscriber still wants such editions, and the address may get mail."""
    return RawSQL(still_wanted(audience_kind), [], BooleanField())  # noqa: S611  names of tables and states, nothing from outside


def why_unwanted() -> RawSQL:
    """Of deliveries that are not wanted: what is said of them."""
    return RawSQL(WHY_UNWANTED, [], CharField())  # noqa: S611  names of tables and states, nothing from outside
