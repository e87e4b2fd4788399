"""Wagtail's site history as the audit report: it can be asked for everybody who has done anything.

Wagtail offers those who have changed a page, and finds nobody else, such as an administrator who only looks
after people and rights.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView, SiteHistoryReportFilterSet
from wagtail.utils.urlpatterns import decorate_urlpatterns


class AuditFilters(SiteHistoryReportFilterSet):
    def get_users_queryset(self) -> QuerySet:
        return self.get_user_choices()


class AuditReport(LogEntriesView):
    filterset_class = AuditFilters


results = AuditReport.as_view(results_only=True)
urlpatterns = decorate_urlpatterns(
    [
        path("reports/site-history/", AuditReport.as_view(), name="site_history"),
        path("reports/site-history/results/", results, name="site_history_results"),
    ],
    require_admin_access,
)
