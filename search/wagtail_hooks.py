"""What search adds to the admin."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from cms.pages import waiting
from search.admin.missed_report import MissedSearches, missed_policy
from search.admin.promotion import PromotionForWords
from search.admin.synonyms import synonyms_viewset
from search.engine.absence import engine_is_away

waiting.register(engine_is_away)


class MissedSearchesItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        return missed_policy.user_has_permission(request.user, "view")


@hooks.register("register_admin_viewset")
def synonyms() -> ModelViewSet:
    return synonyms_viewset


@hooks.register("register_reports_menu_item")
def missed_searches_in_the_menu() -> MenuItem:
    url = reverse("missed_searches:index")
    return MissedSearchesItem(
        _("Searches that found nothing"), url, name="missed-searches", icon_name="search", order=110
    )


@hooks.register("construct_reports_menu")
def no_report_of_what_is_not_counted(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Wagtail's report of search terms would stay empty: only searches that found nothing are counted."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


@hooks.register("register_admin_urls")
def missed_searches_addresses() -> list[URLPattern | URLResolver]:
    addresses = [
        path("", MissedSearches.as_view(), name="index"),
        path("results/", MissedSearches.as_view(results_only=True), name="results"),
        path("promote/", PromotionForWords.as_view(), name="promote"),
    ]
    return [path("reports/missed-searches/", include((addresses, "missed_searches")))]


@hooks.register("register_permissions")
def permissions_of_search() -> QuerySet[Permission]:
    """So that the rights can be given to a group in the admin."""
    return Permission.objects.filter(
        content_type__app_label="search",
        codename__in=[
            "view_missedsearch",
            "add_synonyms",
            "change_synonyms",
            "delete_synonyms",
            "view_synonyms",
        ],
    )
