"""The editions as an Atom feed that holds them in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from django.contrib.syndication.views import Feed
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

from bulletin.archive.edition import words_of
from bulletin.render.links import absolute
from cms.blocks.documents import file_facts
from cms.blocks.targets import gathered
from cms.page_cache.generation import kept
from cms.pages.models import SiteSettings

if TYPE_CHECKING:
    from bulletin.models import BulletinPage, EditionPage

LENGTH = 12
# No XML may hold these, and words pasted from elsewhere sometimes do.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ADDRESSES = ("href", "src")
KEPT_ATTRIBUTES = {*ADDRESSES, "alt", "width", "height", "lang"}
# Words for those who do not see the page, and marks of the day on which it is read.
LEFT_OUT = ".visually-hidden, .es_item__passed"


class FullTextFeed(Atom1Feed):
    """Atom with the whole of each entry beside its summary."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


class EditionFeed(Feed):
    """The newest editions below one archive. Identifiers stay, also where the archive moves."""

    feed_type = FullTextFeed

    def __init__(self, archive: BulletinPage) -> None:
        self.archive = archive
        self.author_name = SiteSettings.for_site(archive.get_site()).title
        self.author_link = absolute("/")
        self.title = f"{archive.title}: {self.author_name}"
        self.subtitle = archive.summary
        self.link = archive.get_full_url()
        self.feed_url = f"{self.link}{archive.reverse_subpage('feed')}"
        self.feed_guid = f"urn:uuid:{archive.translation_key}"

    def items(self) -> list[EditionPage]:
        editions, self.contents = kept(("bulletin feed", self.archive.pk), self._newest)
        return editions

    def _newest(self) -> tuple[list[EditionPage], dict[int, str]]:
        editions = list(self.archive.editions.defer(None).select_related("original_file")[:LENGTH])
        return editions, contents_of(editions)

    def item_title(self, item: EditionPage) -> str:
        return ILLEGAL.sub("", item.title_in_full)

    def item_description(self, item: EditionPage) -> str:
        return ILLEGAL.sub("", item.summary)

    def item_link(self, item: EditionPage) -> str:
        return item.get_full_url()

    def item_guid(self, item: EditionPage) -> str:
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: EditionPage) -> datetime:
        return item.first_published_at

    def item_updateddate(self, item: EditionPage) -> datetime:
        return item.last_published_at

    def item_extra_kwargs(self, item: EditionPage) -> dict[str, Any]:
        return {"content": self.contents[item.pk]}


def contents_of(editions: Sequence[EditionPage]) -> dict[int, str]:
    """The words of each edition as plain HTML; what they point at is fetched together."""
    values = [
        value for edition in editions for value in (edition.sections, edition.related, edition.introduction)
    ]
    with gathered(*values):
        return {edition.pk: for_readers_elsewhere(_content(edition)) for edition in editions}


def _content(edition: EditionPage) -> str:
    file = edition.original_file
    context = {
        "page": edition,
        "words": words_of(edition),
        "original": (file, file_facts(file)) if file else None,
    }
    return render_to_string("bulletin/archive/edition_words.html", context)


def for_readers_elsewhere(html: str) -> str:
    """Addresses in full, and nothing that only means something on a page of this site."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(LEFT_OUT):
        element.decompose()
    for element in soup.find_all(True):
        kept_ones = {name: value for name, value in element.attrs.items() if name in KEPT_ATTRIBUTES}
        for name in ADDRESSES:
            if str(kept_ones.get(name, "")).startswith("/"):
                kept_ones[name] = absolute(kept_ones[name])
        element.attrs = kept_ones
        if element.name in ("div", "section"):
            element.unwrap()
    return ILLEGAL.sub("", "\n".join(line for line in str(soup).splitlines() if line.strip()))
