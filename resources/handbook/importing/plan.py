"""What an import of a document would change: read from both sides, nothing written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from resources.handbook.importing import fields, parts
from resources.handbook.importing.acceptance import accepted, addresses_of, refusals
from resources.handbook.importing.changes import Part, Plan
from resources.handbook.importing.held import HeldHandbook, held
from resources.handbook.importing.own_addresses import OwnAddresses
from resources.handbook.importing.sameness import name_key, plain
from resources.handbook.word.found import FoundHandbook, Place, Remark
from resources.models import HandbookPage


def plan(found: FoundHandbook, page: HandbookPage | None) -> Plan:
    """Costs the same number of queries however much is in the document."""
    now = held(page)
    refused = refusals(found)
    found, remarks = accepted(found, OwnAddresses(addresses_of(found)))
    remarks = [*found.remarks, *remarks]
    trust = fields.Trust([*found.products, *found.milestones, *found.resources], remarks)
    sections, lost = parts.sections(found, now)
    remarks += [*lost, *_order_of_products(found, now)]
    made = Plan(
        found=found,
        held=now,
        own=(*fields.own_fields(found, now.book), *fields.order_of_sections(sections)) if now.page else (),
        sections=sections,
        notes=parts.notes(found, now),
        products=parts.products(found, now, trust),
        milestones=parts.milestones(found, now, trust),
        resources=parts.resources(found, now, trust),
        new_categories=_new_names((product.category for product in found.products), now.categories),
        new_groups=_new_names((resource.group for resource in found.resources), now.groups),
        remarks=tuple(dict.fromkeys(remarks)),
        refusals=tuple(refused),
    )
    return replace(made, remarks=(*made.remarks, *_drafts_beside(made.parts)))


def _drafts_beside(parts_: Iterable[Part]) -> Iterable[Remark]:
    """Words of the document go into the newest draft, which may hold what somebody has not finished."""
    for entry in (entry for part in parts_ for entry in part.changed):
        record = entry.held and entry.held.record
        if record is not None and record.live and record.has_unpublished_changes:
            words = _("“%(title)s” has a draft that is not public; publishing takes all of it along.")
            yield Remark("notice", entry.place, words % {"title": entry.held.title})


def _new_names(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """In the order of the file, each as it was first written."""
    keys = {name_key(name) for name in known}
    new: dict[str, str] = {}
    for name in names:
        if name and name_key(name) not in keys:
            new.setdefault(name_key(name), plain(name))
    return tuple(new.values())


def _order_of_products(found: FoundHandbook, now: HeldHandbook) -> Iterable[Remark]:
    """Pages move at once, without a draft, so an import leaves them where editors put them."""
    places = {name_key(record.title): place for place, record in enumerate(now.products)}
    for category in found.categories:
        keys = [name_key(product.name) for product in found.products if product.category == category]
        order = [places[key] for key in keys if key in places]
        if order != sorted(order):
            words = _("The products of “%(category)s” stand in another order on the site; it was kept.")
            yield Remark("notice", Place(), words % {"category": category})
