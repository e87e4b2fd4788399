"""What the site holds now, in the words of the newest drafts: what a file is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet
from wagtail.models import Locale, Page

from la_directory.councils import by_code, current_code
from la_directory.exchange.columns import CONTACT, COUNCIL, SERVICE
from la_directory.exchange.names import KnownNames, plain
from la_directory.models import (
    ContactPage,
    ContactsPage,
    CouncilPage,
    DirectoryPage,
    LocalServicePage,
    ServicesPage,
)


@dataclass(frozen=True)
class Held:
    """A council, a contact or a service. `page` is its row in the database, `draft` its newest words."""

    kind: str
    page: CouncilPage | ContactPage | LocalServicePage
    draft: CouncilPage | ContactPage | LocalServicePage

    @property
    def key(self) -> str:
        return str(self.page.translation_key)

    @property
    def state(self) -> str:
        if not self.page.live:
            return "draft"
        return "live, newer draft" if self.page.has_unpublished_changes else "live"


@dataclass(frozen=True)
class HeldCouncil:
    """A council with its contacts and services, in the order of its page."""

    itself: Held
    contacts: tuple[Held, ...] = ()
    services: tuple[Held, ...] = ()
    # The page that new contacts or services go below, by kind.
    parents: dict[str, Page] = field(default_factory=dict)

    @property
    def code(self) -> str:
        code = self.itself.page.gss_code
        return current_code(code) or code

    @property
    def name(self) -> str:
        return self.itself.page.title

    @property
    def own_names(self) -> set[str]:
        """Its title and official name, here and in the table of councils."""
        page, known = self.itself.page, by_code().get(self.code)
        told = [page.title, page.official_name]
        return _plain_names([*told, known.name, known.official_name] if known else told)

    @property
    def other_names(self) -> set[str]:
        """Other names a file may call it by. Its editors write them freely, so several may claim one."""
        page, known = self.itself.page, by_code().get(self.code)
        told = [self.itself.draft.title, page.gaelic_name, *page.other_names.splitlines()]
        return _plain_names([*told, known.gaelic_name, *known.other_names] if known else told)

    def of_kind(self, kind: str) -> tuple[Held, ...]:
        return {COUNCIL: (self.itself,), CONTACT: self.contacts, SERVICE: self.services}[kind]

    def __iter__(self) -> Iterator[Held]:
        return iter((self.itself, *self.contacts, *self.services))


def _plain_names(names: Iterable[str]) -> set[str]:
    return {plain(name) for name in names if name.strip()}


@dataclass(frozen=True)
class HeldDirectory:
    """All councils by name, and the words that a file may use."""

    page: DirectoryPage
    councils: tuple[HeldCouncil, ...]
    known: KnownNames


def directory_page() -> DirectoryPage | None:
    """The directory in the site's own language."""
    return DirectoryPage.objects.filter(locale=Locale.get_default()).order_by("path").first()


def held_directory(page: DirectoryPage) -> HeldDirectory:
    """Costs a few queries, and a few more for each draft that is newer than what is live."""
    records = {
        CONTACT: _below(ContactPage.objects.descendant_of(page)),
        SERVICE: _below(LocalServicePage.objects.descendant_of(page).with_terms()),
    }
    parents = {
        CONTACT: _below(ContactsPage.objects.descendant_of(page)),
        SERVICE: _below(ServicesPage.objects.descendant_of(page)),
    }
    councils = CouncilPage.objects.child_of(page).select_related("region").order_by("title")
    return HeldDirectory(
        page,
        tuple(
            HeldCouncil(
                _held(COUNCIL, council),
                contacts=_in_order(CONTACT, records[CONTACT].get(council.path, [])),
                services=_in_order(SERVICE, records[SERVICE].get(council.path, [])),
                parents={
                    kind: found[council.path][0] for kind, found in parents.items() if council.path in found
                },
            )
            for council in councils
        ),
        KnownNames.of(page.locale),
    )


def _below(pages: QuerySet) -> dict[str, list[Page]]:
    """By the path of their council."""
    found: dict[str, list[Page]] = {}
    for page in pages.order_by("path"):
        found.setdefault(page.council_path, []).append(page)
    return found


def newest_words(page: Page) -> Page:
    """What a file is compared with, and what its changes are written upon."""
    return page.get_latest_revision_as_object() if page.has_unpublished_changes else page


def _held(kind: str, page: Page) -> Held:
    return Held(kind, page, newest_words(page))


def _in_order(kind: str, pages: list[Page]) -> tuple[Held, ...]:
    return tuple(sorted((_held(kind, page) for page in pages), key=lambda held: held.draft.sort_order))
