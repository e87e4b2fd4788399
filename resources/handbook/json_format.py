"""The handbook as canonical JSON, and back. The same content gives the same bytes, so their hash names it.

Canonical: UTF-8, keys in alphabetical order, two spaces of indent, a line break at the end. No key is left
out but `language` of a record or a link, which stands only where it is not the language of the handbook.
`schema_version` tells readers of old files how to read them: versions are added here and never taken away.
"""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import override

from cms.partial_dates.value import PartialDate
from resources.handbook.content import (
    Audience,
    Category,
    EditionMark,
    FurtherResource,
    Handbook,
    Link,
    Milestone,
    Note,
    Passage,
    Picture,
    Product,
    Relation,
    Section,
)

SCHEMA_VERSION = 1
PASSAGES = ("what", "made_by", "used_by", "usage")


class UnknownSchema(ValueError):
    """The JSON was written by a later version of this site."""


def canonical(handbook: Handbook) -> bytes:
    """The file: see the docstring of this module."""
    # Dates are words of a language: the handbook's own, whoever asks.
    with override(handbook.language):
        text = json.dumps(as_data(handbook), ensure_ascii=False, sort_keys=True, indent=2)
    return f"{text}\n".encode()


def read(file: bytes) -> Handbook:
    """What `canonical` wrote, in any version so far; UnknownSchema for a later one."""
    return from_data(json.loads(file))


def as_data(handbook: Handbook) -> dict[str, Any]:
    """As objects of JSON; the published schema describes them."""
    mark = handbook.edition
    return {
        "schema_version": SCHEMA_VERSION,
        "id": handbook.id,
        "language": handbook.language,
        "title": handbook.title,
        "url": handbook.url,
        "summary": handbook.summary,
        **_date("published", handbook.published),
        "changed_on": handbook.changed_on,
        "edition": mark and {"slug": mark.slug, "name": mark.name, "day": mark.day, "note": mark.note},
        "sections": [
            {
                "id": section.id,
                "number": section.number,
                "heading": section.heading,
                **_passage("body", section.body),
                "shows": section.shows,
            }
            for section in handbook.sections
        ],
        "ambition": handbook.ambition,
        "categories": [
            {
                "id": category.id,
                "name": category.name,
                "products": [_product_data(product) for product in category.products],
            }
            for category in handbook.categories
        ],
        **_passage("timeline_introduction", handbook.timeline_introduction),
        "timeline_notes": [
            {"mark": note.mark, **_passage("text", note.text)} for note in handbook.timeline_notes
        ],
        "milestones": [
            {
                "id": milestone.id,
                **_date("date", milestone.date),
                "title": milestone.title,
                **_passage("text", milestone.text),
                "link": _link_data(milestone.link),
                "note_mark": milestone.note_mark,
                "belongs_to": _link_data(milestone.belongs_to),
                **_language(milestone),
            }
            for milestone in handbook.milestones
        ],
        **_passage("resources_introduction", handbook.resources_introduction),
        "further_resources": [
            {
                "id": resource.id,
                "group": resource.group,
                **_date("published", resource.published),
                "title": resource.title,
                "url": resource.url,
                "note": resource.note,
                **_language(resource),
            }
            for resource in handbook.further_resources
        ],
        "pictures": [{"name": picture.name, "sha256": picture.sha256} for picture in handbook.pictures],
    }


def _product_data(product: Product) -> dict[str, Any]:
    data = {
        "id": product.id,
        "name": product.name,
        "url": product.url,
        **_date("published", product.published),
        "rhythm": product.rhythm,
        "status": product.status,
        "status_note": product.status_note,
        "replaced_by": product.replaced_by,
        "audiences": [{"id": audience.id, "name": audience.name} for audience in product.audiences],
        "links": [_link_data(link) for link in product.links],
        "relations": [{"kind": each.kind, "product": each.product} for each in product.relations],
        **_language(product),
    }
    for name in PASSAGES:
        data |= _passage(name, getattr(product, name))
    return data


def _date(name: str, date: PartialDate | None) -> dict[str, str]:
    """As readers see it, and beside it a key that sorts by time and is read back exactly."""
    return {name: str(date) if date else "", f"{name}_key": date.sort_key if date else ""}


def _passage(name: str, passage: Passage) -> dict[str, str]:
    return {name: passage.text, f"{name}_html": passage.html}


def _link_data(link: Link | None) -> dict[str, str] | None:
    return link and {"title": link.title, "url": link.url, "note": link.note, **_language(link)}


def _language(record: Product | Milestone | FurtherResource | Link) -> dict[str, str]:
    return {"language": record.language} if record.language else {}


def from_data(data: dict[str, Any]) -> Handbook:
    """Reads objects of JSON as `as_data` made them."""
    if data["schema_version"] > SCHEMA_VERSION:
        raise UnknownSchema(f"schema version {data['schema_version']}")
    return Handbook(
        id=data["id"],
        language=data["language"],
        title=data["title"],
        url=data["url"],
        summary=data["summary"],
        published=_read_date(data["published_key"]),
        changed_on=data["changed_on"],
        edition=data["edition"] and EditionMark(**data["edition"]),
        sections=tuple(
            Section(each["id"], each["number"], each["heading"], Passage(each["body_html"]), each["shows"])
            for each in data["sections"]
        ),
        ambition=data["ambition"],
        categories=tuple(
            Category(each["id"], each["name"], tuple(_read_product(product) for product in each["products"]))
            for each in data["categories"]
        ),
        timeline_introduction=Passage(data["timeline_introduction_html"]),
        timeline_notes=tuple(
            Note(each["mark"], Passage(each["text_html"])) for each in data["timeline_notes"]
        ),
        milestones=tuple(
            Milestone(
                id=each["id"],
                date=_read_date(each["date_key"]),
                title=each["title"],
                text=Passage(each["text_html"]),
                link=_read_link(each["link"]),
                note_mark=each["note_mark"],
                belongs_to=_read_link(each["belongs_to"]),
                language=each.get("language", ""),
            )
            for each in data["milestones"]
        ),
        resources_introduction=Passage(data["resources_introduction_html"]),
        further_resources=tuple(
            FurtherResource(
                id=each["id"],
                group=each["group"],
                published=_read_date(each["published_key"]),
                title=each["title"],
                url=each["url"],
                note=each["note"],
                language=each.get("language", ""),
            )
            for each in data["further_resources"]
        ),
        pictures=tuple(Picture(**each) for each in data["pictures"]),
    )


def _read_product(data: dict[str, Any]) -> Product:
    return Product(
        id=data["id"],
        name=data["name"],
        url=data["url"],
        published=_read_date(data["published_key"]),
        rhythm=data["rhythm"],
        status=data["status"],
        status_note=data["status_note"],
        replaced_by=data["replaced_by"],
        audiences=tuple(Audience(**each) for each in data["audiences"]),
        links=tuple(Link(**each) for each in data["links"]),
        relations=tuple(Relation(**each) for each in data["relations"]),
        language=data.get("language", ""),
        **{name: Passage(data[f"{name}_html"]) for name in PASSAGES},
    )


def _read_date(key: str) -> PartialDate | None:
    return PartialDate.from_sort_key(key) if key else None


def _read_link(data: dict[str, str] | None) -> Link | None:
    return data and Link(**data)
