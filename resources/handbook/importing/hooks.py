"""Where the import stands in the admin. `resources.wagtail_hooks` imports this module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractUser, Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from resources.handbook.importing.views import IMPORTED, RIGHTS, Preview, Upload, may_import, start
from resources.models import HandbookPage


@hooks.register("register_admin_urls")
def import_addresses() -> list[URLPattern | URLResolver]:
    addresses = [
        path("", Upload.as_view(), name="upload"),
        path("<int:pk>/", Preview.as_view(), name="preview"),
    ]
    return [
        path("handbook/import/", start, name="import_handbook_start"),
        path("handbook/<int:page_id>/import/", include((addresses, "import_handbook"))),
    ]


class ImportMenuItem(MenuItem):
    """Shown to those who may import."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perms(RIGHTS)


@hooks.register("register_handbook_menu_item")
def import_in_the_menu() -> MenuItem:
    url = reverse("import_handbook_start")
    return ImportMenuItem(_("Import from Word"), url, name="import-handbook", icon_name="upload", order=30)


@hooks.register("register_page_header_buttons")
def import_button(
    page: Page, user: AbstractUser, view_name: str, next_url: str | None = None, **_others: Any
) -> Iterator[Button]:
    handbook = page.specific if page.specific_class is HandbookPage else None
    if handbook is not None and may_import(user, handbook):
        url = reverse("import_handbook:upload", args=[page.pk])
        yield Button(_("Import from Word"), url, icon_name="upload", priority=80)


@hooks.register("register_permissions")
def import_permission() -> QuerySet[Permission]:
    """So that the right can be given to a group in the admin."""
    return Permission.objects.filter(content_type__app_label="resources", codename="import_handbook")


@hooks.register("register_log_actions")
def import_in_the_log(actions: LogActionRegistry) -> None:
    actions.register_action(IMPORTED, _("Import from Word"), _("Imported a Word document"))
