"""The public directory as JSON; schema/councils-1.json describes it."""

from __future__ import annotations

import json
from typing import Any

from phonenumber_field.phonenumber import PhoneNumber

from cms.partial_dates.value import PartialDate, Precision
from la_directory.exchange.cells import OpeningHours
from la_directory.exchange.hours_text import DAYS
from la_directory.freshness.stamp import Stamp
from la_directory.models import ContactPage, LocalServicePage
from la_directory.open_data.gather import (
    PublicCouncil,
    PublicDirectory,
    public_person,
)
from la_directory.open_data.licence import ATTRIBUTION, LICENCE, LICENCE_URL

SCHEMA_VERSION = 1
ISO = {Precision.YEAR: "%Y", Precision.MONTH: "%Y-%m", Precision.DAY: "%Y-%m-%d"}


def written(directory: PublicDirectory) -> bytes:
    """The same content gives the same bytes."""
    return f"{json.dumps(as_data(directory), ensure_ascii=False, indent=2)}\n".encode()


def as_data(directory: PublicDirectory) -> dict[str, Any]:
    """No key is left out: what has nothing to say is empty, false or null."""
    changed = directory.changed_on
    return {
        "schema_version": SCHEMA_VERSION,
        "schema": directory.page.full_url + directory.page.reverse_subpage("schema").rstrip("/"),
        "title": directory.page.title,
        "url": directory.page.full_url,
        "language": "en",
        "licence": {"name": LICENCE, "url": LICENCE_URL},
        "attribution": ATTRIBUTION,
        "changed_on": changed.isoformat() if changed else None,
        "councils": [_council(council, directory) for council in directory.councils],
    }


def _council(council: PublicCouncil, directory: PublicDirectory) -> dict[str, Any]:
    page = council.page
    return {
        "id": str(page.translation_key),
        "gss_code": page.gss_code,
        "former_codes": list(page.former_codes),
        "name": page.title,
        "official_name": page.official_name,
        "gaelic_name": page.gaelic_name,
        "other_names": page.other_names.splitlines(),
        "region": page.region.name if page.region else "",
        "website": page.website,
        "switchboard": _telephone(page.switchboard),
        "places": page.places.splitlines(),
        "url": page.full_url,
        "partnership": {
            "name": page.partnership_name,
            "site": page.partnership_site,
            "plan_from": page.plan_from,
            "plan_until": page.plan_until,
        },
        "contacts": [_contact(contact, directory.stamp(contact)) for contact in council.contacts],
        "services": [_service(service, directory.stamp(service)) for service in council.services],
        "case_studies": [
            {"id": str(study.translation_key), "title": study.title, "url": study.full_url}
            for study in council.case_studies
        ],
    }


def _contact(contact: ContactPage, stamp: Stamp) -> dict[str, Any]:
    hours = OpeningHours().current(contact, contact._meta.get_field("opening_hours"))
    return {
        "id": str(contact.translation_key),
        "title": contact.title,
        "for_whom": contact.for_whom,
        "subject": contact.subject,
        "person": public_person(contact),
        "vacant": contact.is_vacant,
        "telephone": _telephone(contact.telephone),
        "textphone": _telephone(contact.textphone),
        "email": contact.email,
        "address": contact.address.splitlines(),
        "opening_hours": [
            {
                "days": [DAYS[day] for day in each.days],
                "opens": f"{each.opens:%H:%M}",
                "closes": f"{each.closes:%H:%M}",
            }
            for each in hours
            if each.days and each.opens and each.closes
        ],
        "hours_note": contact.hours_note,
        "languages": contact.languages,
        "url": contact.full_url,
        "check": _check(stamp),
    }


def _service(service: LocalServicePage, stamp: Stamp) -> dict[str, Any]:
    return {
        "id": str(service.translation_key),
        "title": service.title,
        "kind": service.kind.name if service.kind else "",
        "summary": service.summary,
        "client_groups": [group.name for group in service.client_groups.all()],
        "area": service.area,
        "how_to_get_in": service.how_to_get_in,
        "provider": service.provider,
        "cost": service.cost,
        "starts": _date(service.starts_on),
        "ends": _date(service.ends_on),
        "accessibility": service.accessibility,
        "link": service.link,
        "products": [
            {"id": str(product.translation_key), "title": product.title, "url": product.full_url}
            for product in service.public_products
        ],
        "url": service.full_url,
        "check": _check(stamp),
    }


def _telephone(number: PhoneNumber | str) -> dict[str, str] | None:
    """As it is written here, and as every telephone of the world can call it."""
    if not isinstance(number, PhoneNumber) or not number.is_valid():
        return {"number": str(number), "uri": ""} if number else None
    return {"number": str(number), "uri": number.as_rfc3966}


def _date(day: PartialDate | None) -> dict[str, str] | None:
    """In words, and as ISO 8601 where it is a day, a month or a year."""
    if not day:
        return None
    pattern = ISO.get(day.precision)
    return {"words": str(day), "iso": day.first_day.strftime(pattern) if pattern and day.first_day else ""}


def _check(stamp: Stamp) -> dict[str, Any] | None:
    if stamp.checked_on is None or stamp.holds_until is None:
        return None
    return {
        "checked_on": stamp.checked_on.isoformat(),
        "checked_by": stamp.checked_for,
        "holds_until": stamp.holds_until.isoformat(),
        "holds": stamp.is_fresh,
    }
