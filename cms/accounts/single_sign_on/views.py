"""To the provider, and back from it."""

from __future__ import annotations

import logging

import django_otp
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from cms.accounts.second_factor.views import next_url
from cms.accounts.second_factor.who import BY_PROVIDER, is_held_up
from cms.accounts.single_sign_on.membership import ACCESS, admitted
from cms.accounts.single_sign_on.refusals import Refusal

logger = logging.getLogger(__name__)

BACKEND = "django.contrib.auth.backends.ModelBackend"
WANTED = "single_sign_on_next"
STRANGERS_LAST = 3600  # seconds for which the session of somebody on the way to the provider is kept


def refuse_where_off() -> None:
    if not settings.SINGLE_SIGN_ON:
        raise Http404


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """A link and no form: the policy lets no form of ours lead to another site."""
    refuse_where_off()
    from cms.accounts.single_sign_on.provider import led_there

    wanted = next_url(request)
    if request.user.has_perm(ACCESS) and not is_held_up(request.user):
        return redirect(wanted)
    try:
        answer = led_there(request)
    except Refusal as refusal:
        return turned_away(request, refusal, wanted)
    request.session[WANTED] = wanted
    if not request.user.is_authenticated:
        request.session.set_expiry(STRANGERS_LAST)
    return answer


@require_safe
def callback(request: HttpRequest) -> HttpResponse:
    """Signs the person in whom the provider has sent; the session goes on under a new key."""
    refuse_where_off()
    from cms.accounts.single_sign_on.provider import claims_brought_by

    wanted = request.session.pop(WANTED, None) or resolve_url("wagtailadmin_home")
    try:
        claims = claims_brought_by(request)
        identity = admitted(claims)
    except Refusal as refusal:
        return turned_away(request, refusal, wanted)
    login(request, identity.user, backend=BACKEND)
    request.session.cycle_key()  # login() keeps the key where the same person was here with a password
    request.session[BY_PROVIDER] = True
    request.session.set_expiry(0)  # it ends with the browser, as without “Remember me”
    if claims.has_second_factor:
        django_otp.login(request, identity)
    return redirect(wanted)


def turned_away(request: HttpRequest, refusal: Refusal, wanted: str) -> HttpResponse:
    """Back to the sign-in page with one line. Who was signed out everywhere is so here, too."""
    write = logger.error if refusal.is_fault else logger.warning
    write("Single sign-on: nobody was signed in (%s %s)", refusal.reason.name.lower(), refusal.detail or "-")
    if refusal.person is not None and request.user == refusal.person:
        logout(request)
    messages.error(request, refusal.words)
    return redirect(f"{resolve_url('wagtailadmin_login')}?{urlencode({'next': wanted})}")
