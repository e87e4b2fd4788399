"""Wagtail's choosers of pages, for people to whom not every page may be shown."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import chooser
from wagtail.models import Page, PageQuerySet

from la_directory.teams.choosing import choosable_pages, may_choose_page


def only_what_may_be_chosen(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """The hook that Wagtail asks for lists and searches."""
    return choosable_pages(pages, request.user)


class Browse(chooser.BrowseView):
    """Opens no page by its number that no list would show; Wagtail asks the hook only for what is below."""

    @property
    def parent_page(self) -> Page:
        return self._parent_page

    @parent_page.setter
    def parent_page(self, page: Page) -> None:
        """Where only some types may be chosen, Wagtail starts at the page above all of them."""
        is_shown = page.is_root() or may_choose_page(page, self.request.user)
        self._parent_page = page if is_shown else Page.get_first_root_node()

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        if parent_page_id:
            page = get_object_or_404(Page, id=parent_page_id)
            if not page.is_root() and not may_choose_page(page, request.user):
                raise Http404
        return super().get(request, parent_page_id)


class ParentColumn(chooser.ParentPageColumn):
    """The page above, by the title that its own type gives it; none that the person may not choose."""

    def __init__(self, column: Column, request: HttpRequest) -> None:
        super().__init__(column.name, label=column.label)
        self.request = request

    def get_value(self, instance: Page) -> Page | None:
        parent = super().get_value(instance)
        if parent.is_root() or may_choose_page(parent, self.request.user):
            return parent.specific_deferred
        return None


class Search(chooser.SearchView):
    @property
    def columns(self) -> list[Column]:
        return [
            ParentColumn(column, self.request) if isinstance(column, chooser.ParentPageColumn) else column
            for column in super().columns
        ]


class ChosenMultiple(chooser.ChosenMultipleView):
    """Says nothing of pages that no list has offered."""

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.getlist("id")
        # Wagtail takes every form of a number that Python reads, such as "+5".
        if not all(key.isdecimal() for key in asked):
            raise Http404
        keys = {int(key) for key in asked}
        chosen = Page.objects.filter(pk__in=keys)
        if choosable_pages(chosen, request.user).count() != len(keys):
            raise Http404
        return super().get(request)


class ExternalLink(chooser.ExternalLinkView):
    """An address of this site becomes a link to its page, called what readers call it.

    With WAGTAILADMIN_EXTERNAL_LINK_CONVERSION "exact" there is no further question that would name a draft.
    """

    def render_chosen_response(self, result: dict[str, Any]) -> HttpResponse:
        if "id" in result:
            page = Page.objects.get(pk=result["id"]).specific_deferred
            result = {**result, "adminTitle": page.get_admin_display_title()}
        return super().render_chosen_response(result)
