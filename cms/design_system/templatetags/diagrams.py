"""Diagrams of records: a list that says everything, then a drawing made from the same records."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.template import Context
from django.utils.translation import gettext as _

from cms.design_system.connections.drawing import draw
from cms.design_system.connections.records import collect as collect_connections
from cms.design_system.identifiers import unique_id
from cms.design_system.timeline.overview import draw_overview
from cms.design_system.timeline.records import collect as collect_years

register = template.Library()


@register.inclusion_tag("design_system/timeline.html", name="ds_timeline", takes_context=True)
def timeline(
    context: Context,
    years: Sequence[Any],
    notes: Sequence[tuple[str, Any]] = (),
    title: str = "",
    level: int = 3,
) -> dict[str, Any]:
    """Years with their entries in the order of time, and an overview that counts them.

    A year has `label` and `entries`; an entry `date`, `title`, `url`, `text`, `is_product`, `note_mark` and
    `belongs_to`, and `language` and `leads_to` where words or the page are not in the language around them
    ("en-GB"). Notes are (mark, html).
    """
    ids = [unique_id(context, "note") for _note in notes]
    found, marks = collect_years(years, notes, ids)
    return {
        "years": found,
        "notes": marks,
        "title": title or _("Milestones and products by year"),
        "level": level,
        "overview": draw_overview(found) if len(found) > 1 else None,  # one year needs none
        "id": unique_id(context, "timeline"),
    }


@register.inclusion_tag("design_system/connections.html", name="ds_connections", takes_context=True)
def connections(
    context: Context,
    centre: str,
    groups: Sequence[tuple[str, Sequence[tuple[str, ...]]]],
    relations: Sequence[tuple[str, str, str]] = (),
    title: str = "",
) -> dict[str, Any]:
    """Groups of products around what they share. The title is shown if it is given.

    A group is (name, [(key, title, url)]), a relation (key, words, key). A fourth of a product is the
    language of its page where that is not the one around it ("en-GB").
    """
    records = collect_connections(centre, groups, relations)
    return {
        "records": records,
        "caption": title,
        "title": title or _("How the resources fit together"),
        "drawing": draw(records),
        "id": unique_id(context, "connections"),
    }
