"""No address of the admin without the second factor, whatever the view behind it asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import urlencode
from django.views.defaults import permission_denied

from cms.accounts.second_factor.who import is_held_up

ADMIN = "admin/"
# Signing in and out, the second factor itself, and what their pages are drawn with.
OPEN = {
    "second_factor_check",
    "second_factor_set_up",
    "single_sign_on_callback",
    "single_sign_on_start",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_complete",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_sprite",
}


class SecondFactorMiddleware(MiddlewareMixin):
    """Stands after sign-in and before all that looks at rights; asks nothing outside the admin."""

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not match.route.startswith(ADMIN) or match.view_name in OPEN:
            return None
        if not request.user.is_authenticated or not is_held_up(request.user):
            return None
        if is_script(request):
            return permission_denied(request, PermissionDenied())
        wanted = request.get_full_path() if request.method == "GET" else resolve_url("wagtailadmin_home")
        return redirect(f"{resolve_url('second_factor_check')}?{urlencode({'next': wanted})}")


def is_script(request: HttpRequest) -> bool:
    """Whether a script of the admin asks, which can make nothing of a page."""
    is_ajax = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return is_ajax or request.headers.get("Accept", "").startswith("application/json")
