"""What people and programs change about a site; a number makes it another change each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from cms.operations.scheduled_publishing import publish_scheduled
from cms.page_cache.generation import advance
from cms.pages.models import SiteSettings
from cms.vocabulary.models import Region
from home.models import LandingPage, StandardPage
from la_directory.freshness.record import record_check
from la_directory.models import ContactPage
from tests.factories import pages


@dataclass(frozen=True)
class Edit:
    """`shown_on` are addresses that are other pages afterwards."""

    make: Callable[[int], None]
    shown_on: tuple[str, ...]


def page() -> Page:
    return StandardPage.objects.get(slug="privacy", locale__language_code="en-gb")


def contact() -> ContactPage:
    return ContactPage.objects.get(slug="glasgow-employer-desk", locale__language_code="en-gb")


def publish(changed: Page, **fields: object) -> None:
    for name, value in fields.items():
        setattr(changed, name, value)
    changed.save_revision().publish()


def retitle(number: int) -> None:
    publish(page(), title=f"Privacy {number}", change_note=f"Change {number}.")


def translate(number: int) -> None:
    publish(LandingPage.objects.get(locale__language_code="gd", depth=2), title=f"Dachaigh {number}")


def take_down_or_bring_back(number: int) -> None:
    found = page()
    if found.live:
        found.unpublish()
    else:
        publish(found)


def schedule(number: int) -> None:
    """Its hour has come, and the clock sees to it."""
    found = page()
    found.title, found.go_live_at = f"Privacy at last {number}", timezone.now() - timedelta(seconds=1)
    found.save_revision(approved_go_live_at=found.go_live_at)
    publish_scheduled()


def move(number: int) -> None:
    found, home = page(), pages.home_page()
    places = [home, *StandardPage.objects.filter(slug="accessibility", locale=home.locale)]
    found.move(places[number % len(places)], pos="last-child")


def reorder(number: int) -> None:
    children = list(pages.home_page().get_children())
    children[number % len(children)].move(pages.home_page(), pos="first-child")


def restrict_or_open(number: int) -> None:
    restrictions = PageViewRestriction.objects.filter(page=page())
    if restrictions:
        restrictions.delete()
    else:
        PageViewRestriction.objects.create(page=page(), restriction_type=PageViewRestriction.LOGIN)


def redirect(number: int) -> None:
    Redirect.objects.update_or_create(old_path="/formerly", defaults={"redirect_link": f"/?{number}"})


def tell_all(number: int) -> None:
    settings = SiteSettings.objects.get()
    settings.phase_text, settings.notice_title = f"<p>Version {number}</p>", f"Notice {number}" * (number % 2)
    settings.notice_from = settings.notice_until = None
    settings.save()


def ring_elsewhere(number: int) -> None:
    publish(contact(), telephone=f"+44141496{number % 10000:04d}")


def check(number: int) -> None:
    record_check([contact()], by=None, name=f"Council {number}")


def add_or_remove(number: int) -> None:
    added = StandardPage.objects.filter(slug="walk")
    if added:
        added.get().delete()
    else:
        pages.standard(pages.home_page(), "Walk", slug="walk", show_in_menus=True)


def reword(number: int) -> None:
    region = Region.objects.first()
    region.name = f"Region {number}"
    region.save()


def update_rows(number: int) -> None:
    """Code that writes past the models says so itself."""
    with transaction.atomic():
        StandardPage.objects.filter(slug="contact").update(summary=f"Summary {number}.")
        advance()


COUNCIL = "/local-authorities/glasgow-city/"
EDITS = {
    "retitle": Edit(retitle, ("/privacy/", "/sitemap.xml")),
    "translate": Edit(translate, ("/gd/",)),
    "take down or bring back": Edit(take_down_or_bring_back, ("/privacy/", "/sitemap.xml")),
    "schedule": Edit(schedule, ("/privacy/", "/sitemap.xml")),
    "move": Edit(move, ("/privacy/", "/accessibility/privacy/", "/sitemap.xml")),
    "reorder": Edit(reorder, ("/", "/contact/")),
    "restrict or open": Edit(restrict_or_open, ("/accessibility/privacy/", "/sitemap.xml")),
    "redirect": Edit(redirect, ("/formerly/",)),
    "tell all": Edit(tell_all, ("/", "/contact/", "/publications/?page=1", "/gd/")),
    "ring elsewhere": Edit(ring_elsewhere, (COUNCIL,)),
    "check": Edit(check, (COUNCIL,)),
    "add or remove": Edit(add_or_remove, ("/walk/", "/contact/")),
    "reword": Edit(reword, ("/local-authorities/",)),
    "update rows": Edit(update_rows, ("/contact/",)),
}
ADDRESSES = (
    *("/", "/gd/", "/privacy/", "/accessibility/", "/accessibility/privacy/", "/contact/", "/walk/"),
    *(
        "/local-authorities/",
        "/local-authorities/glasgow-city/",
        "/local-authorities/?region=",
        "/sitemap.xml",
    ),
    *("/publications/?page=1", "/no-one-left-behind/updates/", "/formerly/", "/gd/accessibility/"),
)
