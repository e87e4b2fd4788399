"""How the report is narrowed down."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Page

from cms.pages.feedback.choices import Answer, Reason
from cms.pages.feedback.models import Feedback, FeedbackQuerySet

WAITING = "waiting"
DEALT_WITH = "dealt_with"


def pages_with_feedback(request: object) -> object:
    return Page.objects.filter(pk__in=Feedback.objects.values("page")).only("title").order_by("title")


class FeedbackFilters(WagtailFilterSet):
    """By page, answer, reason, time, and whether it still waits."""

    status = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=[(WAITING, _("Waiting")), (DEALT_WITH, _("Dealt with"))],
        method="with_status",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    answer = django_filters.MultipleChoiceFilter(
        label=_("Answer"), choices=Answer.choices, widget=forms.CheckboxSelectMultiple
    )
    reason = django_filters.MultipleChoiceFilter(
        label=_("Reason"), choices=Reason.choices, widget=forms.CheckboxSelectMultiple
    )
    created_at = django_filters.DateFromToRangeFilter(label=_("Given"), widget=DateRangePickerWidget)
    page = django_filters.ModelChoiceFilter(label=_("Page"), queryset=pages_with_feedback)

    class Meta:
        model = Feedback
        fields = ["status", "answer", "reason", "created_at", "page"]

    def with_status(self, feedback: FeedbackQuerySet, name: str, value: str) -> FeedbackQuerySet:
        return feedback.waiting() if value == WAITING else feedback.exclude(dealt_with_at=None)
