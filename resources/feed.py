"""The updates as an Atom feed."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from cms.languages.marks import foreign_language
from cms.languages.original import in_language

if TYPE_CHECKING:
    from resources.models import UpdateIndexPage, UpdatePage

LENGTH = 20


class FeedInLanguages(Atom1Feed):
    """Says of an entry in another language than the feed which one it is."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        language = {"xml:lang": item["words_in"]} if item["words_in"] else {}
        return {**super().item_attributes(item), **language}


class UpdateFeed(Feed):
    """The newest updates below one index page."""

    feed_type = FeedInLanguages

    def __init__(self, index: UpdateIndexPage) -> None:
        self.index = index
        self.title = f"{index.title}: {_('Employability in Scotland')}"
        self.subtitle = index.summary
        self.link = index.get_full_url()
        self.feed_url = f"{self.link}feed/"

    def items(self) -> list[UpdatePage]:
        return in_language(self.index.updates[:LENGTH], self.index.locale_id)

    def item_extra_kwargs(self, item: UpdatePage) -> dict[str, Any]:
        return {"words_in": foreign_language(item)}

    def item_title(self, item: UpdatePage) -> str:
        return f"{item.title} ({_('in English')})" if foreign_language(item) else item.title

    def item_description(self, item: UpdatePage) -> str:
        return item.summary

    def item_link(self, item: UpdatePage) -> str:
        return item.get_full_url()

    def item_pubdate(self, item: UpdatePage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time(12)))

    def item_updateddate(self, item: UpdatePage) -> datetime:
        return item.last_published_at or self.item_pubdate(item)
