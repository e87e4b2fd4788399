"""Who gets a sending: one row a recipient, for the whole audience in one transaction."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import (
    BooleanField,
    CharField,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    Value,
)
from django.db.models.functions import Cast, Concat, Now
from django.utils.translation import gettext as _

from bulletin.models import Delivery, Sending, Subscriber, Suppression
from bulletin.models.subscriber import SubscriberQuerySet
from bulletin.send import log_actions
from bulletin.send.states import fresh_start, stop, waiting_of
from cms.page_cache.generation import advance

log = logging.getLogger(__name__)

State = Delivery.State
REACHED = Delivery.REACHED


class DraftIsGone(Exception):
    """What was approved cannot be published any more."""

    def __str__(self) -> str:
        return _("The draft that was approved is no longer kept. Cancel the sending and queue it again.")


def start(sending_id: int) -> bool:
    """Make the audience and publish the edition. Of all workers one does it, as a whole or not at all."""
    try:
        with transaction.atomic():
            return _start(sending_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        # Without its page the mailed link would lead nowhere.
        log.exception("The edition of sending %s could not be published", sending_id)
        words = str(error) if isinstance(error, DraftIsGone) else type(error).__name__
        stop(sending_id, Sending.Pause.PAGE, words)
        return False


def _start(sending_id: int) -> bool:
    queued = Sending.objects.filter(pk=sending_id, state=Sending.State.QUEUED, send_at__lte=Now())
    # What an earlier sending has in flight is settled within a lease: then it is known who has the mail.
    earlier = Sending.objects.filter(edition__sendings=sending_id).exclude(pk=sending_id).values("pk")
    if waiting_of(sending__in=earlier).exists():
        return False
    if not queued.update(state=Sending.State.SENDING, started_at=Now(), **fresh_start()):
        return False
    advance()  # an update of rows tells nobody, and the page says when it was sent
    sending = Sending.objects.select_related("edition", "revision").get(pk=sending_id)
    publish(sending)
    make_rows(sending, audience_of(sending))
    log_actions.note(sending, log_actions.STARTED, audience=sending.audience)
    return True


def publish(sending: Sending) -> None:
    """The edition as it was frozen, unless its readers see that or something newer already.

    Raises DraftIsGone: its page would say something else than the mail, or not answer.
    """
    edition, frozen = sending.edition, sending.revision
    if frozen is None:
        raise DraftIsGone
    live = edition.live_revision
    if edition.live and live is not None and live.created_at >= frozen.created_at:
        return
    frozen.publish(user=sending.queued_by, skip_permission_checks=True)


def audience_of(sending: Sending) -> SubscriberQuerySet:
    """Without those who are suppressed, and those whom an earlier sending of the edition may have reached."""
    if sending.same_audience_as:
        corrected = Delivery.objects.filter(
            sending__edition=sending.same_audience_as.edition_id, state__in=REACHED
        )
        people = Subscriber.objects.active().filter(Exists(corrected.filter(subscriber=OuterRef("pk"))))
    else:
        people = Subscriber.objects.wanting(sending.audience_kind)
    suppressed = Suppression.objects.filter(address_key=OuterRef("address_key"))
    reached = Delivery.objects.filter(
        Q(subscriber=OuterRef("pk")) | Q(address_key=OuterRef("address_key")),
        sending__edition=sending.edition_id,
        state__in=REACHED,
    )
    return people.filter(~Exists(suppressed), ~Exists(reached))


def make_rows(sending: Sending, people: SubscriberQuerySet) -> None:
    """One statement in the database, however many they are; a row that is there already stays."""
    host = urlsplit(settings.SITE_URL).hostname
    text = CharField()
    row = {
        "sending": Value(sending.pk, IntegerField()),
        "subscriber": F("pk"),
        "address": F("email"),
        "address_key": F("address_key"),
        "state": Value(State.PENDING, text),
        "message_id": Concat(
            Value("<"), _random(), Value(f".{sending.pk}."), Cast("pk", text), Value(f"@{host}>")
        ),
        "claim": Value("", text),
        "not_before": Now(),
        "attempts": Value(0, IntegerField()),
        "put_back": Value(0, IntegerField()),
        "reply_text": Value("", text),
        "was_uncertain": Value(False, BooleanField()),
        "skip_reason": Value("", text),
    }
    named = {f"new_{name}": value for name, value in row.items()}
    chosen = people.order_by("pk").annotate(**named).values_list(*named)
    select, parameters = chosen.query.sql_with_params()
    if connection.vendor == "postgresql":
        # Nobody whose row is made here may be erased before it is committed.
        select = f"{select} FOR KEY SHARE OF {Subscriber._meta.db_table}"
    columns = ", ".join(Delivery._meta.get_field(name).column for name in row)
    statement = f"INSERT INTO {Delivery._meta.db_table} ({columns}) {select} ON CONFLICT DO NOTHING"
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
    sending.audience = sending.deliveries.count()
    sending.save(update_fields=["audience"])


def _random() -> Func:
    """Another one in each row: a mail that comes back is believed because nobody can guess its name."""
    made = {"sqlite": "lower(hex(randomblob(12)))", "postgresql": "replace(gen_random_uuid()::text, '-', '')"}
    return Func(template=made[connection.vendor], output_field=CharField())
