"""Where the report stands in the admin. The hooks of cms.pages import this module."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from cms.pages import waiting
from cms.pages.feedback.deal_with import COMMENT_REMOVED, DEALT_WITH, REOPENED
from cms.pages.feedback.report import FeedbackReport, feedback_policy
from cms.pages.feedback.report_actions import DealWithFeedback, RemoveComment
from cms.pages.feedback.waiting import feedback_to_read

waiting.register(feedback_to_read)


class FeedbackMenuItem(MenuItem):
    """Shown to those who may read feedback."""

    def is_shown(self, request: HttpRequest) -> bool:
        return feedback_policy.user_has_permission(request.user, "view")


@hooks.register("register_reports_menu_item")
def feedback_in_the_menu() -> MenuItem:
    url = reverse("feedback_report:index")
    return FeedbackMenuItem(_("Feedback"), url, name="feedback", icon_name="comment", order=100)


@hooks.register("register_admin_urls")
def feedback_addresses() -> list[URLPattern | URLResolver]:
    addresses = [
        path("", FeedbackReport.as_view(), name="index"),
        path("results/", FeedbackReport.as_view(results_only=True), name="results"),
        path("deal-with/", DealWithFeedback.as_view(), name="deal_with"),
        path("<int:pk>/remove-comment/", RemoveComment.as_view(), name="remove_comment"),
    ]
    return [path("reports/feedback/", include((addresses, "feedback_report")))]


@hooks.register("register_permissions")
def feedback_permissions() -> QuerySet[Permission]:
    """So that the rights can be given to a group in the admin."""
    return Permission.objects.filter(
        content_type__app_label="pages", codename__in=["view_feedback", "change_feedback"]
    )


@hooks.register("register_log_actions")
def feedback_in_the_log(actions: LogActionRegistry) -> None:
    actions.register_action(DEALT_WITH, _("Feedback: dealt with"), _("Marked as dealt with"))
    actions.register_action(REOPENED, _("Feedback: opened again"), _("Marked as not yet dealt with"))
    actions.register_action(COMMENT_REMOVED, _("Feedback: comment removed"), _("Removed the comment"))
