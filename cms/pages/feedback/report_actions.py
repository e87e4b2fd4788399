"""What editors send from the report."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from cms.pages.feedback.deal_with import mark_dealt_with, remove_comment, reopen
from cms.pages.feedback.models import Feedback
from cms.pages.feedback.report import FeedbackReport, feedback_policy

LARGEST_ID_DIGITS = 18
CHOSEN = "chosen"


def _numbers(values: list[str]) -> list[int]:
    """The ids among what was sent; anything else is passed over."""
    digits = [value for value in values if value.isascii() and value.isdigit()]
    return [int(value) for value in digits if len(value) <= LARGEST_ID_DIGITS]


class FeedbackActionView(PermissionCheckedMixin, View):
    """An action on feedback that leads back to the report as it was filtered."""

    permission_policy = feedback_policy
    permission_required = "change"

    @property
    def next_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or reverse("feedback_report:index")


class DealWithFeedback(FeedbackActionView):
    """The button says which: `deal_with` or `reopen` with an id, or “chosen” for all that are ticked."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if "reopen" in request.POST:
            reopen(_numbers([request.POST["reopen"]]), request.user)
            messages.success(request, _("This feedback waits again."))
            return redirect(self.next_url)
        one = request.POST.get("deal_with", CHOSEN)
        ids = request.POST.getlist("id") if one == CHOSEN else [one]
        number = mark_dealt_with(_numbers(ids), request.user)
        if number:
            text = ngettext("%d answer marked as dealt with.", "%d answers marked as dealt with.", number)
            messages.success(request, text % number)
        else:
            messages.warning(request, _("Nothing was marked: tick at least one answer that still waits."))
        return redirect(self.next_url)


class RemoveComment(WagtailAdminTemplateMixin, FeedbackActionView):
    """Asks first: what is removed does not come back."""

    http_method_names = ["get", "head", "post"]
    template_name = "pages/feedback/admin/remove_comment.html"
    page_title = gettext_lazy("Remove comment")
    header_icon = "bin"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        report = {"url": self.next_url, "label": FeedbackReport.page_title}
        return [*self.breadcrumbs_items, report, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(next_url=self.next_url, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        feedback = get_object_or_404(Feedback, pk=pk)
        return self.render_to_response(self.get_context_data(feedback=feedback))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        remove_comment(get_object_or_404(Feedback, pk=pk), request.user)
        messages.success(request, _("The comment was removed."))
        return redirect(self.next_url)
