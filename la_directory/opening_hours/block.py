"""How editors write opening hours: days of the week that share their times."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from la_directory.opening_hours.comparison import HoursComparison

DAYS = [
    ("0", _("Monday")),
    ("1", _("Tuesday")),
    ("2", _("Wednesday")),
    ("3", _("Thursday")),
    ("4", _("Friday")),
    ("5", _("Saturday")),
    ("6", _("Sunday")),
]


class OpeningHoursBlock(blocks.StructBlock):
    """Days of the week that share their times. A lunch break is written as two of these."""

    days = blocks.MultipleChoiceBlock(label=_("Days"), choices=DAYS)
    opens = blocks.TimeBlock(label=_("From"))
    closes = blocks.TimeBlock(label=_("Until"))

    def get_comparison_class(self) -> type[HoursComparison]:
        return HoursComparison

    class Meta:
        icon = "time"
        label = _("Hours")
        form_classname = "struct-block es_opening-hours"
