"""The list of pages in the admin, for people to whom other councils’ people are strangers."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn
from wagtail.admin.views.pages.listing import EditedByFilter, ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, PageLogEntry

from la_directory.teams.choosing import has_no_limit
from la_directory.teams.membership import keeps_only_a_council


def _in_sight(people: QuerySet, request: HttpRequest) -> QuerySet:
    """Everyone, or those who share a group with the person."""
    if has_no_limit(request.user):
        return people
    return people.filter(groups__in=request.user.groups.all()).distinct()


def owners(request: HttpRequest) -> QuerySet:
    found = Page.objects.order_by().exclude(owner=None).values("owner_id")
    return _in_sight(get_user_model().objects.filter(pk__in=found), request)


def editors(request: HttpRequest) -> QuerySet:
    found = PageLogEntry.objects.filter(action="wagtail.edit").exclude(user_id=None).order_by()
    return _in_sight(get_user_model().objects.filter(pk__in=found.values("user_id")), request)


class ColleaguesFilterSet(GenericPageFilterSet):
    owner = MultipleUserFilter(label=_("Owner"), queryset=owners, widget=CheckboxSelectMultiple)
    edited_by = EditedByFilter(label=_("Edited by"), queryset=editors, widget=CheckboxSelectMultiple)


class Explorer(ExplorableIndexView):
    """Editors of a council change pages one by one, so there is nothing to tick."""

    @cached_property
    def explorable_columns(self) -> list[Column]:
        columns = super().explorable_columns
        if keeps_only_a_council(self.request.user):
            return [column for column in columns if not isinstance(column, BulkActionsColumn)]
        return columns


class ExplorerViewSet(PageViewSet):
    """Takes the place of Wagtail's own for every page type without one."""

    model = Page
    index_view_class = Explorer
    filterset_class = ColleaguesFilterSet
