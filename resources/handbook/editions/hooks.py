"""Editions in the admin. resources.wagtail_hooks imports this module, and the hooks register themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AbstractUser
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry

from resources.handbook.editions.publishing import PublishEditionView, may_publish_edition
from resources.handbook.editions.withdrawing import EditionViewSet
from resources.models import Edition, HandbookPage

HAS_EDITIONS = gettext_lazy(
    "Nothing was deleted: “%(title)s” has editions, which are kept for ever. It can be unpublished instead."
)


@hooks.register("register_admin_urls")
def address_of_publishing() -> list[URLPattern]:
    return [
        path("handbook/<int:page_id>/publish-edition/", PublishEditionView.as_view(), name="publish_edition")
    ]


@hooks.register("register_admin_viewset")
def list_of_editions() -> EditionViewSet:
    return EditionViewSet()


@hooks.register("register_page_header_buttons")
def button_on_the_handbook(
    page: Page, user: AbstractUser, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if isinstance(page, HandbookPage) and may_publish_edition(user, page):
        address = reverse("publish_edition", args=[page.pk])
        yield Button(_("Publish edition"), address, icon_name="openquote", priority=45)


@hooks.register("register_log_actions")
def actions_in_the_log(actions: LogActionRegistry) -> None:
    @actions.register_action("resources.publish_edition")
    class PublishEdition(LogFormatter):
        label = gettext_lazy("Publish edition")

        def format_message(self, log_entry: PageLogEntry) -> str:
            return _("Published the edition “%(name)s” (SHA-256 %(sha256)s)") % log_entry.data

    @actions.register_action("resources.withdraw_edition")
    class WithdrawEdition(LogFormatter):
        label = gettext_lazy("Withdraw edition")

        def format_message(self, log_entry: PageLogEntry) -> str:
            return _("Marked the edition “%(name)s” as withdrawn: %(reason)s") % log_entry.data


@hooks.register("before_delete_page")
def editions_keep_their_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    if (kept := page_with_editions(_deleted_with(page))) is None:
        return None
    messages.error(request, HAS_EDITIONS % {"title": kept.get_admin_display_title()})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def editions_keep_many_pages(
    request: HttpRequest, action_type: str, objects: list, action: object
) -> HttpResponse | None:
    pages = [each for each in objects if isinstance(each, Page)]
    if action_type != "delete" or not pages or (kept := page_with_editions(pages)) is None:
        return None
    messages.error(request, HAS_EDITIONS % {"title": kept.get_admin_display_title()})
    return redirect(action.next_url)


def page_with_editions(pages: Iterable[Page]) -> Page | None:
    """The first handbook among the pages and all below them that has editions."""
    below = Q()
    for page in pages:
        below |= Q(handbook__path__startswith=page.path)
    edition = Edition.objects.filter(below).select_related("handbook").order_by("handbook__path").first()
    return edition and edition.handbook


def _deleted_with(page: Page) -> list[Page]:
    """The page and, as Wagtail does it, the translations that go with it."""
    pages = [page]
    if getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        for hook in hooks.get_hooks("construct_translated_pages_to_cascade_actions"):
            for others in (hook([page], "delete") or {}).values():
                pages += others
    return pages
