"""What readers and councils say is wrong with entries: SG's list, and dealing with it."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page

from la_directory.freshness.freshness_report import ForGovernment
from la_directory.freshness.overview import kept_councils
from la_directory.freshness.reports import REMOVED, deal_with, remove_comment, reopen
from la_directory.models import RecordReport
from la_directory.models.record_report import ReportQuerySet

WAITING, DEALT_WITH = "waiting", "dealt_with"
LARGEST_ID_DIGITS = 18


class ReportFilters(WagtailFilterSet):
    """By council, who said it, and whether it still waits."""

    status = django_filters.ChoiceFilter(
        label=gettext_lazy("Status"),
        choices=[(WAITING, gettext_lazy("Waiting")), (DEALT_WITH, gettext_lazy("Dealt with"))],
        method="with_status",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )
    council = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Council"), queryset=lambda request: kept_councils().order_by("title")
    )
    source = django_filters.ChoiceFilter(
        label=gettext_lazy("From"), choices=RecordReport.Source.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = RecordReport
        fields = ["status", "council", "source"]

    def with_status(self, reports: ReportQuerySet, name: str, value: str) -> ReportQuerySet:
        return reports.open() if value == WAITING else reports.exclude(dealt_with_at=None)


class RecordReports(ForGovernment, ReportView):
    """Newest first, with filters and export."""

    model = RecordReport
    page_title = gettext_lazy("Reports on contacts and services")
    header_icon = "warning"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "la_directory/freshness/reports_results.html"
    index_url_name = "directory_reports:index"
    index_results_url_name = "directory_reports:results"
    filterset_class = ReportFilters
    is_searchable = False
    list_export = [
        "created_at",
        "council",
        "record_title",
        "get_source_display",
        "get_wrong_display",
        "comment",
        "dealt_with_at",
        "dealt_with_by",
    ]
    export_headings = {
        "get_source_display": gettext_lazy("From"),
        "get_wrong_display": gettext_lazy("What is wrong"),
    }
    export_filename = "directory-reports"

    def get_base_queryset(self) -> ReportQuerySet:
        return RecordReport.objects.select_related("council", "dealt_with_by")

    @cached_property
    def own_url(self) -> str:
        """The address of the list as it is filtered now."""
        query = self.request.GET.urlencode()
        return f"{self.index_url}?{query}" if query else self.index_url

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        reports = list(context["object_list"])
        pages = Page.objects.filter(
            translation_key__in={report.translation_key for report in reports}, locale=Locale.get_default()
        )
        keys = dict(pages.values_list("translation_key", "pk"))
        lines = [(report, keys.get(report.translation_key)) for report in reports]
        return {**context, "lines": lines, "next_url": self.own_url, "removed": REMOVED}


class DealWithReport(View):
    """A button says what is done to which report: any for SG, those on their council for its people."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if done := deal_with(_keys(request, "deal_with"), request.user):
            words = _("Marked as dealt with.")
        elif done := reopen(_keys(request, "reopen"), request.user):
            words = _("This report waits again.")
        elif done := remove_comment(_keys(request, "remove_comment"), request.user):
            words = _("The comment was removed.")
        if done:
            messages.success(request, words)
        else:
            messages.warning(request, _("Nothing was changed. Somebody may have dealt with it before."))
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def _keys(request: HttpRequest, button: str) -> list[int]:
    """The number a button sends; anything else is passed over."""
    sent = request.POST.getlist(button)
    return [int(key) for key in sent if key.isascii() and key.isdigit() and len(key) <= LARGEST_ID_DIGITS]
