"""SG's report: all councils by freshness, the worst first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView

from la_directory.freshness.overview import Freshness, freshness_of, kept_councils
from la_directory.freshness.recipients import is_out_of_reach, latest_rounds, teams_of
from la_directory.freshness.stamp import State
from la_directory.models import CouncilTeam, RecordReport, ReminderRound
from la_directory.teams.government import MANAGE


@dataclass(frozen=True)
class Line:
    """One council."""

    freshness: Freshness
    team: CouncilTeam | None
    last_round: ReminderRound | None
    open_reports: int

    @property
    def pk(self) -> int:
        return self.freshness.council.pk

    @property
    def council(self) -> str:
        return self.freshness.council.title

    @property
    def entries(self) -> int:
        return len(self.freshness.entries)

    @property
    def fresh(self) -> int:
        return self.freshness.number(State.FRESH)

    @property
    def due(self) -> int:
        return self.freshness.number(State.DUE)

    @property
    def stale(self) -> int:
        return self.freshness.number(State.STALE)

    @property
    def unchecked(self) -> int:
        return self.freshness.number(State.UNCHECKED)

    @property
    def oldest_check(self) -> date | None:
        return self.freshness.oldest_check

    @property
    def editors(self) -> int:
        return sum(user.is_active for user in self.team.group.user_set.all()) if self.team else 0

    @property
    def last_reminder(self) -> date | None:
        """When a mail of the last round was handed over."""
        mails = self.last_round.mails.all() if self.last_round else []
        sent = [mail.sent_at for mail in mails if mail.sent_at]
        return timezone.localdate(max(sent)) if sent else None

    @property
    def is_out_of_reach(self) -> bool:
        return is_out_of_reach(self.last_round, self.team)

    @property
    def badness(self) -> tuple[bool, int, int, date]:
        """Sorts the worst first: without entries, then by what readers are warned of, then by what is due."""
        return (self.entries > 0, -(self.stale + self.unchecked), -self.due, self.oldest_check or date.max)


def all_lines() -> list[Line]:
    """In the same number of queries however many councils and entries there are."""
    councils = list(kept_councils().order_by("title"))
    freshness, teams, rounds = freshness_of(councils), teams_of(councils), latest_rounds(councils)
    counted = RecordReport.objects.open().order_by().values_list("council").annotate(Count("pk"))
    reports = dict(counted)
    lines = (
        Line(freshness[key], teams.get(key), rounds.get(key), reports.get(key, 0))
        for key in (council.pk for council in councils)
    )
    return sorted(lines, key=lambda line: line.badness)


class ForGovernment:
    """For views of those who look after the directory as a whole."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(MANAGE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class FreshnessReport(ForGovernment, ReportView):
    """How fresh the entries of each council are, whether it can be reached, and what readers say."""

    page_title = _("Freshness of councils")
    header_icon = "date"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "la_directory/freshness/report_results.html"
    index_url_name = "freshness_report:index"
    index_results_url_name = "freshness_report:results"
    list_export = [
        "council",
        "entries",
        "fresh",
        "due",
        "stale",
        "unchecked",
        "oldest_check",
        "last_reminder",
        "editors",
        "open_reports",
    ]
    export_headings = {
        "council": _("Council"),
        "entries": _("Entries"),
        "fresh": _("Fresh"),
        "due": _("Due"),
        "stale": _("Out of date"),
        "unchecked": _("Unchecked"),
        "oldest_check": _("Oldest check"),
        "last_reminder": _("Last reminder"),
        "editors": _("Editors"),
        "open_reports": _("Open reports"),
    }
    export_filename = "council-freshness"
    is_searchable = False
    paginate_by = None

    def get_queryset(self) -> Iterable[Line]:
        return all_lines()

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return {**context, "headings": [self.export_headings[name] for name in self.list_export]}
