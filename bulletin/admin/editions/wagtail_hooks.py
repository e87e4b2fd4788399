"""Where editions and sendings stand in the admin. The hooks of bulletin import this module."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser, Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from bulletin.admin.editions import log_actions
from bulletin.admin.editions.edition_list import EditionList
from bulletin.admin.editions.gate import GatePage
from bulletin.admin.editions.queue import Queue
from bulletin.admin.editions.report import Report
from bulletin.admin.editions.rights import may_see, may_see_editions
from bulletin.admin.editions.sending_page import SendingPage, SendingProgress
from bulletin.admin.editions.steps import Approve, Submit
from bulletin.admin.editions.uncertain import Decide
from bulletin.admin.editions.verbs import Cancel, Pause, Resume
from bulletin.models import EditionPage
from bulletin.waiting import gate_waiting, sendings_waiting
from cms.pages import waiting

waiting.register(sendings_waiting)
waiting.register(gate_waiting)
hooks.register("register_log_actions", log_actions.register)


@hooks.register("register_admin_urls")
def addresses_of_editions() -> list[URLPattern]:
    of_edition, of_sending = "bulletin/editions/<int:pk>", "bulletin/sendings/<int:pk>"
    return [
        path("bulletin/", EditionList.as_view(), name="bulletin_editions"),
        path("bulletin/results/", EditionList.as_view(results_only=True), name="bulletin_editions_results"),
        path("bulletin/gate/", GatePage.as_view(), name="bulletin_gate"),
        path(f"{of_edition}/sending/", SendingPage.as_view(), name="bulletin_sending"),
        path(f"{of_edition}/progress/", SendingProgress.as_view(), name="bulletin_progress"),
        path(f"{of_edition}/submit/", Submit.as_view(), name="bulletin_submit"),
        path(f"{of_edition}/approve/", Approve.as_view(), name="bulletin_approve"),
        path(f"{of_edition}/queue/", Queue.as_view(), name="bulletin_queue"),
        path(f"{of_sending}/", Report.as_view(), name="bulletin_report"),
        path(f"{of_sending}/results/", Report.as_view(results_only=True), name="bulletin_report_results"),
        path(f"{of_sending}/pause/", Pause.as_view(), name="bulletin_pause"),
        path(f"{of_sending}/resume/", Resume.as_view(), name="bulletin_resume"),
        path(f"{of_sending}/cancel/", Cancel.as_view(), name="bulletin_cancel"),
        path(f"{of_sending}/uncertain/", Decide.as_view(), name="bulletin_uncertain"),
    ]


class EditionsMenuItem(MenuItem):
    """Shown to those who write or send editions."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_editions(request.user)


@hooks.register("register_admin_menu_item")
def bulletin_in_the_menu() -> SubmenuMenuItem:
    """Others add what belongs to the bulletin by the hook `register_bulletin_menu_item`."""
    menu = Menu(register_hook_name="register_bulletin_menu_item")
    return SubmenuMenuItem(gettext_lazy("Bulletin"), menu, name="bulletin", icon_name="mail", order=230)


@hooks.register("register_bulletin_menu_item")
def editions_in_the_menu() -> MenuItem:
    url = reverse("bulletin_editions")
    return EditionsMenuItem(
        gettext_lazy("Editions"), url, name="bulletin-editions", icon_name="mail", order=10
    )


@hooks.register("register_page_header_buttons")
def sending_in_the_editor(
    page: Page, user: AbstractUser, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if isinstance(page, EditionPage) and page.is_sendable and may_see(user, page):
        url = reverse("bulletin_sending", args=[page.pk])
        yield Button(_("Sending"), url=url, icon_name="mail", priority=5)


@hooks.register("register_page_listing_more_buttons")
def sending_in_the_explorer(page: Page, user: AbstractUser, next_url: str | None = None) -> Iterator[Button]:
    if page.specific_class is EditionPage:
        yield from sending_in_the_editor(page.specific, user, "index")


@hooks.register("register_permissions")
def sending_permissions() -> QuerySet[Permission]:
    """So that the rights can be given to a group in the admin."""
    names = ["queue_sending", "view_sending", "release_sending"]
    return Permission.objects.filter(content_type__app_label="bulletin", codename__in=names)
