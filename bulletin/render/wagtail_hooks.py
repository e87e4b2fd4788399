"""Where the test of a mail stands in the admin. The hooks of bulletin import this module."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry

from bulletin.admin.test_send import TestSendView, may_send_test
from bulletin.models import EditionPage
from bulletin.render.test_mail import SENT


@hooks.register("register_admin_urls")
def address_of_the_test() -> list[URLPattern]:
    address = "bulletin/editions/<int:edition_id>/test-send/"
    return [path(address, TestSendView.as_view(), name="bulletin_test_send")]


@hooks.register("register_page_header_buttons")
def button_of_the_test(
    page: Page, user: AbstractUser, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if isinstance(page, EditionPage) and may_send_test(page, user):
        url = reverse("bulletin_test_send", args=[page.pk])
        yield Button(_("Send a test"), url, icon_name="glasses", priority=6)


@hooks.register("register_log_actions")
def test_in_the_log(actions: LogActionRegistry) -> None:
    @actions.register_action(SENT)
    class SentTest(LogFormatter):
        label = gettext_lazy("Send a test")

        def format_message(self, log_entry: PageLogEntry) -> str:
            number = log_entry.data["number"]
            words = ngettext(
                "Sent a test to %(number)d address.", "Sent a test to %(number)d addresses.", number
            )
            return words % {"number": number}
