"""The site's own mails about the bulletin: made when they are handed over, they say how it is then."""

from __future__ import annotations

import re
from functools import partial
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Site

from bulletin.models import Delivery, Subscriber, SubscriberLink, Suppression
from bulletin.subscribe import ask
from bulletin.subscribe.confirm import remember_request
from bulletin.subscribe.latest import latest_edition
from bulletin.subscribe.links import new_link, unsubscribe_url
from cms.mail import purposes
from cms.mail.addresses import key_of
from cms.mail.models import OutboxMail
from cms.mail.purposes import Maker, Words
from cms.pages.models import SiteSettings

State = Subscriber.State
Purpose = SubscriberLink.Purpose


def register() -> None:
    """All of them, when the site starts."""
    for purpose, words in (
        (ask.SIGN_UP, sign_up),
        (ask.PREFERENCES, preferences),
        (ask.NEW_ADDRESS, new_address),
        (ask.WELCOME, welcome),
        (ask.MOVED, moved),
    ):
        purposes.register(purpose, partial(_in_its_language, words))


def _in_its_language(words: Maker, mail: OutboxMail) -> Words | None:
    """In that of the page on which it was asked for."""
    with override(mail.reference.get("language", settings.LANGUAGE_CODE)):
        return words(mail)


def sign_up(mail: OutboxMail) -> Words:
    """To whoever was entered on the sign-up form: a link to confirm, or that the bulletin comes already."""
    subscriber = remember_request(mail)
    if subscriber.state == State.ACTIVE:
        return _words(
            _("You already get the bulletin"),
            "already",
            subscriber=subscriber,
            link=new_link(subscriber, Purpose.PREFERENCES),
        )
    return _to_confirm(subscriber)


def preferences(mail: OutboxMail) -> Words:
    """A link to the preferences, to what is missing before there are any, or that nothing is held."""
    people = Subscriber.objects.select_for_update()
    subscriber = people.filter(address_key=mail.address_key).first()
    if subscriber is None:
        return _words(
            _("This address is not subscribed"), "not_subscribed", is_only_a_code=_is_only_a_code(mail)
        )
    if subscriber.state == State.WAITING:
        return _to_confirm(subscriber)
    link = new_link(subscriber, Purpose.PREFERENCES)
    return _words(_("Your preferences for the bulletin"), "preferences", subscriber=subscriber, link=link)


def new_address(mail: OutboxMail) -> Words | None:
    """To the new address: a link to confirm it, or why nothing has to be done."""
    people = Subscriber.objects.active().select_for_update()
    subscriber = people.filter(pk=mail.reference["subscriber"]).first()
    if subscriber is None:
        return None
    if Subscriber.objects.active().filter(address_key=mail.address_key).exists():
        return _words(_("This address already gets the bulletin"), "address_already")
    link = new_link(subscriber, Purpose.CHANGE_ADDRESS, mail.address)
    return _words(_("Confirm your new address"), "new_address", link=link)


def welcome(mail: OutboxMail) -> Words | None:
    """The first mail after the confirmation leads to the latest edition."""
    subscriber = Subscriber.objects.active().filter(pk=mail.reference["subscriber"]).first()
    if subscriber is None:
        return None
    leaving = unsubscribe_url(subscriber.address_key)
    return _words(
        _("You are subscribed to the bulletin"),
        "welcome",
        headers={
            "List-Unsubscribe": f"<{leaving}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
        subscriber=subscriber,
        edition=latest_edition(),
        leaving_url=leaving,
    )


def moved(mail: OutboxMail) -> Words | None:
    """To the old address. It does not name the new one: the reader may be somebody else by now."""
    subscriber = Subscriber.objects.filter(pk=mail.reference["subscriber"]).first()
    if subscriber is not None and subscriber.address_key == key_of(mail.address):
        return None
    return _words(_("The bulletin goes to another address now"), "moved")


def _is_only_a_code(mail: OutboxMail) -> bool:
    """Whether the address is suppressed and stands nowhere any more."""
    own = {"address_key": mail.address_key}
    is_written = Delivery.objects.filter(**own).exclude(address="").exists()
    return not is_written and Suppression.objects.filter(**own).exists()


def _to_confirm(subscriber: Subscriber) -> Words:
    return _words(
        _("Confirm that you want the bulletin"),
        "confirm",
        subscriber=subscriber,
        link=new_link(subscriber, Purpose.CONFIRM),
        suppression=Suppression.objects.filter(address_key=subscriber.address_key).first(),
    )


def _in_full(address: str) -> str:
    return urljoin(settings.SITE_URL, address) if address else ""


def _words(subject: str, name: str, headers: dict[str, str] | None = None, **context: Any) -> Words:
    """Of a text template in templates/bulletin/mail/."""
    details = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    text = render_to_string(
        f"bulletin/mail/{name}.txt",
        {
            **context,
            "days": settings.MAILED_LINK_HOLDS.days,
            "sign_up_url": settings.SITE_URL + reverse("bulletin:subscribe"),
            "preferences_url": settings.SITE_URL + reverse("bulletin:preferences"),
            "privacy_url": _in_full(details.foot_address("privacy")),
            "contact_url": _in_full(details.foot_address("contact")),
            "site": details.in_words("title")[0],
            "site_url": settings.SITE_URL + reverse("wagtail_serve", args=[""]).rstrip("/"),
        },
    )
    # What a template leaves out leaves its line ends.
    tidy = re.sub(r"\n{3,}", "\n\n", text).strip()
    return Words(subject=subject, text=f"{tidy}\n", headers=headers or {})
