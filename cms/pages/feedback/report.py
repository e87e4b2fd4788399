"""The report of what readers said, for editors."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from cms.pages.feedback.deal_with import REMOVED
from cms.pages.feedback.filters import FeedbackFilters
from cms.pages.feedback.models import Feedback, FeedbackQuerySet
from cms.pages.feedback.tally import tallies

feedback_policy = ModelPermissionPolicy(Feedback)


def _local(value: datetime) -> datetime:
    """Scottish time, in the naive form that spreadsheets hold."""
    return timezone.localtime(value).replace(tzinfo=None)


def _written(feedback: Feedback) -> str:
    return date_format(timezone.localtime(feedback.created_at), "j F Y, H:i")


class ChoosingColumn(BaseColumn):
    """A box to tick, for what still waits."""

    header_template_name = "pages/feedback/admin/choose_all.html"
    cell_template_name = "pages/feedback/admin/choose.html"

    def get_header_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_header_context_data(parent_context)
        return {**context, "has_boxes": any(one.needs_reading for one in context["table"].data)}


class TemplateColumn(BaseColumn):
    """A cell with a template of its own, which is told what the user may do and where to come back to."""

    def __init__(self, view: "FeedbackReport", name: str, template: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = f"pages/feedback/admin/{template}.html"
        self.told = {"may_deal_with": view.may_deal_with, "next_url": view.own_url, "removed": REMOVED}

    def get_cell_context_data(self, instance: Feedback, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {**super().get_cell_context_data(instance, parent_context), **self.told}


class FeedbackReport(ReportView):
    """What readers said: bars first, then each answer, with filters, search and export."""

    model = Feedback
    page_title = _("Feedback")
    header_icon = "comment"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "pages/feedback/admin/report_results.html"
    index_url_name = "feedback_report:index"
    index_results_url_name = "feedback_report:results"
    permission_policy = feedback_policy
    permission_required = "view"
    filterset_class = FeedbackFilters
    default_ordering = "-created_at"
    is_searchable = True
    search_fields = ["page_title", "comment"]
    verbose_name_plural = _("feedback")

    list_export = [
        "created_at",
        "page_title",
        "page_id",
        "get_answer_display",
        "get_reason_display",
        "comment",
        "dealt_with_at",
        "dealt_with_by",
    ]
    export_filename = "feedback"
    export_headings = {
        "page_id": _("Page number"),
        "get_answer_display": _("Answer"),
        "get_reason_display": _("Reason"),
    }
    custom_value_preprocess = {
        **ReportView.custom_value_preprocess,
        datetime: {"xlsx": _local, "csv": lambda value: f"{_local(value):%Y-%m-%d %H:%M}"},
    }

    @cached_property
    def may_deal_with(self) -> bool:
        return self.user_has_permission("change")

    @cached_property
    def own_url(self) -> str:
        """The address of the report as it is filtered now."""
        query = self.request.GET.copy()
        query.pop("_w_filter_fragment", None)
        return f"{self.index_url}?{query.urlencode()}" if query else self.index_url

    @cached_property
    def columns(self) -> list[BaseColumn]:
        choosing = [ChoosingColumn("choose", label="")] if self.may_deal_with else []
        return [
            *choosing,
            Column("created_at", label=_("Given"), accessor=_written, sort_key="created_at"),
            TemplateColumn(self, "page_title", "page", label=_("Page"), sort_key="page_title"),
            Column("get_answer_display", label=_("Answer"), sort_key="answer"),
            Column("get_reason_display", label=_("Reason"), sort_key="reason"),
            TemplateColumn(self, "comment", "comment", label=_("Comment")),
            TemplateColumn(self, "dealt_with", "status", label=_("Dealt with")),
        ]

    def get_base_queryset(self) -> FeedbackQuerySet:
        return Feedback.objects.for_listing()

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        context["next_url"] = self.own_url
        context["may_deal_with"] = self.may_deal_with
        if not self.is_export:
            context["tallies"] = tallies(self.object_list)
        return context
