"""The report of one sending: what became of each message."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import log

from bulletin.admin.editions.base import Crumb, crumb_of_editions
from bulletin.admin.editions.log_actions import EXPORTED
from bulletin.admin.editions.progress import progress_shown
from bulletin.admin.editions.rights import QUEUE, report_policy, sees_addresses, shortened
from bulletin.admin.editions.scottish_time import in_scotland
from bulletin.admin.editions.summary import summary_of
from bulletin.models import Delivery, Sending


def _local(value: datetime) -> datetime:
    """Scottish time, in the naive form that spreadsheets hold."""
    return timezone.localtime(value, in_scotland()).replace(tzinfo=None)


def _state(delivery: Delivery) -> str:
    if delivery.state == Delivery.State.SKIPPED and delivery.skip_reason:
        return f"{delivery.get_state_display()}: {delivery.get_skip_reason_display()}"
    return delivery.get_state_display()


def _reply(delivery: Delivery) -> str:
    return f"{delivery.reply_code or ''} {delivery.reply_text}".strip()


def _sent(delivery: Delivery) -> str:
    if delivery.sent_at is None:
        return ""
    return date_format(timezone.localtime(delivery.sent_at, in_scotland()), "j F Y, H:i:s")


class DeliveryFilters(WagtailFilterSet):
    """By what became of it."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=Delivery.State.choices, widget=forms.CheckboxSelectMultiple
    )
    skip_reason = django_filters.MultipleChoiceFilter(
        label=_("Why it was skipped"), choices=Delivery.Skip.choices, widget=forms.CheckboxSelectMultiple
    )
    was_uncertain = django_filters.BooleanFilter(
        label=_("Was uncertain"),
        widget=forms.RadioSelect(choices=[("", _("All")), ("true", _("Yes")), ("false", _("No"))]),
    )

    class Meta:
        model = Delivery
        fields = ["state", "skip_reason", "was_uncertain"]


class DecisionColumn(BaseColumn):
    """What can be done about a message of which nobody knows whether it arrived."""

    cell_template_name = "bulletin/admin/decide_cell.html"

    def __init__(self) -> None:
        super().__init__("decide", label=_("Decide"))

    def get_cell_context_data(self, instance: Delivery, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        is_open = instance.state == Delivery.State.UNCERTAIN
        # Wagtail gives a cell the request, but no token for its forms.
        token = get_token(context["request"])
        whose = shortened(instance.address) or _("erased")
        return {**context, "is_open": is_open, "whose": whose, "csrf_token": token}


class Report(ReportView):
    """Numbers first, then a row for each message. Whoever may not export addresses sees them shortened."""

    model = Delivery
    page_title = _("Report")
    header_icon = "mail"
    template_name = "bulletin/admin/report.html"
    results_template_name = "bulletin/admin/report_results.html"
    permission_policy = report_policy
    permission_required = "view"
    filterset_class = DeliveryFilters
    default_ordering = "pk"
    verbose_name_plural = _("messages")
    list_export = [
        "shown_address",
        "get_state_display",
        "get_skip_reason_display",
        "was_uncertain",
        "attempts",
        "reply_code",
        "reply_text",
        "sent_at",
        "message_id",
    ]
    export_headings = {
        "shown_address": _("Address"),
        "get_state_display": _("State"),
        "get_skip_reason_display": _("Why it was skipped"),
        "attempts": _("Refusals for now"),
        "reply_code": _("Reply code"),
        "message_id": _("Message-ID"),
    }
    custom_value_preprocess = {
        **ReportView.custom_value_preprocess,
        datetime: {"xlsx": _local, "csv": lambda value: f"{_local(value):%Y-%m-%d %H:%M:%S}"},
    }

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        sendings = Sending.objects.defer("html", "text", "message").select_related("edition")
        self.sending = get_object_or_404(sendings, id=kwargs["pk"])
        self.sees_addresses = sees_addresses(request.user)

    @property
    def index_url(self) -> str:
        return reverse("bulletin_report", args=[self.sending.pk])

    @property
    def index_results_url(self) -> str:
        return reverse("bulletin_report_results", args=[self.sending.pk])

    @property
    def is_searchable(self) -> bool:
        """Looking for a whole address would tell it."""
        return self.sees_addresses

    search_fields = ["address"]

    @cached_property
    def columns(self) -> list[BaseColumn]:
        decides = [DecisionColumn()] if self._may_decide else []
        return [
            Column("address", label=_("Address"), accessor=self.shown, classname="es_first"),
            Column("state", label=_("State"), accessor=_state, sort_key="state"),
            Column("reply", label=_("The relay’s words"), accessor=_reply),
            Column("sent_at", label=_("Sent"), accessor=_sent, sort_key="sent_at"),
            *decides,
        ]

    @property
    def _may_decide(self) -> bool:
        return self.request.user.has_perm(QUEUE)

    def shown(self, delivery: Delivery) -> str:
        if not delivery.address:
            return str(_("erased"))
        return delivery.address if self.sees_addresses else shortened(delivery.address)

    def get_page_subtitle(self) -> str:
        return self.sending.subject

    def get_breadcrumbs_items(self) -> list[Crumb]:
        edition = self.sending.edition
        url = reverse("bulletin_sending", args=[edition.pk])
        of_edition = {"url": url, "label": edition.get_admin_display_title()}
        own = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, crumb_of_editions(), of_edition, own]

    def get_filename(self) -> str:
        return f"bulletin-{self.sending.edition.slug}-sending-{self.sending.pk}"

    def get_valid_orderings(self) -> list[str]:
        return [*super().get_valid_orderings(), self.default_ordering]

    def get_base_queryset(self) -> QuerySet[Delivery]:
        return Delivery.objects.filter(sending=self.sending)

    def order_queryset(self, queryset: QuerySet[Delivery]) -> QuerySet[Delivery]:
        """Rows of one state keep their order over the pages of the list."""
        return queryset.order_by(*dict.fromkeys([self.ordering, "pk"]))

    def to_row_dict(self, item: Delivery) -> dict[str, Any]:
        item.shown_address = self.shown(item)
        return super().to_row_dict(item)

    def as_spreadsheet(self, queryset: QuerySet[Delivery], spreadsheet_format: str) -> HttpResponse:
        if self.sees_addresses:
            log(self.sending.edition, EXPORTED, user=self.request.user, data={"sending": self.sending.pk})
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        if not self.is_export:
            context["sending"] = self.sending
            context["progress"] = progress_shown(self.sending)
            context["summary"] = summary_of(self.sending)
            context["may_decide"] = self._may_decide
            context["sees_addresses"] = self.sees_addresses
        return context
