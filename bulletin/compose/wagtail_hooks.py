"""Where composing stands in the admin. The hooks of bulletin import this module."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry

from bulletin.compose.new_edition import LOOKED, reason_against_looking
from bulletin.compose.views import CheckLinksView, LookAgainView, NewEditionView
from bulletin.models import BulletinPage, EditionPage


@hooks.register("register_admin_urls")
def addresses_of_composing() -> list[URLPattern]:
    return [
        path("bulletin/new-edition/", NewEditionView.as_view(), name="bulletin_new_edition"),
        path(
            "bulletin/new-edition/<int:archive_id>/",
            NewEditionView.as_view(),
            name="bulletin_new_edition_below",
        ),
        path(
            "bulletin/editions/<int:edition_id>/look-again/",
            LookAgainView.as_view(),
            name="bulletin_look_again",
        ),
        path(
            "bulletin/editions/<int:edition_id>/links/", CheckLinksView.as_view(), name="bulletin_check_links"
        ),
    ]


@hooks.register("insert_global_admin_css")
def styles_of_the_editor() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("bulletin/compose.css"))


@hooks.register("register_page_header_buttons")
def buttons_of_the_bulletin(
    page: Page, user: AbstractUser, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if isinstance(page, BulletinPage) and page.permissions_for_user(user).can_add_subpage():
        address = reverse("bulletin_new_edition_below", args=[page.pk])
        yield Button(_("New edition from what is new"), address, icon_name="mail", priority=5)
    elif isinstance(page, EditionPage) and may_look_again(page, user):
        address = reverse("bulletin_look_again", args=[page.pk])
        yield Button(_("Look again for what is new"), address, icon_name="rotate", priority=5)


def may_look_again(edition: EditionPage, user: AbstractUser) -> bool:
    return edition.permissions_for_user(user).can_edit() and not reason_against_looking(edition)


@hooks.register("register_log_actions")
def looking_in_the_log(actions: LogActionRegistry) -> None:
    @actions.register_action(LOOKED)
    class Looked(LogFormatter):
        label = gettext_lazy("Look for what is new")

        def format_message(self, log_entry: PageLogEntry) -> str:
            number, left_out = log_entry.data["added"], log_entry.data["left_out"]
            added = ngettext("Added %(number)d new item.", "Added %(number)d new items.", number)
            words = added % {"number": number}
            return f"{words} {_('Left out: %s.') % ', '.join(left_out)}" if left_out else words
