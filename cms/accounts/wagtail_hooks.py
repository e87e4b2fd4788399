"""Where the second factor and the end of a session stand in the admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from cms.accounts.second_factor import log_actions
from cms.accounts.second_factor.reset_view import may_reset, reset_view
from cms.accounts.second_factor.views import check, recovery_codes, set_up_view
from cms.accounts.second_factor.who import second_factor_of
from cms.accounts.sessions import standing
from cms.accounts.single_sign_on import log_actions as single_sign_on_log_actions

hooks.register("register_log_actions", log_actions.register)
hooks.register("register_log_actions", single_sign_on_log_actions.register)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("second-factor/", check, name="second_factor_check"),
        path("second-factor/set-up/", set_up_view, name="second_factor_set_up"),
        path("second-factor/recovery-codes/", recovery_codes, name="second_factor_recovery_codes"),
        path("second-factor/reset/<int:pk>/", reset_view, name="second_factor_reset"),
        path("session/", standing, name="session_standing"),
    ]


@hooks.register("register_account_menu_item")
def new_app(request: HttpRequest) -> dict[str, str] | None:
    if not settings.SECOND_FACTOR:
        return None
    has_one = second_factor_of(request.user) is not None
    return {
        "url": reverse("second_factor_set_up"),
        "label": _("Replace the second factor") if has_one else _("Set up a second factor"),
        "help_text": _("With an app on your telephone or computer that shows codes."),
    }


@hooks.register("register_account_menu_item")
def new_recovery_codes(request: HttpRequest) -> dict[str, str] | None:
    if not settings.SECOND_FACTOR or second_factor_of(request.user) is None:
        return None
    return {
        "url": reverse("second_factor_recovery_codes"),
        "label": _("New recovery codes"),
        "help_text": _("In place of those you have. Each lets you sign in once without the app."),
    }


@hooks.register("register_user_listing_buttons")
def reset_in_the_list_of_people(user: AbstractUser, request_user: AbstractUser) -> Iterator[Any]:
    if settings.SECOND_FACTOR and may_reset(user, request_user):
        url = reverse("second_factor_reset", args=[user.pk])
        yield Button(_("Reset second factor"), url=url, icon_name="key", priority=40)


@hooks.register("insert_global_admin_js")
def warning_before_the_end_of_a_session() -> str:
    return render_to_string("accounts/session.html", {"csrf_cookie": settings.CSRF_COOKIE_NAME})
