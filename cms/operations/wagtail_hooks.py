"""What operations add to the admin: the operators' report, and words for changes of rights."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.operations import rights_log
from cms.operations.report import SiteReport, may_see
from cms.operations.waiting import site_needs_a_look
from cms.pages import waiting

waiting.register(site_needs_a_look)
hooks.register("register_log_actions", rights_log.register)


@hooks.register("register_admin_urls")
def address_of_the_report() -> list[URLPattern]:
    return [path("reports/site/", SiteReport.as_view(), name="site_report")]


class ReportMenuItem(MenuItem):
    """Shown to administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def report_in_the_menu() -> MenuItem:
    return ReportMenuItem(
        _("How the site is doing"), reverse("site_report"), name="site-report", icon_name="cogs", order=900
    )
