"""The links of an edition: their words, and whether there is something where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _

from bulletin.compose.checks.places import PlacedItem, field_place
from bulletin.compose.checks.problem import Place, Problem, problem
from cms.blocks.addresses import has_allowed_scheme, safe_address
from cms.blocks.targets import Targets, readable_page

if TYPE_CHECKING:
    from bulletin.models import EditionPage

# Alone, none of these tells somebody who hears or scans links where one leads.
SAY_NOTHING = {
    "click", "click here", "continue reading", "details", "document", "download", "find out more",
    "follow this link", "full details", "here", "info", "learn more", "link", "more", "more details",
    "more info", "more information", "page", "pdf", "read", "read here", "read more", "read on",
    "see here", "see more", "site", "this", "this link", "this page", "view", "view here", "view more",
    "visit", "web page", "webpage", "website", "www",
}  # fmt: skip
BARE_ADDRESS = re.compile(
    r"\S+://|www\.|\S+@\S+\.\S+$|[\w.-]+\.(?:com|gov|net|org|scot|uk)(?:/\S*)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Link:
    """One link: a page or a document by its key, or an address as it was typed. Without `words` of its own
    (None) the title of the item is the link."""

    place: Place
    words: str | None
    page: int | None = None
    document: int | None = None
    address: str = ""
    is_web: bool = False  # only a web address is meant


def links_of(edition: EditionPage, items: Iterable[PlacedItem]) -> Iterator[Link]:
    yield from _links_in(edition.introduction, field_place(edition, "introduction"))
    for item in items:
        if item.kind == "free_text":
            yield from _links_in(item.value["text"].source, item.place)
            continue
        words = item.value["link_words"] or None
        if item.stored.get("page"):
            yield Link(item.place, words, page=item.stored["page"])
        elif item.value["address"]:
            yield Link(item.place, words, address=item.value["address"], is_web=True)


def _links_in(html: str, place: Place) -> Iterator[Link]:
    if "<a" not in (html or ""):
        return
    for tag in BeautifulSoup(html, "html.parser").find_all("a"):
        words = " ".join(tag.get_text().split())
        key = int(tag["id"]) if str(tag.get("id", "")).isdecimal() else 0
        if tag.get("linktype") == "page":
            yield Link(place, words, page=key)
        elif tag.get("linktype") == "document":
            yield Link(place, words, document=key)
        else:
            yield Link(place, words, address=tag.get("href", ""))


def words_of_links(links: Iterable[Link]) -> Iterator[Problem]:
    for link in links:
        if link.words is None:
            continue
        plain = re.sub(r"[\W_]+", " ", link.words.casefold()).strip()
        if not plain:
            yield problem(link.place, _("A link has no words."))
        elif plain in SAY_NOTHING:
            message = _("The link words “%(words)s” do not say where the link leads.")
            yield problem(link.place, message % {"words": link.words})
        elif BARE_ADDRESS.match(link.words) and not link.address.startswith(("mailto:", "tel:")):
            message = _("The link words “%(words)s” are an address. Say in words where the link leads.")
            yield problem(link.place, message % {"words": link.words})


def targets_of_links(links: Iterable[Link], targets: Targets, own_hosts: set[str]) -> Iterator[Problem]:
    for link in links:
        if link.page is not None:
            yield from _page_problems(link, targets)
        elif link.document is not None:
            if link.document not in targets.documents:
                yield problem(link.place, _("The document that a link leads to was deleted."))
        else:
            yield from _address_problems(link, own_hosts)


def _page_problems(link: Link, targets: Targets) -> Iterator[Problem]:
    page = targets.pages.get(link.page)
    if page is None:
        yield problem(link.place, _("The page that was chosen has been deleted. Choose another, or none."))
    elif readable_page(page) is None:
        message = _("The page “%(title)s” is not published, or not for everybody.")
        yield problem(link.place, message % {"title": page.title})


def _address_problems(link: Link, own_hosts: set[str]) -> Iterator[Problem]:
    if link.address.startswith(("#", "/")) or not link.address:
        yield problem(link.place, _("A link in a mail needs a full address, or a page of this site."))
        return
    if not (safe_address(link.address, web_only=True) if link.is_web else has_allowed_scheme(link.address)):
        message = _("Nobody can be led to “%(address)s”. Enter a full address that starts with https://.")
        yield problem(link.place, message % {"address": link.address})
    elif _host(link.address) in own_hosts:
        message = _("“%(address)s” is a page of this site: choose the page, so that the link stays right.")
        yield problem(link.place, message % {"address": link.address}, is_blocking=False)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
