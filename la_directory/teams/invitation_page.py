"""The page behind the link of an invitation. Looking at it changes nothing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.models import AbstractUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from cms.pages.same_origin import same_origin_only
from la_directory.models import Invitation
from la_directory.teams.accounts import CannotJoin, account_of
from la_directory.teams.invitation_forms import JoinForm
from la_directory.teams.invitation_links import invitation_behind
from la_directory.teams.join import join_anew, join_with_account

BACKEND = "django.contrib.auth.backends.ModelBackend"


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    found = invitation_behind(token)
    if found is None:
        raise Http404
    response = _answer(request, found)
    # The address of this page opens an account: nobody is told of it. Not "no-referrer": browsers would then
    # not say either from which site the form was sent, and it would be refused.
    response["Referrer-Policy"] = "strict-origin"
    return response


def _answer(request: HttpRequest, found: Invitation) -> HttpResponse:
    if not found.is_open:
        return _show(request, found, "ended", status=410)
    account = account_of(found.email)
    if request.user.is_authenticated and request.user != account:
        return _show(request, found, "signed_in")
    if account is not None and account.is_active:
        return _with_account(request, found, account)
    return _anew(request, found, account)


def _with_account(request: HttpRequest, found: Invitation, account: AbstractUser) -> HttpResponse:
    if request.method != "POST":
        return _show(request, found, "confirm", account=account)
    try:
        join_with_account(found, account)
    except CannotJoin:
        return _show(request, found, "ended", status=410)
    words = _("You are now in the team of %(council)s. Sign in with the account that you have.")
    if request.user == account:
        words = _("You are now in the team of %(council)s.")
    messages.success(request, words % {"council": found.team})
    return redirect("wagtailadmin_home")


def _anew(request: HttpRequest, found: Invitation, account: AbstractUser | None) -> HttpResponse:
    names = {"first_name": account.first_name, "last_name": account.last_name} if account else {}
    form = JoinForm(request.POST or None, initial=names, email=found.email)
    if request.method != "POST" or not form.is_valid():
        return _show(request, found, "join", form=form)
    try:
        person = join_anew(found, **form.person)
    except CannotJoin:
        return _show(request, found, "ended", status=410)
    login(request, person, backend=BACKEND)
    words = _("Welcome. You are in the team of %(council)s. Next time, sign in with the user name %(name)s.")
    messages.success(request, words % {"council": found.team, "name": person.get_username()})
    return redirect("wagtailadmin_home")


def _show(
    request: HttpRequest, found: Invitation, step: str, status: int = 200, **context: Any
) -> HttpResponse:
    template = f"la_directory/invitation/{step}.html"
    # Where the admin has a host of its own, nobody signs up for the bulletin there.
    context = {"invitation": found, "council": found.team.council, "hides_signup": True, **context}
    return render(request, template, context, status=status)
