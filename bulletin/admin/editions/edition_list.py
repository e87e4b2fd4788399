"""All editions with where they stand."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import Button, HeaderButton

from bulletin.admin.editions.rights import editions_seen_by, may_see_editions
from bulletin.admin.editions.scottish_time import in_scotland
from bulletin.admin.editions.standing import LABELS, stage_in_list
from bulletin.approval.current import with_workflow_states
from bulletin.models import BulletinPage, Delivery, EditionPage, Sending
from bulletin.send import gate


class EditionFilters(WagtailFilterSet):
    """By kind and where it was sent."""

    edition_kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=EditionPage.Kind.choices, widget=forms.RadioSelect, empty_label=_("All")
    )
    origin = django_filters.ChoiceFilter(
        label=_("Where it is from"),
        choices=EditionPage.Origin.choices,
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = EditionPage
        fields = ["edition_kind", "origin"]


def _state(edition: EditionPage) -> str:
    return str(LABELS[stage_in_list(edition)])


def _sending(edition: EditionPage) -> Sending | None:
    return edition.known_sendings[0] if edition.known_sendings else None


def _sent(edition: EditionPage) -> str:
    """As "1,200 of 1,210"."""
    sending = _sending(edition)
    if sending is None or sending.audience is None:
        return ""
    return _("%(sent)s of %(audience)s") % {
        "sent": f"{sending.number_sent:,}",
        "audience": f"{sending.audience:,}",
    }


def _sent_on(edition: EditionPage) -> str:
    sending = _sending(edition)
    if sending is None or sending.started_at is None:
        return ""
    return date_format(timezone.localtime(sending.started_at, in_scotland()), "j F Y, H:i")


class EditionList(IndexView):
    """A constant number of queries, but for drafts with an approval, which is worked out one by one."""

    model = EditionPage
    page_title = _("Bulletin")
    header_icon = "mail"
    index_url_name = "bulletin_editions"
    index_results_url_name = "bulletin_editions_results"
    template_name = "bulletin/admin/editions.html"
    filterset_class = EditionFilters
    any_permission_required = None  # asked for in dispatch, as rights on pages hang on the tree
    search_backend_name = None
    search_fields = ["title", "draft_title", "subject"]
    default_ordering = "-month"
    paginate_by = 25
    list_export = []
    columns = [
        TitleColumn(
            "title",
            label=pgettext_lazy("bulletin", "Edition"),
            accessor="get_admin_display_title",
            url_name="bulletin_sending",
        ),
        Column("edition_kind", label=_("Kind"), accessor="get_edition_kind_display"),
        Column("month", label=_("Month"), accessor="month_name", sort_key="month"),
        Column("state", label=_("State"), accessor=_state),
        Column("sent", label=_("Sent"), accessor=_sent),
        Column("sent_on", label=_("Sent on"), accessor=_sent_on),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see_editions(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[EditionPage]:
        """Of the archives that this person sees something of."""
        number = Count("deliveries", filter=Q(deliveries__state=Delivery.State.SENT))
        sendings = Sending.objects.defer("html", "text", "message").annotate(number_sent=number)
        sendings = sendings.order_by("-queued_at", "-pk")  # a query that counts has no order of its own
        return (
            with_workflow_states(editions_seen_by(self.request.user))
            .defer("sections", "related")
            .select_related("latest_revision", "approval")
            .prefetch_related(Prefetch("sendings", queryset=sendings, to_attr="known_sendings"))
        )

    def order_queryset(self, queryset: QuerySet[EditionPage]) -> QuerySet[EditionPage]:
        return queryset.order_by(self.ordering, "-pk")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @cached_property
    def header_buttons(self) -> list[Button]:
        url = _address_of("bulletin_new_edition")
        archive = next((each for each in self._archives if self._may_add(each)), None)
        if not url or archive is None:
            return []
        special = reverse("wagtailadmin_pages:add", args=["bulletin", "editionpage", archive.pk])
        return [
            HeaderButton(_("New edition from what is new"), url=url, icon_name="plus", priority=10),
            HeaderButton(
                _("New special edition"),
                url=f"{special}?edition_kind={EditionPage.Kind.SPECIAL}",
                icon_name="plus",
                priority=20,
            ),
        ]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        explore = [
            Button(
                _("Archive: %(title)s") % {"title": archive.title},
                url=reverse("wagtailadmin_explore", args=[archive.pk]),
                icon_name="folder-open-inverse",
                priority=20,
            )
            for archive in self._archives
        ]
        return explore

    @cached_property
    def _archives(self) -> list[BulletinPage]:
        archives = BulletinPage.objects.all()
        return [each for each in archives if each.permissions_for_user(self.request.user).can_edit()]

    def _may_add(self, archive: BulletinPage) -> bool:
        return archive.permissions_for_user(self.request.user).can_add_subpage()

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(*args, **kwargs), "gate": gate.state()}


def _address_of(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
