"""The fields in which two versions of a page differ, found by the comparisons of its editor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.admin.compare import (
    ChildRelationComparison,
    FieldComparison,
    ForeignObjectComparison,
    M2MFieldComparison,
)
from wagtail.models import Page

from cms.pages.approval.words import in_words

# What Wagtail's comparisons mark, and what is left out to show the one version or the other.
OLD, NEW = "deletion", "addition"
SPACES = re.compile(r"\s+")
ENDS_A_LINE = ["dd", "div", "dl", "dt", "li", "p"]


@dataclass(frozen=True)
class Difference:
    """One field in two versions, as HTML in which what differs is marked; empty where there is nothing."""

    label: str
    old: SafeString
    new: SafeString

    @property
    def old_words(self) -> str:
        return words_of(self.old)

    @property
    def new_words(self) -> str:
        return words_of(self.new)

    @property
    def is_of_form(self) -> bool:
        """The words are the same: a link, a picture or the look of the words differs."""
        return self.old_words == self.new_words


def differences(old: Page, new: Page) -> list[Difference]:
    """In the order of the editor."""
    return [
        Difference(str(comparison.field_label()), *_sides(comparison)) for comparison in _changed(old, new)
    ]


def _changed(old: Page, new: Page) -> Iterator[FieldComparison | ChildRelationComparison]:
    panels = new.get_edit_handler().get_bound_panel(instance=new, request=None, form=None)
    for compare in panels.get_comparison():
        comparison = compare(old, new)
        if _has_changed(comparison):
            yield comparison


def _has_changed(comparison: FieldComparison | ChildRelationComparison) -> bool:
    """Terms that are ticked have no order of their own; Wagtail takes another order for a change."""
    if isinstance(comparison, M2MFieldComparison):
        old, new = comparison.get_items()
        return set(old) != set(new)
    return comparison.has_changed()


def _sides(comparison: FieldComparison | ChildRelationComparison) -> tuple[SafeString, SafeString]:
    if comparison.is_child_relation:
        return _listed(comparison.val_a.all()), _listed(comparison.val_b.all())
    if type(comparison) is FieldComparison:
        return escape(in_words(comparison.val_a)), escape(in_words(comparison.val_b))
    if isinstance(comparison, M2MFieldComparison):
        old, new = comparison.get_items()
        return _listed(old), _listed(new)
    if isinstance(comparison, ForeignObjectComparison):
        old, new = comparison.get_objects()
        return escape(in_words(old)), escape(in_words(new))
    html = comparison.htmldiff()
    return _without(NEW, html), _without(OLD, html)


def _listed(things: Iterable[object]) -> SafeString:
    return escape(", ".join(sorted(str(thing) for thing in things)))


def _without(kind: str, html: str) -> SafeString:
    """One of the two versions that a comparison shows in one text."""
    soup = BeautifulSoup(html, "html.parser")
    for part in soup.select(f".{kind}"):
        part.decompose()
    return mark_safe(str(soup).strip())  # noqa: S308  Wagtail has escaped the values, and nothing is put in


def words_of(html: str) -> str:
    """The text on one line."""
    soup = BeautifulSoup(html, "html.parser")
    for part in soup.find_all(ENDS_A_LINE):
        part.append(" ")
    return SPACES.sub(" ", soup.get_text()).strip()


def in_one_line(difference: Difference) -> str:
    """For mail: what it was and what it is."""
    if difference.is_of_form:
        return _("%(field)s: only links, pictures or the look of words") % {"field": difference.label}
    nothing = _("nothing")
    return _("%(field)s: %(old)s → %(new)s") % {
        "field": difference.label,
        "old": difference.old_words or nothing,
        "new": difference.new_words or nothing,
    }
