"""Taking the second factor of somebody else away, for those who manage people."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin.auth import permission_denied
from wagtail.admin.utils import get_user_display_name

from cms.accounts.models import User
from cms.accounts.second_factor.changing import reset
from cms.accounts.second_factor.views import refuse_where_off
from cms.accounts.second_factor.who import second_factor_of


def may_reset(person: AbstractUser, by: AbstractUser) -> bool:
    """Who manages people may; that of an administrator only another administrator, and nobody their own."""
    return (
        person.pk != by.pk
        and by.has_perm("accounts.change_user")
        and (by.is_superuser or not person.is_superuser)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def reset_view(request: HttpRequest, pk: int) -> HttpResponse:
    refuse_where_off()
    person = get_object_or_404(User, pk=pk)
    if not may_reset(person, request.user):
        return permission_denied(request)
    name = get_user_display_name(person)
    if request.method == "POST":
        if reset(person, request.user):
            words = _("The second factor of %(name)s is reset. They set up a new one when they next sign in.")
            messages.success(request, words % {"name": name})
        else:
            messages.warning(request, _("%(name)s has no second factor.") % {"name": name})
        return redirect("wagtailusers_users:index")
    context = {
        "person": person,
        "name": name,
        "has_factor": second_factor_of(person) is not None,
        "page_title": _("Reset second factor"),
        "page_subtitle": name,
        "header_title": _("Reset second factor"),
        "header_icon": "key",
    }
    return render(request, "accounts/reset.html", context)
