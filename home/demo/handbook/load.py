"""Loads the handbook as it stood at its first edition, publishes that, then brings it up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from wagtail.fields import StreamField
from wagtail.models import Locale, ModelLogEntry, Page

from cms.pages.models import SitePage
from home.demo.demo_page import DemoPage, PageAt, To
from home.demo.handbook import editions, front, local_and_data_products, products
from home.demo.handbook.further_resources import FURTHER_RESOURCES, GROUPS
from home.demo.handbook.milestones import MILESTONES
from home.demo.history import at_ten, publish_changes
from home.demo.identity import key_of
from home.demo.library import Library
from resources.handbook.editions.publish import PublicationStopped, publish_edition
from resources.models import FurtherResource, HandbookPage, Milestone, ResourceGroup

ALL_PAGES = [*front.PAGES, *products.PAGES, *local_and_data_products.PAGES]


def _by_address(fields: Mapping[str, editions.Fields]) -> dict[str, editions.Fields]:
    return {f"{front.PRODUCTS}{slug}/": changed for slug, changed in fields.items()}


BEFORE_SECOND = {front.HANDBOOK: editions.EARLIER_FRONT, **_by_address(editions.EARLIER)}
BEFORE_NOW = _by_address(editions.BEFORE_NOW)


def _as_it_was(page: DemoPage) -> DemoPage:
    earlier = BEFORE_SECOND.get(page.address, {}) | BEFORE_NOW.get(page.address, {})
    fields = {**page.fields, **earlier}
    return replace(page, fields=fields, changes=(), updated=None)


def _nothing(page: SitePage, name: str) -> Any:
    field = page._meta.get_field(name)
    return [] if isinstance(field, StreamField) else field.get_default()


EARLIER_PAGES = {page.address: _as_it_was(page) for page in ALL_PAGES}


class HandbookLoading:
    """The pages are there already, as they were at the first edition."""

    def __init__(self, library: Library, say: Callable[[str], None]) -> None:
        self.library = library
        self.say = say
        self.locale = Locale.get_default()
        self.made: Counter[str] = Counter()

    def run(self) -> Counter[str]:
        page = HandbookPage.objects.get(pk=self.library.pages[front.HANDBOOK])
        self._load_milestones()
        self._load_further_resources()
        try:
            self._publish(page, editions.FIRST)
            self._bring_pages_up_to_date(BEFORE_SECOND)
            self._bring_records_up_to_date()
            page = HandbookPage.objects.get(pk=page.pk)
            self._publish(page, editions.SECOND)
        except PublicationStopped as reason:
            self.say(f"The handbook has no editions: {reason}")
            self._bring_pages_up_to_date(BEFORE_SECOND)
            self._bring_records_up_to_date()
        else:
            self.say("The handbook has two editions.")
        self._bring_pages_up_to_date(BEFORE_NOW)
        return self.made

    def _load_milestones(self) -> None:
        for place, demo in enumerate(MILESTONES):
            if demo.name not in editions.NOT_YET_MILESTONES:
                self._milestone(place, demo, editions.EARLIER_MILESTONES.get(demo.name, {}))

    def _milestone(self, place: int, demo: Any, earlier: editions.Fields) -> None:
        fields = {
            "date": demo.date,
            "title": demo.title,
            "text": demo.text,
            "note_mark": demo.note_mark,
            "link": [{"type": "link", "value": To(demo.link)}] if demo.link else [],
            "belongs_to": PageAt(demo.belongs_to) if demo.belongs_to else None,
            "sort_order": place,
        }
        self._save(Milestone, demo.key, {**fields, **earlier})

    def _load_further_resources(self) -> None:
        for place, name in enumerate(GROUPS):
            if not ResourceGroup.objects.filter(name=name, locale=self.locale).exists():
                ResourceGroup.objects.create(name=name, sort_order=place, locale=self.locale)
        for place, demo in enumerate(FURTHER_RESOURCES):
            self._further_resource(place, demo, editions.EARLIER_RESOURCES.get(demo.name, {}))

    def _further_resource(self, place: int, demo: Any, earlier: editions.Fields) -> None:
        link = earlier.get("link", demo.link)
        fields = {
            "group": demo.group,
            "published": demo.published,
            "title": demo.title,
            "link": [{"type": "link", "value": To(link)}],
            "sort_order": place,
        }
        self._save(FurtherResource, demo.key, fields)

    def _save(self, model: type[Milestone | FurtherResource], key: str, fields: dict[str, Any]) -> None:
        """Makes the record or brings it up to date, and publishes it."""
        key = key_of(key)
        record = model.objects.filter(translation_key=key, locale=self.locale).first()
        if record is None:
            record = model(translation_key=key, locale=self.locale, live=False)
            self.made[str(model._meta.verbose_name_plural)] += 1
        for name, value in fields.items():
            self.library.fill(record, name, value)
        if record.pk is None:
            record.save()
        revision = record.save_revision()
        revision.publish()
        ModelLogEntry.objects.filter(revision=revision).update(timestamp=at_ten(front.SECOND_DAY))
        day = at_ten(front.SECOND_DAY)  # what is on the timeline is no news of today
        model.objects.filter(pk=record.pk).update(first_published_at=day, last_published_at=day)

    def _bring_pages_up_to_date(self, earlier: Mapping[str, editions.Fields]) -> None:
        for demo in ALL_PAGES:
            if demo.address in earlier:
                page: SitePage = Page.objects.get(pk=self.library.pages[demo.address]).specific
                for name in earlier[demo.address]:
                    self.library.fill(page, name, demo.fields.get(name, _nothing(page, name)))
                publish_changes(page, demo)

    def _bring_records_up_to_date(self) -> None:
        for place, demo in enumerate(MILESTONES):
            if demo.name in editions.NOT_YET_MILESTONES or demo.name in editions.EARLIER_MILESTONES:
                self._milestone(place, demo, {})
        for place, demo in enumerate(FURTHER_RESOURCES):
            if demo.name in editions.EARLIER_RESOURCES:
                self._further_resource(place, demo, {})

    def _publish(self, page: HandbookPage, edition: editions.DemoEdition) -> None:
        publish_edition(page, name=edition.name, day=edition.day, note=edition.note, user=None)
        self.made["editions"] += 1
