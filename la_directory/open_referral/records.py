"""A service and its council as the profile wants them. Keys without a value are left out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from typing import Any
from uuid import UUID, uuid5

from django.utils import timezone

from cms.partial_dates.value import PartialDate
from cms.vocabulary.models import ClientGroup, ServiceKind, Term
from la_directory.freshness.stamp import Stamp, stamps_of
from la_directory.models import CouncilPage, LocalServicePage
from la_directory.open_referral.found import councils_of

Record = dict[str, Any]

TAXONOMIES: dict[type[Term], str] = {ServiceKind: "Kind of service", ClientGroup: "Who a service is for"}
# Makes identifiers for what has none of its own; it must never change.
NAMESPACE = UUID("5b8f8a5e-6b0f-4d0e-9a50-3c6c1f6f2f7d")


def _identifier(*parts: object) -> str:
    return str(uuid5(NAMESPACE, "/".join(str(part) for part in parts)))


def _filled(record: Record) -> Record:
    return {name: value for name, value in record.items() if value not in ("", None, [])}


def taxonomy(model: type[Term]) -> Record:
    return {
        "id": _identifier("taxonomy", model._meta.model_name),
        "name": TAXONOMIES[model],
        "description": str(model._meta.verbose_name_plural).capitalize(),
    }


def taxonomy_term(term: Term) -> Record:
    """A word of a vocabulary, with the name of the vocabulary."""
    return {
        "id": str(term.translation_key),
        "name": term.name,
        "description": term.name,
        "taxonomy": TAXONOMIES[type(term)],
        "taxonomy_id": _identifier("taxonomy", term._meta.model_name),
    }


def organization(council: CouncilPage) -> Record:
    return _filled(
        {
            "id": str(council.translation_key),
            "name": council.official_name,
            "description": f"The local authority {council.title} ({council.gss_code}).",
            "website": council.website,
            "uri": f"http://statistics.data.gov.uk/id/statistical-geography/{council.gss_code}",
        }
    )


def _has_ended(end: PartialDate | None) -> bool:
    """What ends in 2026 runs until the last day of that year."""
    return bool(end and end.last_day and end.last_day < timezone.localdate())


def service(page: LocalServicePage, council: CouncilPage, stamp: Stamp, *, whole: bool) -> Record:
    """A service as it stands in a list, or `whole` with all that belongs to it."""
    identifier = str(page.translation_key)
    modified = page.modified_at
    record = {
        "id": identifier,
        "organization_id": str(council.translation_key),
        "name": page.title,
        "description": page.summary,
        "url": page.link or page.full_url.partition("#")[0],
        "status": "inactive" if _has_ended(page.ends_on) else "active",
        "assured_date": stamp.checked_on and stamp.checked_on.isoformat(),
        "last_modified": modified
        and modified.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "organization": organization(council),
    }
    return _filled(record | (_belongings(page, council, identifier) if whole else {}))


def _belongings(page: LocalServicePage, council: CouncilPage, identifier: str) -> Record:
    terms = [page.kind, *page.client_groups.all()] if page.kind else list(page.client_groups.all())
    return {
        "service_areas": [
            {
                "id": _identifier(identifier, "area"),
                "service_id": identifier,
                "name": page.area or council.title,
                "uri": f"http://statistics.data.gov.uk/id/statistical-geography/{council.gss_code}",
            }
        ],
        "cost_options": [
            {
                "id": _identifier(identifier, "cost"),
                "service_id": identifier,
                "amount_description": page.cost,
            }
        ]
        if page.cost
        else [],
        "attributes": [
            {
                "id": _identifier(identifier, term.translation_key),
                "link_id": identifier,
                "taxonomy_term_id": str(term.translation_key),
                "link_type": "service",
                "taxonomy_term": taxonomy_term(term),
            }
            for term in terms
        ],
    }


def services(pages: Iterable[LocalServicePage], *, whole: bool) -> list[Record]:
    """The records of services as `found.public_services` gives them."""
    pages = list(pages)
    stamps = stamps_of(pages)
    councils = councils_of(pages)
    return [
        service(page, councils[page.council_path], stamps[page.translation_key], whole=whole)
        for page in pages
    ]
