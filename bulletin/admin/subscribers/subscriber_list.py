"""All subscribers, to be searched and narrowed down. Nobody is added here: people agree themselves."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import Button

from bulletin.admin.subscribers.base import Crumb, policy
from bulletin.models import Subscriber, Suppression
from cms.mail.addresses import key_of


class SubscriberFilters(WagtailFilterSet):
    """By state, what they get, where they signed up, and since when."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=Subscriber.State.choices, widget=forms.CheckboxSelectMultiple
    )
    gets = django_filters.ChoiceFilter(
        label=_("Gets"),
        choices=[("monthly", _("Monthly bulletin")), ("special", _("Special editions"))],
        method="who_get",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    source = django_filters.CharFilter(label=_("Source contains"), lookup_expr="icontains")
    asked_at = django_filters.DateFromToRangeFilter(label=_("Asked"), widget=DateRangePickerWidget)

    class Meta:
        model = Subscriber
        fields = ["state", "gets", "source", "asked_at"]

    def who_get(self, people: QuerySet[Subscriber], name: str, value: str) -> QuerySet[Subscriber]:
        return people.filter(pk__in=Subscriber.objects.wanting(value).values("pk"))


def day(moment: datetime | None) -> str:
    return date_format(timezone.localtime(moment), "j F Y") if moment else ""


def _wishes(person: Subscriber) -> str:
    wishes = ((person.wants_monthly, _("monthly")), (person.wants_specials, _("specials")))
    return ", ".join(str(label) for wanted, label in wishes if wanted)


def key_or_none(words: str) -> str | None:
    """The key of what is typed, if it is a whole address."""
    try:
        return key_of(words)
    except ValidationError:
        return None


class SubscriberList(IndexView):
    """Found by a part of the address or name, or by the whole address however it is written."""

    model = Subscriber
    page_title = _("Subscribers")
    header_icon = "group"
    index_url_name = "bulletin_subscribers"
    index_results_url_name = "bulletin_subscribers_results"
    template_name = "bulletin/admin/subscribers.html"
    permission_policy = policy
    any_permission_required = ["view"]
    filterset_class = SubscriberFilters
    is_searchable = True
    search_backend_name = None
    search_fields = ["email", "name"]
    default_ordering = "-asked_at"
    paginate_by = 50
    list_export = []
    columns = [
        TitleColumn("email", label=_("Address"), url_name="bulletin_subscriber", sort_key="email"),
        Column("name", label=_("Name"), sort_key="name"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("wishes", label=_("Gets"), accessor=_wishes),
        Column("source", label=_("Source"), sort_key="source"),
        Column("asked_at", label=_("Asked"), accessor=lambda one: day(one.asked_at), sort_key="asked_at"),
        Column(
            "confirmed_at",
            label=_("Confirmed"),
            accessor=lambda one: day(one.confirmed_at),
            sort_key="confirmed_at",
        ),
    ]

    def get_base_queryset(self) -> QuerySet[Subscriber]:
        return Subscriber.objects.all()

    def search_queryset(self, queryset: QuerySet[Subscriber]) -> QuerySet[Subscriber]:
        words = self.search_query.strip() if self.is_searching else ""
        if not words:
            return queryset
        found = Q(email__icontains=words) | Q(name__icontains=words)
        key = key_or_none(words)
        return queryset.filter(found | Q(address_key=key) if key else found)

    def order_queryset(self, queryset: QuerySet[Subscriber]) -> QuerySet[Subscriber]:
        """People of one day keep their order over the pages of the list."""
        return queryset.order_by(*dict.fromkeys([self.ordering, "-pk"]))

    def get_breadcrumbs_items(self) -> list[Crumb]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        may = self.permission_policy.user_has_permission
        offered = [
            ("view", _("Numbers over time"), "bulletin_subscriber_numbers", "table"),
            ("view", _("Addresses that get no mail"), "bulletin_suppressions", "circle-xmark"),
            ("change", _("Suppress an address"), "bulletin_suppress_by_hand", "plus"),
            ("import", _("Import a list"), "bulletin_import_subscribers", "upload"),
            ("export", _("Export the list"), "bulletin_export_subscribers", "download"),
        ]
        return [
            Button(label, url=reverse(name), icon_name=icon, priority=place)
            for place, (right, label, name, icon) in enumerate(offered)
            if may(self.request.user, right)
        ]

    def get_context_data(self, *args: object, **kwargs: object) -> dict[str, object]:
        """Whoever looks for an address that is only remembered by its key is told so."""
        context = super().get_context_data(*args, **kwargs)
        key = key_or_none(self.search_query) if self.is_searching else None
        context["suppression"] = Suppression.objects.filter(address_key=key).first() if key else None
        return context
