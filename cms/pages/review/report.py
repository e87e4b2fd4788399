"""The report of pages by review date."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from cms.pages.models import SitePage
from cms.pages.review.due import pages_with_review


class ReviewReport(ReportView):
    """Every live page with a review date that this person may change, the most urgent first."""

    page_title = _("Reviews")
    header_icon = "date"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "pages/review/report_results.html"
    index_url_name = "review_report:index"
    index_results_url_name = "review_report:results"
    list_export = ["title", "review_on", "responsible", "full_url"]
    export_headings = {
        "title": _("Page"),
        "review_on": _("Review by"),
        "responsible": _("Responsible"),
        "full_url": _("Address"),
    }
    export_filename = "reviews"
    is_searchable = False
    paginate_by = None

    def get_queryset(self) -> list[SitePage]:
        allowed = page_permission_policy.instances_user_has_permission_for(self.request.user, "change")
        numbers = set(allowed.values_list("pk", flat=True))
        return [page for page in pages_with_review() if page.pk in numbers]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(*args, **kwargs), "today": timezone.localdate()}
