"""The menu of a council’s own people: what they need, and no more than five entries."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from la_directory.my_council.member import own_team

KEPT = ("images", "documents", "help")


def short_menu(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    team = own_team(request)
    if team is None:
        return
    pages = reverse("wagtailadmin_explore", args=[team.council_id])
    menu_items[:] = [
        MenuItem(
            _("My council"), reverse("wagtailadmin_home"), name="my-council", icon_name="home", order=10
        ),
        MenuItem(_("Pages"), pages, name="council-pages", icon_name="folder-open-inverse", order=20),
        *(item for item in menu_items if item.name in KEPT),
    ]
