"""An edition mailed to a few people who look it over: it counts for nothing and nobody can leave by it."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime, make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from bulletin.models import EditionPage
from bulletin.render.message import Frozen, Recipient, finished, freeze
from bulletin.subscribe.links import unsubscribe_url_of_a_test
from cms.mail.connection import Connection, Refused, RelayAway, Unknown, open_connection

SENT = "bulletin.test_send"
MOST_AN_HOUR = 20


class NotSent(Exception):
    """Some or all were not sent; the words say why, and to whom it went all the same."""


def send_test(edition: EditionPage, addresses: list[str], by: AbstractUser) -> None:
    """Sends the newest draft to each address. Raises CannotRender or NotSent.

    No row of a subscriber, a sending or a delivery is read or written. The log says how many, not to whom.
    """
    if len(addresses) > left_this_hour(by):
        raise NotSent(_("You can send at most %(most)d tests an hour.") % {"most": MOST_AN_HOUR})
    frozen = freeze(edition.get_latest_revision_as_object(), is_test=True)
    sent: list[str] = []
    try:
        with open_connection() as relay:
            for address in addresses:
                _send(relay, frozen, address)
                sent.append(address)
    except (RelayAway, Refused, Unknown) as failure:
        raise NotSent(" ".join([_words(failure), *_sent_so_far(sent)])) from None
    finally:
        if sent:
            log(edition, SENT, user=by, data={"number": len(sent)})


def left_this_hour(by: AbstractUser) -> int:
    since = timezone.now() - timedelta(hours=1)
    entries = PageLogEntry.objects.filter(action=SENT, user=by, timestamp__gt=since)
    return max(0, MOST_AN_HOUR - sum(entry.data["number"] for entry in entries))


def _send(relay: Connection, frozen: Frozen, address: str) -> None:
    recipient = Recipient(
        address=address,
        address_key="",
        message_id=make_msgid(domain=urlsplit(settings.SITE_URL).hostname),
        unsubscribe_url=unsubscribe_url_of_a_test(),
        date=format_datetime(timezone.now()),
    )
    relay.begin(frozen.sender, address)
    relay.write(finished(frozen.message, recipient))
    relay.finish()


def _words(failure: RelayAway | Refused | Unknown) -> str:
    if isinstance(failure, Refused):
        return _("The mail relay refused it: %(words)s") % {"words": failure.reply.text}
    if isinstance(failure, Unknown):
        return _("The mail relay did not answer in the end, so the mail may or may not arrive.")
    return _("The mail relay cannot be reached. Try again later.")


def _sent_so_far(sent: list[str]) -> list[str]:
    return [_("It was sent to %(addresses)s.") % {"addresses": ", ".join(sent)}] if sent else []
