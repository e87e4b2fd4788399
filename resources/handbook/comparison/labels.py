"""What readers call the parts of a handbook: the fields as questions or names, and the kinds of records."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

ITSELF = "itself"

PART_TITLES: dict[str, Promise] = {
    "products": _("Products"),
    "categories": _("Categories"),
    "sections": _("Sections"),
    "milestones": _("Timeline"),
    "timeline_notes": _("Notes of the timeline"),
    "further_resources": _("Further resources"),
    ITSELF: _("The handbook itself"),
}

COUNTED = {
    "products": ngettext_lazy("%(number)d product", "%(number)d products", "number"),
    "categories": ngettext_lazy("%(number)d category", "%(number)d categories", "number"),
    "sections": ngettext_lazy("%(number)d section", "%(number)d sections", "number"),
    "milestones": ngettext_lazy("%(number)d milestone", "%(number)d milestones", "number"),
    "timeline_notes": ngettext_lazy(
        "%(number)d note of the timeline", "%(number)d notes of the timeline", "number"
    ),
    "further_resources": ngettext_lazy(
        "%(number)d further resource", "%(number)d further resources", "number"
    ),
    ITSELF: ngettext_lazy(
        "%(number)d detail of the handbook itself", "%(number)d details of the handbook itself", "number"
    ),
}

# The first of a sentence names the things, the others only count them.
DONE: dict[str, tuple[Promise, Promise]] = {
    "added": (_("%(things)s added"), _("%(number)d added")),
    "removed": (_("%(things)s removed"), _("%(number)d removed")),
    "changed": (_("%(things)s changed"), _("%(number)d changed")),
    "moved": (_("%(things)s moved"), _("%(number)d moved")),
}

# Kind -> field -> (the label above its values, its name within a sentence). In the order of the page.
FIELDS: dict[str, dict[str, tuple[Promise, Promise]]] = {
    "products": {
        "name": (_("What is it called?"), _("name")),
        "category": (_("Which category is it in?"), _("category")),
        "published": (_("When was it published?"), _("published")),
        "rhythm": (_("How often is it updated?"), _("how often it is updated")),
        "status": (_("Status"), _("status")),
        "status_note": (_("Note on the status"), _("note on the status")),
        "replaced_by": (_("What replaced it?"), _("what replaced it")),
        "what": (_("What does it do?"), _("what it does")),
        "made_by": (_("Who made it?"), _("who made it")),
        "used_by": (_("Who can use it?"), _("who can use it")),
        "audiences": (_("Audiences"), _("audiences")),
        "usage": (_("How and when can it be used?"), _("how it is used")),
        "links": (_("Links and documents"), _("links and documents")),
        "relations": (_("How does it relate to other products?"), _("relations to other products")),
    },
    "categories": {"name": (_("Name"), _("name"))},
    "sections": {
        "heading": (_("Heading"), _("heading")),
        "body": (_("Text"), _("text")),
        "shows": (_("Shown below the text"), _("what is shown below the text")),
    },
    "milestones": {
        "date": (_("Date"), _("date")),
        "title": (_("Title"), _("title")),
        "text": (_("Text"), _("text")),
        "link": (_("Link"), _("link")),
        "note_mark": (_("Mark of a note"), _("mark of a note")),
        "belongs_to": (_("Part of"), _("what it is part of")),
    },
    "timeline_notes": {"text": (_("Text"), _("text"))},
    "further_resources": {
        "group": (_("Type of resource"), _("type")),
        "published": (_("When was it published?"), _("published")),
        "title": (_("Title"), _("title")),
        "url": (_("Address"), _("address")),
        "note": (_("Type and size of the file"), _("file")),
    },
    ITSELF: {
        "title": (_("Title"), _("title")),
        "published": (_("When was it published?"), _("published")),
        "summary": (_("Summary"), _("summary")),
        "ambition": (_("Shared ambition"), _("shared ambition")),
        "timeline_introduction": (_("Introduction to the timeline"), _("introduction to the timeline")),
        "resources_introduction": (
            _("Introduction to the further resources"),
            _("introduction to the further resources"),
        ),
    },
}

SHOWN_BELOW: dict[str, Promise] = {"products": _("The table of products"), "diagram": _("The diagram")}
