"""How histories and approvals show opening hours: as readers read them."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.admin.compare import BlockComparison, diff_text
from wagtail.blocks import StructValue

from la_directory.opening_hours.hours import OpeningHours


class HoursComparison(BlockComparison):
    """One row of days and times; the block itself holds numbers of days."""

    def htmlvalue(self, val: StructValue | None) -> SafeString:
        return escape(_words(val))

    def htmldiff(self) -> SafeString:
        return diff_text(_words(self.val_a), _words(self.val_b)).to_html()


def in_words(hours: OpeningHours) -> str:
    return "; ".join(f"{days}, {times}" for days, times in hours.lines())


def _words(value: StructValue | None) -> str:
    if not value:
        return ""
    return in_words(OpeningHours.of_rows([(value["days"] or [], value["opens"], value["closes"])]))
