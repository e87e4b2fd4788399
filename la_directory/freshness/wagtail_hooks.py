"""Where freshness stands in the admin. The hooks of la_directory import this module."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

from cms.pages import waiting
from la_directory.freshness.correct import CORRECTED
from la_directory.freshness.freshness_report import FreshnessReport
from la_directory.freshness.reports import COMMENT_REMOVED, DEALT_WITH, REOPENED
from la_directory.freshness.reports_list import DealWithReport, RecordReports
from la_directory.freshness.waiting import directory_waits
from la_directory.teams.government import MANAGE

waiting.register(directory_waits)


class GovernmentMenuItem(MenuItem):
    """Shown to those who look after the directory."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MANAGE)


@hooks.register("register_reports_menu_item")
def freshness_in_the_menu() -> MenuItem:
    url = reverse("freshness_report:index")
    return GovernmentMenuItem(_("Freshness of councils"), url, name="freshness", icon_name="date", order=120)


@hooks.register("register_reports_menu_item")
def reports_in_the_menu() -> MenuItem:
    url = reverse("directory_reports:index")
    return GovernmentMenuItem(
        _("Reports on contacts and services"),
        url,
        name="directory-reports",
        icon_name="warning",
        order=130,
    )


@hooks.register("register_admin_urls")
def freshness_addresses() -> list[URLPattern | URLResolver]:
    freshness = [
        path("", FreshnessReport.as_view(), name="index"),
        path("results/", FreshnessReport.as_view(results_only=True), name="results"),
    ]
    reports = [
        path("", RecordReports.as_view(), name="index"),
        path("results/", RecordReports.as_view(results_only=True), name="results"),
        path("deal-with/", DealWithReport.as_view(), name="deal_with"),
    ]
    return [
        path("reports/freshness/", include((freshness, "freshness_report"))),
        path("reports/directory/", include((reports, "directory_reports"))),
    ]


@hooks.register("register_log_actions")
def freshness_in_the_log(actions: LogActionRegistry) -> None:
    actions.register_action(DEALT_WITH, _("Report on an entry: dealt with"), _("Marked as dealt with"))
    actions.register_action(
        REOPENED, _("Report on an entry: opened again"), _("Marked as not yet dealt with")
    )
    actions.register_action(
        COMMENT_REMOVED, _("Report on an entry: comment removed"), _("Removed the comment")
    )

    @actions.register_action(CORRECTED)
    class CorrectedByLink(LogFormatter):
        label = _("Corrected by a mailed link")

        def format_message(self, log_entry: PageLogEntry) -> str:
            team = log_entry.data.get("team", "")
            return _("Corrected by %(team)s through its mailed link") % {"team": team}
