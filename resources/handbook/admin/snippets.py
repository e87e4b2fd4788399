"""The records of the handbook that are no pages."""

from __future__ import annotations

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.languages.original import first_locale_id
from resources.handbook.admin.approval_states import records_with_states, state_of
from resources.handbook.admin.deleting import DeleteUnlessInUse
from resources.handbook.admin.ordering import NumberingReorderView
from resources.models import FurtherResource, Milestone, ProductCategory, ResourceGroup


class MilestoneViewSet(SnippetViewSet):
    """The events of the timeline. Their own order decides between those of the same date."""

    model = Milestone
    icon = "calendar-alt"
    list_display = [
        "title",
        Column("date", label=_("Date"), accessor=lambda milestone: milestone.date or "", sort_key="date"),
        Column("note_mark", label=_("Note mark")),
        Column("belongs_to", label=_("Belongs to"), accessor=lambda milestone: milestone.belongs_to or ""),
        Column("live", label=_("Status"), accessor=state_of, sort_key="live"),
    ]
    list_filter = {"live": ["exact"], "note_mark": ["exact"]}
    inspect_view_enabled = True
    sort_order_field = "sort_order"
    reorder_view_class = NumberingReorderView
    ordering = ["date", "sort_order"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return records_with_states(Milestone, "belongs_to")


class FurtherResourceFilters(WagtailFilterSet):
    """By group and whether readers see them."""

    group = django_filters.ModelMultipleChoiceFilter(
        label=_("Group"),
        queryset=lambda request: ResourceGroup.objects.filter(locale=first_locale_id()),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = FurtherResource
        fields = ["group", "live"]


class FurtherResourceViewSet(SnippetViewSet):
    """Annex B."""

    model = FurtherResource
    icon = "link"
    list_display = [
        "title",
        Column("group", label=_("Group"), sort_key="group__sort_order"),
        Column(
            "published",
            label=_("Published"),
            accessor=lambda resource: resource.published or "",
            sort_key="published",
        ),
        Column("live", label=_("Status"), accessor=state_of, sort_key="live"),
    ]
    filterset_class = FurtherResourceFilters
    inspect_view_enabled = True
    sort_order_field = "sort_order"
    reorder_view_class = NumberingReorderView
    ordering = ["group__sort_order", "group_id", "sort_order"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return records_with_states(FurtherResource, "group")


class TermViewSet(SnippetViewSet):
    """Names that records stand under, in the order of the handbook."""

    icon = "folder-open-inverse"
    list_display = ["name"]
    sort_order_field = "sort_order"
    reorder_view_class = NumberingReorderView
    delete_view_class = DeleteUnlessInUse
    ordering = ["sort_order", "pk"]


class ProductCategoryViewSet(TermViewSet):
    """The parts of the products table."""

    model = ProductCategory


class ResourceGroupViewSet(TermViewSet):
    """The groups of Annex B."""

    model = ResourceGroup
