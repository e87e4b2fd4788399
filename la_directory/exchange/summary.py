"""What an import did, or would do, in lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from la_directory.exchange.columns import CONTACT, COUNCIL, SERVICE
from la_directory.exchange.plan import Entry, Plan
from la_directory.exchange.problems import Problem

SEVERAL = {
    COUNCIL: gettext_lazy("Councils"),
    CONTACT: gettext_lazy("Contacts"),
    SERVICE: gettext_lazy("Services"),
}
MOST_TOLD = 100


def lines(plan: Plan, is_dry: bool = False) -> Iterator[str]:
    yield from counted(plan)
    for entry in plan.written:
        yield f"  {_told(entry)}"
        for words in entry.lacks:
            yield "    " + _("before it can go out: %s") % words
    yield outcome(plan, is_dry)


def counted(plan: Plan) -> Iterator[str]:
    for kind, added, changed, unchanged in plan.counts:
        told = _("%(kind)s: %(added)d added, %(changed)d changed, %(unchanged)d unchanged.")
        yield told % {
            "kind": SEVERAL[kind],
            "added": added,
            "changed": changed,
            "unchanged": unchanged,
        }


def outcome(plan: Plan, is_dry: bool = False) -> str:
    if is_dry:
        return _("Dry run: nothing was written.")
    number = len(plan.written)
    if not number:
        return _("Nothing differs, so nothing was written.")
    told = ngettext(
        "%d draft was written. It is not yet submitted for approval.",
        "%d drafts were written. They are not yet submitted for approval.",
        number,
    )
    return told % number


def problems_told(problems: tuple[Problem, ...]) -> Iterator[str]:
    """All of them, up to what a person would read."""
    yield from (str(problem) for problem in problems[:MOST_TOLD])
    if len(problems) > MOST_TOLD:
        yield _("… and %d more.") % (len(problems) - MOST_TOLD)


def _told(entry: Entry) -> str:
    named = f"{entry.council.name}: {entry.kind_name} “{entry.title}”"
    if entry.is_new:
        return _("row %(row)d, added: %(named)s") % {"row": entry.row, "named": named}
    values = "; ".join(
        f"{change.name}: {_quoted(change.old)} → {_quoted(change.new)}" for change in entry.changes
    )
    return _("row %(row)d, changed: %(named)s (%(values)s)") % {
        "row": entry.row,
        "named": named,
        "values": values,
    }


def _quoted(words: str) -> str:
    return f"“{' / '.join(words.splitlines())}”" if words else _("empty")
