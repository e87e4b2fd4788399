"""Makes the pages of the councils from the table; what is there already is left as editors wrote it."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from wagtail.models import Page

from cms.vocabulary.models import Region
from la_directory.councils import COUNCILS, Council, current_code
from la_directory.models import (
    ContactsPage,
    CouncilCaseStudiesPage,
    CouncilPage,
    DirectoryPage,
    ServicesPage,
)

Place = Callable[[Page, Page], None]


def publish_below(parent: Page, page: Page) -> None:
    """Puts a new page below its parent and publishes it."""
    parent.add_child(instance=page)
    page.save_revision().publish()


def make_councils(directory: DirectoryPage, place: Place = publish_below) -> list[CouncilPage]:
    """The councils that were missing below a directory; everything or nothing is made.

    `place` puts each new page below its parent and sees that it goes live.
    """
    codes = CouncilPage.objects.child_of(directory).values_list("gss_code", flat=True)
    there = {current_code(code) for code in codes}
    with transaction.atomic():
        new = [make_council(directory, record, place) for record in COUNCILS if record.code not in there]
    return new


def make_council(directory: DirectoryPage, record: Council, place: Place = publish_below) -> CouncilPage:
    """One council with the three parts of its tree, published. Its team is made with it (teams/upkeep.py)."""
    council = CouncilPage(
        title=record.name,
        slug=record.slug,
        official_name=record.official_name,
        gss_code=record.code,
        gaelic_name=record.gaelic_name,
        other_names="\n".join(record.other_names),
        website=record.website,
        region=Region.objects.filter(locale=directory.locale).named(record.region),
        places=record.main_town,
        locale=directory.locale,
    )
    place(directory, council)
    parts: list[Page] = [
        ContactsPage(title="Contacts", slug="contacts"),
        ServicesPage(title="Services", slug="services"),
        CouncilCaseStudiesPage(
            title="Case studies",
            slug="case-studies",
            summary=f"What was done in {record.name}, and what changed.",
        ),
    ]
    for part in parts:
        part.locale = directory.locale
        place(council, part)
    return council
