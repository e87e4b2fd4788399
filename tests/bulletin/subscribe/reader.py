"""A person with a mailbox and a browser that has never been here."""

from __future__ import annotations

import re
import time
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.core import mail
from django.core.signing import TimestampSigner, b62_encode
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bulletin.models import Subscriber
from bulletin.subscribe.stamp import TRAP
from cms.mail.addresses import key_of
from cms.mail.hand_over import hand_over

SIGN_UP = "/bulletin/subscribe/"
CHECK_MAIL = "/bulletin/subscribe/check-your-mail/"
PREFERENCES = "/bulletin-mail/preferences/"


class SignedEarlier(TimestampSigner):
    """As the site signs, some seconds ago."""

    def __init__(self, seconds: float) -> None:
        super().__init__(salt="bulletin.stamp")
        self.seconds = seconds

    def timestamp(self) -> str:
        return b62_encode(int(time.time() - self.seconds))


def stamp(seconds: float = 20, source: str = "/handbook/") -> str:
    return SignedEarlier(seconds).sign(source)


class Reader:
    """What they do on the site and find in their mailbox. The server's own checks of tokens are on."""

    def __init__(self, address: str = "ann@council.example") -> None:
        self.address = address
        self.client = Client(enforce_csrf_checks=True)

    def signs_up(self, *editions: str, **fields: object) -> HttpResponse:
        chosen = editions or ("monthly", "specials")
        sent = {"email": self.address, "editions": chosen, "stamp": stamp(), TRAP: "", **fields}
        return self.client.post(SIGN_UP, sent)

    def asks_for_preferences(self) -> HttpResponse:
        return self.client.post(PREFERENCES, {"email": self.address, "stamp": stamp()})

    def mails(self, address: str = "") -> list[mail.EmailMessage]:
        """All that have come, oldest first."""
        hand_over()
        return [one for one in mail.outbox if one.to == [address or self.address]]

    def link(self, name: str, address: str = "") -> str:
        """The path of the newest mailed link to a page by its name."""
        start = reverse(f"bulletin:{name}", args=["x"])[:-2]
        texts = [one.body for one in self.mails(address)]
        found = [link for text in texts for link in links_in(text) if link.startswith(start)]
        assert found, f"no link to {name} in {len(texts)} mails"
        return found[-1]

    def confirms(self) -> HttpResponse:
        return self.client.post(self.link("confirm"))

    def is_subscribed_now(self) -> Subscriber:
        self.signs_up()
        self.confirms()
        return self.row()

    def row(self) -> Subscriber:
        return Subscriber.objects.get(address_key=key_of(self.address))

    def has_a_row(self) -> bool:
        return Subscriber.objects.filter(address_key=key_of(self.address)).exists()


def links_in(text: str) -> list[str]:
    """The paths of the site's own links, in order."""
    found = re.findall(r"https?://[^\s<>\"]+", text)
    return [urlsplit(link).path for link in found]


def words(response: HttpResponse) -> str:
    html = BeautifulSoup(response.content, "html.parser")
    return " ".join(html.select_one("main").get_text(" ").split())
