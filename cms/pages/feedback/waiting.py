"""The line of feedback on the dashboard."""

from django.contrib.auth.models import AbstractUser
from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.pages.feedback.filters import WAITING
from cms.pages.feedback.models import Feedback
from cms.pages.waiting import WaitingItem


def feedback_to_read(user: AbstractUser) -> list[WaitingItem]:
    """One line for all feedback that waits, for those who may read it and mark it as dealt with."""
    if not user.has_perms(["pages.view_feedback", "pages.change_feedback"]):
        return []
    waiting = Feedback.objects.waiting().order_by().aggregate(number=Count("pk"), since=Min("created_at"))
    if not waiting["number"]:
        return []
    title = ngettext(
        "%d answer from readers to look at", "%d answers from readers to look at", waiting["number"]
    )
    url = f"{reverse('feedback_report:index')}?status={WAITING}"
    return [WaitingItem(title % waiting["number"], url, _("to look at"), waiting["since"])]
