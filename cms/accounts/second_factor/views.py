"""Showing the second factor, setting it up, and new recovery codes."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cms.accounts.models import step_of
from cms.accounts.second_factor.changing import new_key, renew_recovery_codes, set_up
from cms.accounts.second_factor.checking import Outcome, check_code, remember
from cms.accounts.second_factor.forms import CodeForm, RecoveryCodeForm
from cms.accounts.second_factor.keys import UnreadableKey, opened, sealed
from cms.accounts.second_factor.who import has_shown_factor, may_set_up_first, second_factor_of

PENDING = "second_factor_key"  # in the session, sealed, until the first code of the app fits
PIXELS = 4  # a square of the picture
FEW = 3  # recovery codes, of which people are told


def page(request: HttpRequest, name: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    """A page in the look of Wagtail's own sign-in."""
    context |= {"title": title, "site_name": settings.WAGTAIL_SITE_NAME, "next": next_url(request)}
    return render(request, f"accounts/{name}.html", context, status=status)


def next_url(request: HttpRequest) -> str:
    """Where the person was going, if that is here."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_here = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    # redirect() would take a word for the name of a view
    return wanted if is_here and wanted.startswith("/") else resolve_url("wagtailadmin_home")


def lead_to(request: HttpRequest, name: str) -> HttpResponse:
    return redirect(f"{resolve_url(name)}?{urlencode({'next': next_url(request)})}")


def refuse_where_off() -> None:
    if not settings.SECOND_FACTOR:
        raise Http404


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Between the password and the admin."""
    refuse_where_off()
    factor = second_factor_of(request.user)
    if factor is None:
        return lead_to(request, "second_factor_set_up")
    if has_shown_factor(request.user):
        return redirect(next_url(request))
    by_recovery = "recovery" in request.GET
    form = (RecoveryCodeForm if by_recovery else CodeForm)(request.POST or None)
    form.fields["code"].widget.attrs["autofocus"] = True
    status = 200
    if request.method == "POST" and form.is_valid():
        outcome = check_code(factor, form.cleaned_data["code"])
        if outcome in (Outcome.RIGHT, Outcome.RECOVERY):
            remember(request, factor)
            if outcome is Outcome.RECOVERY:
                _say_how_many_are_left(request, factor.recovery_codes.count())
            return redirect(next_url(request))
        form.add_error("code", _why(outcome, by_recovery))
        status = 429 if outcome is Outcome.WAIT else 200
    title = _("Your recovery code") if by_recovery else _("Your code")
    query = urlencode({"next": next_url(request)})
    return page(request, "check", title, status, form=form, by_recovery=by_recovery, next_query=query)


def _why(outcome: Outcome, by_recovery: bool) -> str:
    if outcome is Outcome.WAIT:
        return _("There were several wrong codes. Wait a while before you try again.")
    if by_recovery:
        return _("This is none of your recovery codes, or it was used already.")
    return _("This code is not right, or it was used already. Wait for the next one.")


def _say_how_many_are_left(request: HttpRequest, left: int) -> None:
    words = ngettext("You have %(left)d recovery code left.", "You have %(left)d recovery codes left.", left)
    say = messages.warning if left <= FEW else messages.info
    say(request, words % {"left": left} + " " + _("New ones, and a new app, are set up under “Account”."))


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def set_up_view(request: HttpRequest) -> HttpResponse:
    """A first app, or one in place of the other; the old one counts until the new one has shown a code."""
    refuse_where_off()
    factor = second_factor_of(request.user)
    if factor is not None and not has_shown_factor(request.user):
        return lead_to(request, "second_factor_check")
    if factor is None and not may_set_up_first(request.user, request.session):
        return _back_to_sign_in(request)
    key = _pending_key(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        step = step_of(key, form.cleaned_data["code"])
        if step is not None:
            made, codes = set_up(request.user, key, step)
            del request.session[PENDING]
            remember(request, made)
            return _show_codes(request, codes)
        form.add_error(
            "code",
            _("The code does not fit. Check that the time on your device is right, and type the newest."),
        )
    title = _("Set up your second factor") if factor is None else _("Replace your second factor")
    return page(request, "set_up", title, form=form, is_new=factor is None, **_shown(request, key))


def _back_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Signs somebody out who has to come another way."""
    logout(request)
    words = _(
        "You have no second factor here. Sign in with %(provider)s, or ask an administrator of this site."
    )
    messages.error(request, words % {"provider": settings.SINGLE_SIGN_ON["name"]})
    return lead_to(request, "wagtailadmin_login")


def _pending_key(request: HttpRequest) -> bytes:
    try:
        return opened(request.session[PENDING])
    except (KeyError, UnreadableKey):
        key = new_key()
        request.session[PENDING] = sealed(key)
        return key


def _shown(request: HttpRequest, key: bytes) -> dict[str, Any]:
    """The key as a picture that apps read, and as letters in groups of four."""
    letters = base64.b32encode(key).decode()
    issuer = quote(settings.WAGTAIL_SITE_NAME)
    address = f"otpauth://totp/{issuer}:{quote(request.user.get_username())}?secret={letters}&issuer={issuer}"
    import segno

    code = segno.make(address, error="m", micro=False)
    groups = [letters[start : start + 4] for start in range(0, len(letters), 4)]
    return {
        "picture": code.svg_data_uri(scale=PIXELS, light="#fff"),
        "size": code.symbol_size(scale=PIXELS)[0],
        "letters": groups,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Ten new codes in place of the old ones."""
    refuse_where_off()
    factor = second_factor_of(request.user)
    if factor is None or not has_shown_factor(request.user):
        return lead_to(request, "second_factor_check")
    if request.method == "POST":
        return _show_codes(request, renew_recovery_codes(factor))
    return page(request, "renew_codes", _("New recovery codes"), left=factor.recovery_codes.count())


def _show_codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """Shown in the answer itself, so that they are kept nowhere and are not there a second time."""
    return page(request, "codes", _("Your recovery codes"), codes=codes)
