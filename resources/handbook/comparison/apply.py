"""Doing to a handbook what a comparison says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from resources.handbook.comparison.differences import Changes, Comparison, FieldChange
from resources.handbook.comparison.kinds import KINDS, OWN_FIELDS, Entry, put_together, taken_apart
from resources.handbook.content import Handbook


class DoesNotFit(ValueError):
    """The comparison was made from another handbook."""


def apply(comparison: Comparison, a: Handbook) -> Handbook:
    """The second of the two handbooks that were compared, made from the first; DoesNotFit for any other."""
    own = {name: getattr(a, name) for name in OWN_FIELDS}
    parts = taken_apart(a)
    return put_together(
        own | _new_values(own, comparison.itself),
        {kind.name: _applied(comparison.of(kind.name), parts[kind.name]) for kind in KINDS},
    )


def _applied(changes: Changes, old: Sequence[Entry]) -> Iterable[Entry]:
    entries = {entry.key: entry for entry in old}
    for entry in changes.removed:
        if entries.pop(entry.key, None) != entry:
            raise DoesNotFit(f"{entry.title}: not there to be removed")
    for changed in changes.changed:
        entry = entries.get(changed.old.key)
        if entry is None:
            raise DoesNotFit(f"{changed.old.title}: not there to be changed")
        entries[entry.key] = entry.with_values(_new_values(entry.values, changed.fields))
    for entry in changes.added:
        if entry.key in entries:
            raise DoesNotFit(f"{entry.title}: already there")
        entries[entry.key] = entry
    if changes.order is None:
        return entries.values()
    if entries.keys() != set(changes.order):
        raise DoesNotFit("other records than those to be put in order")
    return [entries[key] for key in changes.order]


def _new_values(values: Mapping[str, Any], changes: Iterable[FieldChange]) -> dict[str, Any]:
    for change in changes:
        if values[change.name] != change.old:
            raise DoesNotFit(f"{change.name}: not as it was")
    return {change.name: change.new for change in changes}
