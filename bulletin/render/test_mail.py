"""An edition mailed to a few people who look it over: it counts for nothing and nobody can leave by it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
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
WAITS = 15.0  # seconds that a person waits for the relay


class NotSent(Exception):
    """Some or all were not sent; the words say why, and to whom it went all the same."""


def send_test(edition: EditionPage, addresses: list[str], by: AbstractUser) -> None:
    """Sends the newest draft to each address. Raises CannotRender or NotSent.

    No row of a subscriber, a sending or a delivery is read or written. The log says how many, not to whom.
    """
    if len(addresses) > left_this_hour(by):
        raise NotSent(_("You can send at most %(most)d tests an hour.") % {"most": MOST_AN_HOUR})
    frozen = freeze(edition.get_latest_revision_as_object(), is_test=True)
    post = _Post(frozen, addresses)
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="test-send")
    try:
        pool.submit(post.go).result(timeout=WAITS)
    except (RelayAway, Refused, Unknown, TimeoutError) as failure:
        raise NotSent(" ".join([_words(failure), *_sent_so_far(post.sent)])) from None
    finally:
        post.is_given_up = True
        pool.shutdown(wait=False)
        if post.sent:
            log(edition, SENT, user=by, data={"number": len(post.sent)})


class _Post:
    """Goes to one address after the other, beside the request: a relay may take minutes to say nothing."""

    def __init__(self, frozen: Frozen, addresses: list[str]) -> None:
        self.frozen, self.addresses = frozen, addresses
        self.sent: list[str] = []
        self.is_given_up = False

    def go(self) -> None:
        with open_connection() as relay:
            for address in self.addresses:
                if self.is_given_up:
                    return
                _send(relay, self.frozen, address)
                self.sent.append(address)


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


def _words(failure: RelayAway | Refused | Unknown | TimeoutError) -> str:
    if isinstance(failure, Refused):
        return _("The mail relay refused it: %(words)s") % {"words": failure.reply.text}
    if isinstance(failure, Unknown | TimeoutError):
        return _("The mail relay did not answer in the end, so the mail may or may not arrive.")
    return _("The mail relay cannot be reached. Try again later.")


def _sent_so_far(sent: list[str]) -> list[str]:
    return [_("It was sent to %(addresses)s.") % {"addresses": ", ".join(sent)}] if sent else []
