"""Where the handbook stands in the admin. The hooks of `resources` import this module."""

from __future__ import annotations

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from resources.handbook.admin.bulk_actions import ACTIONS
from resources.handbook.admin.deleting import many_terms_are_deleted_by_the_same_rules
from resources.handbook.admin.menu import HandbookViewSetGroup, handbook_page
from resources.handbook.admin.products import KeepsTheHandbookMenuItem

register_snippet(HandbookViewSetGroup)
hooks.register("before_bulk_action", many_terms_are_deleted_by_the_same_rules)
for action in ACTIONS:
    hooks.register("register_bulk_action", action)


@hooks.register("register_admin_urls")
def handbook_addresses() -> list[URLPattern]:
    return [path("handbook/page/", handbook_page, name="handbook_page")]


@hooks.register("register_handbook_menu_item")
def sections_in_the_menu() -> MenuItem:
    return KeepsTheHandbookMenuItem(
        _("Sections and annexes"),
        reverse("handbook_page"),
        name="handbook-page",
        icon_name="doc-full",
        order=10,
    )
