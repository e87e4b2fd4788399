"""The updates as an Atom feed."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

if TYPE_CHECKING:
    from resources.models import UpdateIndexPage, UpdatePage

LENGTH = 20


class UpdateFeed(Feed):
    """The newest updates below one index page."""

    feed_type = Atom1Feed

    def __init__(self, index: UpdateIndexPage) -> None:
        self.index = index
        self.title = f"{index.title}: Employability in Scotland"
        self.subtitle = index.summary
        self.link = index.get_full_url()
        self.feed_url = f"{self.link}feed/"

    def items(self) -> list[UpdatePage]:
        return list(self.index.updates[:LENGTH])

    def item_title(self, item: UpdatePage) -> str:
        return item.title

    def item_description(self, item: UpdatePage) -> str:
        return item.summary

    def item_link(self, item: UpdatePage) -> str:
        return item.get_full_url()

    def item_pubdate(self, item: UpdatePage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time(12)))

    def item_updateddate(self, item: UpdatePage) -> datetime:
        return item.last_published_at or self.item_pubdate(item)
