"""What an import did, or would do, in lines for a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from resources.handbook.importing.changes import Entry, Part, Plan, Removal

KINDS = {
    "section": gettext_lazy("Sections"),
    "product": gettext_lazy("Products"),
    "milestone": gettext_lazy("Milestones"),
    "note": gettext_lazy("Notes to the timeline"),
    "resource": gettext_lazy("Further resources"),
}


@dataclass(frozen=True)
class Summary:
    """`plan` has the renames as they were accepted; `removed` is what was taken off the site."""

    plan: Plan
    created_handbook: bool = False
    published: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()
    removed: tuple[Removal, ...] = ()
    is_dry: bool = False

    @property
    def lines(self) -> list[str]:
        return list(self._lines())

    @property
    def in_short(self) -> list[str]:
        """One line a kind that something happened to, and where it went."""
        plan = self.plan
        told = [_("The handbook was made.")] if self.created_handbook else []
        for part in plan.parts:
            numbers = {
                _("added"): len(part.added),
                _("changed"): len(part.changed),
                _("taken off"): sum(removal.kind == part.kind for removal in self.removed),
            }
            counts = [f"{number} {done}" for done, number in numbers.items() if number]
            if counts:
                told.append(f"{KINDS[part.kind]}: {', '.join(counts)}.")
        if plan.own:
            told.append(_("Changed on the handbook’s page: %s.") % _fields(plan.own))
        return [*told, self._where()]

    def _where(self) -> str:
        if self.is_dry:
            return _("Dry run: nothing was written.")
        if self.published:
            number = len(self.published)
            return ngettext("%d record was published.", "%d records were published.", number) % number
        if self.plan.changes_nothing and not self.removed:
            return _("Nothing changed.")
        return _("What is new or changed waits as drafts.")

    def _lines(self) -> Iterator[str]:
        plan = self.plan
        if self.created_handbook:
            yield _("Handbook: added.")
        elif plan.own:
            yield _("Handbook: changed (%s).") % _fields(plan.own)
        for label, names in (
            (_("New categories"), plan.new_categories),
            (_("New groups of further resources"), plan.new_groups),
        ):
            if names:
                yield f"{label}: {_quoted(names)}."
        for part in plan.parts:
            yield from self._of_part(part)
        yield from self.held_back
        yield self._where()

    def _of_part(self, part: Part) -> Iterator[str]:
        if not part.entries and not part.removals:
            return
        counts = (
            f"{len(part.added)} {_('added')}",
            f"{len(part.changed)} {_('changed')}",
            f"{part.unchanged} {_('unchanged')}",
        )
        yield f"{KINDS[part.kind]}: {', '.join(counts)}."
        for entry in part.added:
            if entry.likely:
                words = _("  added: “%(new)s” (likely “%(old)s” renamed; --accept-renames takes it as that)")
                yield words % {"new": entry.title, "old": entry.likely.title}
            else:
                yield _("  added: “%s”") % entry.title
        for entry in part.changed:
            yield _("  changed: %s") % _changed(entry)
        for removal in part.removals:
            is_off = removal in self.removed
            words = _("  taken off the site: “%s”") if is_off else _("  not in the file, kept: “%s”")
            yield words % removal.title


def _changed(entry: Entry) -> str:
    return f"“{entry.held.title if entry.held else entry.title}” ({_fields(entry.fields)})"


def _fields(changes: tuple) -> str:
    return ", ".join(change.label for change in changes)


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)
