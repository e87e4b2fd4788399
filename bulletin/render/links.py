"""Where the links of a mail lead: always in full, and never with anything that follows its readers."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from bulletin.render.typed import PAIR

# What newsletters and search engines add to an address to follow who came from where.
FOLLOWING = re.compile(r"(?:utm_\w+|mc_cid|mc_eid|fbclid|gclid|msclkid)(?:=|$)", re.IGNORECASE)
NEVER_IN_LINK = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def absolute(address: str) -> str:
    """An address of this site or another, in full; "" stays ""."""
    if not address:
        return ""
    address = NEVER_IN_LINK.sub("", urljoin(f"{settings.SITE_URL}/", address))
    return PAIR.sub("%25", without_following(address))


def without_following(address: str) -> str:
    parts = urlsplit(address)
    if not parts.query:
        return address
    kept = [pair for pair in parts.query.split("&") if not FOLLOWING.match(pair)]
    if len(kept) == len(parts.query.split("&")):
        return address
    return urlunsplit(parts._replace(query="&".join(kept)))


def web_url(edition: Page) -> str:
    """The edition as a page of the site."""
    return absolute(edition.url or "/bulletin/")


def archive_url(edition: Page) -> str:
    archive = edition.get_parent() if edition.depth else None
    return absolute((archive.url if archive else "") or "/bulletin/")


def preferences_url() -> str:
    """The page where one asks for a link to one's own preferences."""
    return absolute(reverse("bulletin:preferences"))
