"""Where import and export stand in the admin. The hooks of la_directory import this module."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from la_directory.exchange.rights import RIGHT
from la_directory.exchange.views import EXPORTED, IMPORTED, Download, Preview, Upload, start
from la_directory.postcodes.take_over import IMPORTED as POSTCODES


@hooks.register("register_admin_urls")
def exchange_addresses() -> list[URLPattern | URLResolver]:
    addresses = [
        path("import/", Upload.as_view(), name="upload"),
        path("import/<int:pk>/", Preview.as_view(), name="preview"),
        path("export/<slug:file_format>/", Download.as_view(), name="download"),
    ]
    return [
        path("councils/exchange/", start, name="exchange_councils_start"),
        path("councils/<int:page_id>/", include((addresses, "exchange_councils"))),
    ]


class ExchangeMenuItem(MenuItem):
    """Shown to those who may import."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(RIGHT)


@hooks.register("register_reports_menu_item")
def exchange_in_the_menu() -> MenuItem:
    url = reverse("exchange_councils_start")
    label = _("Import and export councils")
    return ExchangeMenuItem(label, url, name="exchange-councils", icon_name="table", order=140)


@hooks.register("register_permissions")
def import_permission() -> QuerySet[Permission]:
    """So that the right can be given to a group in the admin."""
    return Permission.objects.filter(content_type__app_label="la_directory", codename="import_councils")


@hooks.register("register_log_actions")
def exchange_in_the_log(actions: LogActionRegistry) -> None:
    actions.register_action(IMPORTED, _("Import of councils"), _("Imported councils from a file"))
    actions.register_action(EXPORTED, _("Export of councils"), _("Exported councils to a file"))
    actions.register_action(POSTCODES, _("Import of postcodes"), _("Imported postcodes from a file"))
