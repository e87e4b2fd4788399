"""The handbook's own page and the page of its products: made where they are missing, their words set."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.models import Site

from resources.handbook.addresses import absolute_html
from resources.handbook.importing.changes import Entry, Part, Plan
from resources.handbook.importing.own_addresses import OwnAddresses
from resources.handbook.importing.records import Writer
from resources.handbook.importing.sameness import plain
from resources.handbook.importing.section_text import section_body, without_other_pictures
from resources.handbook.sections import section_html
from resources.models import HandbookPage, ProductIndexPage
from resources.models.product import shortened

SLUG, PRODUCTS_SLUG = "handbook", "products"
Raw = dict[str, Any]


def made_handbook(plan: Plan) -> HandbookPage:
    """A draft below the home page of the default site."""
    found = plan.found
    home = Site.objects.select_related("root_page").get(is_default_site=True).root_page
    first = next((section.body.html for section in found.sections if section.body), "")
    title = plain(found.title)[:255] or _("National Products Handbook")
    page = HandbookPage(
        title=title,
        slug="" if home.get_children().filter(slug=SLUG).exists() else SLUG,
        summary=plain(found.subtitle)[:300] or shortened(first) or title,
        live=False,
        locale=plan.held.locale,
    )
    home.add_child(instance=page)
    return page


def made_product_index(page: HandbookPage) -> ProductIndexPage:
    index = ProductIndexPage(
        title=_("Products"),
        slug=PRODUCTS_SLUG,
        summary=_("All products of the handbook, by category, audience and status."),
        live=False,
        locale=page.locale,
    )
    page.add_child(instance=index)
    return index


def write_handbook(
    draft: HandbookPage, plan: Plan, writer: Writer, own: OwnAddresses, gone: set[str]
) -> bool:
    """Sets what differs; whether anything does. `gone` are the keys of sections and notes to leave out."""
    is_reordered = False
    for change in plan.own:
        if change.name == "order":
            is_reordered = True
        else:
            writer.write(draft, change.name, change.new)
    is_changed = bool(plan.own)
    if is_reordered or _differs(plan.sections, gone):
        _set(draft, "sections", _sections(draft, plan.sections, own, gone))
        is_changed = True
    if _differs(plan.notes, gone):
        _set(draft, "timeline_notes", _notes(draft, plan.notes, writer, gone))
        is_changed = True
    return is_changed


def _differs(part: Part, gone: set[str]) -> bool:
    return bool(part.added or part.changed) or any(removal.key in gone for removal in part.removals)


def _sections(draft: HandbookPage, part: Part, own: OwnAddresses, gone: set[str]) -> list[Raw]:
    """In the order of the file; what is not in it stays behind what it followed."""
    raws = draft.sections.get_prep_value()
    bodies = {block.id: block.value["body"] for block in draft.sections}
    held = {raw["id"]: raw for raw in raws}
    written = []
    for entry in part.entries:
        if entry.held is None:
            written.append(_new_section(entry, own, {raw["value"].get("shows") for raw in raws}))
        elif raw := held.get(entry.held.key):
            base = draft.full_url or ""
            shown = [absolute_html(section_html([block]), base) for block in bodies[raw["id"]]]
            written.append(_changed_section(entry, raw, shown, own))
    return _with_kept(written, raws, _kept(part, gone))


def _new_section(entry: Entry, own: OwnAddresses, shown: set[str]) -> Raw:
    html, _pictures = without_other_pictures(entry.found.body.html, Counter())
    value = {
        "heading": plain(entry.found.heading),
        "body": section_body(html, [], [], own),
        "shows": "" if entry.found.shows in shown else entry.found.shows,
    }
    return {"type": "section", "value": value, "id": str(uuid.uuid4())}


def _changed_section(entry: Entry, raw: Raw, shown: list[str], own: OwnAddresses) -> Raw:
    value = dict(raw["value"])
    for change in entry.fields:
        if change.name == "body":
            value["body"] = section_body(change.new.html, value["body"], shown, own)
        else:
            value[change.name] = change.new
    return {**raw, "value": value}


def _notes(draft: HandbookPage, part: Part, writer: Writer, gone: set[str]) -> list[Raw]:
    raws = draft.timeline_notes.get_prep_value()
    by_mark = {raw["value"]["mark"]: raw for raw in raws}
    written = []
    for entry in part.entries:
        raw = by_mark.get(entry.held.key) if entry.held else None
        if raw and not entry.fields:
            written.append(raw)
            continue
        value = {"mark": entry.found.mark, "text": writer.stored(entry.found.text)}
        written.append({"type": "note", "value": value, "id": raw["id"] if raw else str(uuid.uuid4())})
    kept = _kept(part, gone)
    return _with_kept(written, raws, {raw["id"] for raw in raws if raw["value"]["mark"] in kept})


def _kept(part: Part, gone: set[str]) -> set[str]:
    return {removal.held.key for removal in part.removals if removal.key not in gone}


def _with_kept(written: list[Raw], raws: list[Raw], kept: set[str]) -> list[Raw]:
    """What stays although the file lacks it goes behind what stood before it."""
    for place, raw in enumerate(raws):
        if raw["id"] in kept:
            before = raws[place - 1]["id"] if place else None
            places = [number for number, each in enumerate(written) if each["id"] == before]
            written.insert(places[0] + 1 if places else (0 if not place else len(written)), raw)
    return written


def _set(draft: HandbookPage, name: str, raws: list[Raw]) -> None:
    field = draft._meta.get_field(name)
    setattr(draft, name, StreamValue(field.stream_block, raws, is_lazy=True))
