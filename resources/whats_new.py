"""What is new among the resources, for those who tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from cms.blocks.targets import readable_page
from cms.pages.whats_new import News, NewsKind, news_of_pages
from resources.handbook.markup import plain_text
from resources.models import ChapterPage, HandbookPage, Milestone, ProductPage, PublicationPage, UpdatePage


def new_updates(after: datetime, until: datetime) -> Iterator[News]:
    return news_of_pages(NewsKind.UPDATE, UpdatePage.objects.defer("body", "signatories"), after, until)


def new_publications(after: datetime, until: datetime) -> Iterator[News]:
    """A note on a chapter is news of its publication."""
    publications = PublicationPage.objects.defer("body", "attachments", "earlier_updates")
    return news_of_pages(NewsKind.PUBLICATION, publications, after, until, chapters=ChapterPage.objects.all())


def new_products(after: datetime, until: datetime) -> Iterator[News]:
    return news_of_pages(NewsKind.PRODUCT, ProductPage.objects.defer("links", "relations"), after, until)


def new_milestones(after: datetime, until: datetime) -> Iterator[News]:
    """Those that came out. They have no public notes, so a corrected one is no news."""
    milestones = Milestone.objects.live().select_related("belongs_to")
    span = {"first_published_at__gt": after, "first_published_at__lte": until}
    found = list(milestones.filter(locale__language_code=settings.LANGUAGE_CODE, **span))
    if not found:
        return
    handbooks = HandbookPage.objects.live().public().filter(locale__language_code=settings.LANGUAGE_CODE)
    handbook = handbooks.order_by("path").first()
    for milestone in found:
        words = " ".join(plain_text(milestone.text).split())
        yield News(
            key=f"milestone:{milestone.pk}",
            kind=NewsKind.MILESTONE,
            moment=milestone.first_published_at,
            title=milestone.title,
            summary=f"{milestone.date}. {words}".strip(),
            page=readable_page(milestone.belongs_to) or handbook,
        )


PROVIDERS = (new_updates, new_publications, new_products, new_milestones)
