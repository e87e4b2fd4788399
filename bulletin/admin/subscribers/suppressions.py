"""Addresses that get no mail, and why: bounces, complaints, and those who left or were erased."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.reports import ReportView

from bulletin.admin.subscribers.base import policy
from bulletin.admin.subscribers.subscriber_list import day
from bulletin.models import Subscriber, Suppression


class SuppressionFilters(WagtailFilterSet):
    """By reason and time."""

    reason = django_filters.MultipleChoiceFilter(
        label=_("Reason"), choices=Suppression.Reason.choices, widget=forms.CheckboxSelectMultiple
    )
    made_at = django_filters.DateFromToRangeFilter(label=_("Since"), widget=DateRangePickerWidget)

    class Meta:
        model = Suppression
        fields = ["reason", "made_at"]


class PersonColumn(BaseColumn):
    """The subscriber, while one with this address is still known; after that only a keyed hash is."""

    cell_template_name = "bulletin/admin/suppression_person.html"


class SuppressionList(ReportView):
    """Newest first."""

    model = Suppression
    page_title = _("Addresses that get no mail")
    header_icon = "circle-xmark"
    index_url_name = "bulletin_suppressions"
    index_results_url_name = "bulletin_suppressions_results"
    template_name = "wagtailadmin/reports/base_report.html"
    permission_policy = policy
    permission_required = "view"
    filterset_class = SuppressionFilters
    default_ordering = "-made_at"
    list_export: list[str] = []
    verbose_name_plural = _("addresses")
    columns = [
        PersonColumn("person", label=_("Address")),
        Column("reason", label=_("Reason"), accessor="get_reason_display", sort_key="reason"),
        Column("words", label=_("What the relay said")),
        Column("made_at", label=_("Since"), accessor=lambda one: day(one.made_at), sort_key="made_at"),
    ]

    def get_base_queryset(self) -> QuerySet[Suppression]:
        known = Subscriber.objects.filter(address_key=OuterRef("address_key"))
        return Suppression.objects.annotate(
            person=Subquery(known.values("pk")[:1]), address=Subquery(known.values("email")[:1])
        )

    def order_queryset(self, queryset: QuerySet[Suppression]) -> QuerySet[Suppression]:
        return queryset.order_by(*dict.fromkeys([self.ordering, "-pk"]))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        context.pop("export_buttons", None)
        return context
