"""What changed, in a line for each record: for the box "Changed since the last edition"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resources.handbook.comparison.differences import Comparison, FieldChange
from resources.handbook.comparison.kinds import KINDS
from resources.handbook.comparison.labels import FIELDS, ITSELF
from resources.handbook.comparison.shown import title_of

# Products are what the handbook is about, so they need no name of their kind.
SENTENCES: dict[str, tuple[Promise, Promise, Promise, Promise]] = {
    "products": (
        gettext_lazy("Added: %(title)s"),
        gettext_lazy("Removed: %(title)s"),
        gettext_lazy("Changed: %(title)s (%(fields)s)"),
        gettext_lazy("Moved: %(title)s"),
    ),
    "categories": (
        gettext_lazy("Category added: %(title)s"),
        gettext_lazy("Category removed: %(title)s"),
        gettext_lazy("Category changed: %(title)s (%(fields)s)"),
        gettext_lazy("Category moved: %(title)s"),
    ),
    "sections": (
        gettext_lazy("Section added: %(title)s"),
        gettext_lazy("Section removed: %(title)s"),
        gettext_lazy("Section changed: %(title)s (%(fields)s)"),
        gettext_lazy("Section moved: %(title)s"),
    ),
    "milestones": (
        gettext_lazy("Milestone added: %(title)s"),
        gettext_lazy("Milestone removed: %(title)s"),
        gettext_lazy("Milestone changed: %(title)s (%(fields)s)"),
        gettext_lazy("Milestone moved: %(title)s"),
    ),
    "timeline_notes": (
        gettext_lazy("Timeline, added: %(title)s"),
        gettext_lazy("Timeline, removed: %(title)s"),
        gettext_lazy("Timeline, changed: %(title)s (%(fields)s)"),
        gettext_lazy("Timeline, moved: %(title)s"),
    ),
    "further_resources": (
        gettext_lazy("Further resource added: %(title)s"),
        gettext_lazy("Further resource removed: %(title)s"),
        gettext_lazy("Further resource changed: %(title)s (%(fields)s)"),
        gettext_lazy("Further resource moved: %(title)s"),
    ),
}


def in_words(comparison: Comparison) -> list[str]:
    """Such as "Changed: Service Standards (published, how it is used)"; nothing for no news."""
    return list(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    for kind in KINDS:
        changes = comparison.of(kind.name)
        added, removed, changed, moved = SENTENCES[kind.name]
        yield from (added % {"title": title_of(kind, each)} for each in changes.added)
        yield from (removed % {"title": title_of(kind, each)} for each in changes.removed)
        for each in changes.news:
            fields = _names(kind.name, each.news)
            yield changed % {"title": title_of(kind, each.new), "fields": fields}
        yield from (moved % {"title": title_of(kind, each)} for each in changes.moved)
    if comparison.news:
        yield _("The handbook itself changed (%(fields)s)") % {"fields": _names(ITSELF, comparison.news)}


def _names(kind: str, changes: Iterable[FieldChange]) -> str:
    changed = {change.name for change in changes}
    return ", ".join(str(short) for name, (_label, short) in FIELDS[kind].items() if name in changed)
