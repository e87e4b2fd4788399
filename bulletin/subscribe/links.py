"""The links in mails: for leaving, signed and not stored; for all else, random and stored as a hash."""

from __future__ import annotations

import hmac
import re
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from bulletin.models import Subscriber, SubscriberLink
from cms.mail.addresses import keyed

# In place of a token: the mail was a test, and nobody is behind its link.
TEST = "test"
SIGNATURE = 32  # hexadecimal digits, 128 bits
RANDOM = 43  # letters and digits, 256 bits
_LEAVING = re.compile(rf"([0-9a-f]{{64}})-(\d{{1,12}})-([0-9a-f]{{{SIGNATURE}}})")


class UnknownLink(Exception):
    """This was never a link of ours, or part of it is missing."""


class EndedLink(Exception):
    """It was one, and its seven days are over, or it was used."""

    def __init__(self, link: SubscriberLink) -> None:
        super().__init__(str(link))
        self.link = link


class Leaving(NamedTuple):
    """Whose link for leaving it is, and the number of the sending whose mail it stood in, or None."""

    address_key: str
    sending_id: int | None


def unsubscribe_url(address_key: str, sending_id: int = 0) -> str:
    """The whole address of the page for leaving. It never ends, and nothing is stored for it."""
    signed = f"{address_key}-{sending_id}"
    return _whole("bulletin:unsubscribe", f"{signed}-{_signature(signed)}")


def unsubscribe_url_of_a_test() -> str:
    """For a mail that only shows an edition: the page says that nobody leaves."""
    return _whole("bulletin:unsubscribe", TEST)


def leaving_behind(token: str) -> Leaving:
    """Raises UnknownLink for what this site has not signed."""
    parts = _LEAVING.fullmatch(token.lower())
    if parts is None:
        raise UnknownLink
    address_key, sending_id, signature = parts.groups()
    if not hmac.compare_digest(signature, _signature(f"{address_key}-{sending_id}")):
        raise UnknownLink
    return Leaving(address_key, int(sending_id) or None)


def new_link(subscriber: Subscriber, purpose: str, new_email: str = "") -> str:
    """The whole address of a fresh link of this purpose; of its token only the hash is kept."""
    token = get_random_string(RANDOM)
    now = timezone.now()
    SubscriberLink.objects.create(
        subscriber=subscriber,
        purpose=purpose,
        token_hash=hash_of(token),
        new_email=new_email,
        made_at=now,
        expires_at=now + settings.MAILED_LINK_HOLDS,
    )
    return _whole(_PAGES[purpose], token)


def link_behind(token: str, purpose: str) -> SubscriberLink:
    """The link of this token if it has this purpose and still holds; else UnknownLink or EndedLink."""
    links = SubscriberLink.objects.select_related("subscriber")
    link = links.filter(token_hash=hash_of(token), purpose=purpose).first()
    if link is None:
        raise UnknownLink
    if link.used_at or link.expires_at <= timezone.now():
        raise EndedLink(link)
    return link


def hash_of(token: str) -> str:
    return keyed("mailed link", token)


def _signature(text: str) -> str:
    return keyed("leaving", text)[:SIGNATURE]


def _whole(name: str, token: str) -> str:
    return settings.SITE_URL + reverse(name, args=[token])


_PAGES = {
    SubscriberLink.Purpose.CONFIRM: "bulletin:confirm",
    SubscriberLink.Purpose.PREFERENCES: "bulletin:own_preferences",
    SubscriberLink.Purpose.CHANGE_ADDRESS: "bulletin:confirm_address",
}
