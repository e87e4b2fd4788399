"""Feedback counted: the bars above the report."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from cms.pages.feedback.choices import Answer, Reason
from cms.pages.feedback.models import FeedbackQuerySet

PAGES_SHOWN = 10
MONTHS_SHOWN = 12
BAR = 160  # pixels of the longest bar


@dataclass(frozen=True)
class Line:
    """One bar: what is counted, how often, and its length in pixels."""

    label: str
    number: int
    length: int


@dataclass(frozen=True)
class Tally:
    """Bars that are compared with each other."""

    title: str
    heading: str
    lines: list[Line]


def tallies(feedback: FeedbackQuerySet) -> list[Tally]:
    """By answer, reason, page and month; one query each. What nobody said is left out."""
    unhelped = feedback.exclude(answer=Answer.YES)
    pages = unhelped.order_by().values("page_id", "page_title").annotate(number=Count("pk"))
    months = feedback.order_by().annotate(month=TruncMonth("created_at")).values("month")
    monthly = list(months.annotate(number=Count("pk")).order_by("-month")[:MONTHS_SHOWN])
    found = [
        Tally(_("Answers"), _("Answer"), _by_choice(feedback, "answer", Answer)),
        Tally(_("Reasons"), _("Reason"), _by_choice(unhelped, "reason", Reason)),
        Tally(
            _("Pages that helped least"),
            _("Page"),
            _lines(pages.order_by("-number", "page_title")[:PAGES_SHOWN], lambda row: row["page_title"]),
        ),
        Tally(_("Months"), _("Month"), _lines(reversed(monthly), lambda row: _month(row["month"]))),
    ]
    return [tally for tally in found if tally.lines]


def _by_choice(feedback: FeedbackQuerySet, field: str, choices: type[Answer] | type[Reason]) -> list[Line]:
    """In the order in which readers are asked."""
    rows = feedback.order_by().values(field).annotate(number=Count("pk"))
    order = choices.values
    known = sorted((row for row in rows if row[field] in order), key=lambda row: order.index(row[field]))
    return _lines(known, lambda row: str(choices(row[field]).label))


def _lines(rows: Iterable[dict[str, Any]], label: Callable[[dict[str, Any]], str]) -> list[Line]:
    rows = list(rows)
    largest = max((row["number"] for row in rows), default=1)
    return [Line(label(row), row["number"], max(1, round(BAR * row["number"] / largest))) for row in rows]


def _month(first_day: datetime) -> str:
    return format_date(timezone.localtime(first_day), "F Y")
