"""Loads the bulletin: its editions, how they went out, and its readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Locale, Page, Revision

from bulletin.models import BulletinPage, BulletinSettings, EditionPage, Sending
from home.demo.bulletin.front import ARCHIVE
from home.demo.bulletin.notation import DemoEdition
from home.demo.bulletin.sendings import make_deliveries, make_sending, sent_at
from home.demo.bulletin.subscribers import load_people
from home.demo.bulletin.table import EDITIONS
from home.demo.demo_page import PageAt
from home.demo.history import publish_changes
from home.demo.identity import key_of
from home.demo.library import LINK, Library
from home.demo.many_pages import ManyPages

SETTINGS = {
    "sender_name": "Employability in Scotland",
    "sender_address": "bulletin@employability.example",
    "postal_address": "Employability Division\nScottish Government\nEdinburgh",
}


class BulletinLoading:
    """The archive and all pages that an edition tells of are there; what is missing below the archive is added."""

    def __init__(self, library: Library, say: Callable[[str], None]) -> None:
        self.library = library
        self.say = say
        self.locale = Locale.get_default()
        self.archive = BulletinPage.objects.get(pk=library.pages[ARCHIVE])
        self.many = ManyPages()
        self.made: Counter[str] = Counter()

    def run(self) -> Counter[str]:
        missing = self._missing()
        if not missing:
            return self.made
        self._find_pages(missing)
        self._settle()
        new = {demo.slug: self._place(demo) for demo in missing}
        self.many.finish()
        sendings = {demo.slug: make_sending(new[demo.slug], demo) for demo in missing if demo.sent}
        for demo in missing:
            self._correct(new[demo.slug], demo)
        if sendings:
            self.made["subscribers"] += load_people(self._known_sendings())
            make_deliveries(sendings)
        self.made["editions of the bulletin"] += len(new)
        self.say("The bulletin has its editions and its readers.")
        return self.made

    def _missing(self) -> list[DemoEdition]:
        """Known again by their keys, also after an editor has renamed or moved them, else by their slugs."""
        here = EditionPage.objects.child_of(self.archive).values_list("slug", flat=True)
        keys = {key_of(demo.page.address): demo for demo in EDITIONS}
        there = Page.objects.filter(locale=self.locale, translation_key__in=keys)
        gone = {*there.values_list("translation_key", flat=True)}
        return [demo for key, demo in keys.items() if key not in gone and demo.slug not in {*here}]

    def _find_pages(self, editions: Iterable[DemoEdition]) -> None:
        """The pages of councils, which no list of addresses holds. What an editor took away is left out."""
        wanted = {address for demo in editions for address in _addresses(demo.page.fields)}
        keys = {key_of(address): address for address in wanted - self.library.pages.keys()}
        found = dict(
            Page.objects.filter(locale=self.locale, translation_key__in=keys).values_list(
                "translation_key", "pk"
            )
        )
        self.library.pages.update({address: found.get(key) for key, address in keys.items()})

    def _settle(self) -> None:
        """Written once: after that the settings belong to the editors."""
        site = self.archive.get_site()
        if not EditionPage.objects.exists() and not BulletinSettings.objects.filter(site=site).exists():
            BulletinSettings.objects.create(site=site, **SETTINGS)

    def _place(self, demo: DemoEdition) -> EditionPage:
        """The edition as it was mailed, or a draft."""
        page = EditionPage(
            title=demo.page.title,
            slug=demo.slug,
            summary=demo.page.summary,
            locale=self.locale,
            translation_key=key_of(demo.page.address),
            looked_until=timezone.make_aware(demo.looked) if demo.looked else None,
            live=demo.page.state == "live",
        )
        self._fill(page, {**demo.page.fields, **demo.as_mailed})
        if page.live:
            self.many.place(self.archive, page, sent_at(demo) if demo.sent else demo.page.published)
        else:
            self._keep_draft(page)
        self.library.pages[demo.page.address] = page.pk
        return page

    def _fill(self, page: EditionPage, fields: Mapping[str, Any]) -> None:
        for name, value in fields.items():
            self.library.fill(page, name, value)

    def _keep_draft(self, page: EditionPage) -> None:
        page.owner = get_user_model().objects.filter(username="sg-editor").first()
        self.archive.add_child(instance=page)
        revision = page.save_revision(user=page.owner)
        Revision.objects.filter(pk=revision.pk).update(created_at=page.looked_until)
        Page.objects.filter(pk=page.pk).update(latest_revision_created_at=page.looked_until)

    def _correct(self, page: EditionPage, demo: DemoEdition) -> None:
        """What was put right on the page after the mail had gone out."""
        if demo.as_mailed:
            self._fill(page, demo.page.fields)
            publish_changes(page, demo.page)
            Page.objects.filter(pk=page.pk).update(first_published_at=sent_at(demo))

    def _known_sendings(self) -> dict[str, Sending]:
        keys = {key_of(demo.page.address): demo.slug for demo in EDITIONS}
        sendings = Sending.objects.filter(edition__translation_key__in=keys).select_related("edition")
        return {keys[sending.edition.translation_key]: sending for sending in sendings}


def _addresses(value: Any) -> Iterator[str]:
    """The pages of this site that the fields of an edition name."""
    match value:
        case PageAt(address):
            yield address
        case str():
            yield from (link["target"] for link in LINK.finditer(value) if link["target"].startswith("/"))
        case Mapping():
            yield from (address for part in value.values() for address in _addresses(part))
        case list() | tuple():
            yield from (address for part in value for address in _addresses(part))
