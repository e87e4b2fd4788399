"""Signing up: a form, a page that says to look for a mail, the button behind its link, and thanks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bulletin.models import SubscriberLink
from bulletin.subscribe import words
from bulletin.subscribe.ask import SIGN_UP, ask_for_mail
from bulletin.subscribe.confirm import OtherWishes, confirm, wishes_of
from bulletin.subscribe.forms import SignUpForm
from bulletin.subscribe.latest import latest_edition
from bulletin.subscribe.mailed_page import behind_link, closed
from bulletin.subscribe.sources import LINK
from bulletin.subscribe.stamp import FIELD, Haste, judge, source_of, stamp_for
from cms.mail.addresses import LONGEST
from cms.pages.client import client_key
from cms.pages.feedback.views import kept_by_the_reader_only
from cms.pages.models import SiteSettings
from cms.pages.same_origin import same_origin_only

Purpose = SubscriberLink.Purpose


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@kept_by_the_reader_only
def sign_up(request: HttpRequest) -> HttpResponse:
    """What is sent without a stamp comes from the strip on every page, and is only filled in here."""
    if request.method != "POST":
        return _ask(request, SignUpForm(), source_of(request))
    haste, source = judge(request)
    if haste is Haste.NONE:
        typed = {
            "email": request.POST.get("email", "")[:LONGEST],
            "editions": request.POST.getlist("editions"),
        }
        return _ask(request, SignUpForm(initial=typed), source_of(request), is_stale=FIELD in request.POST)
    form = SignUpForm(request.POST)
    if not form.is_valid():
        return _ask(request, form, source, stamp=request.POST[FIELD])
    if haste is Haste.TOO_FAST:
        return _ask(request, form, source, stamp=request.POST[FIELD], is_stale=True)
    if haste is Haste.FINE:
        ask_for_mail(
            SIGN_UP,
            form.cleaned_data["email"],
            client_key(request, "bulletin"),
            editions=form.cleaned_data["editions"],
            source=source,
            words=words.VERSION,
        )
    return redirect("bulletin:check_mail")


@require_safe
@kept_by_the_reader_only
def check_mail(request: HttpRequest) -> HttpResponse:
    return render(request, "bulletin/subscribe/check_mail.html", {"hides_signup": True})


@behind_link(Purpose.CONFIRM)
def confirm_sign_up(request: HttpRequest, token: str, link: SubscriberLink) -> HttpResponse:
    """Programs that look through mail open every link, so only a pressed button confirms."""
    has_changed = False
    if request.method == "POST":
        try:
            is_confirmed = confirm(link, LINK, request.POST.get("wishes"))
        except OtherWishes:
            link.subscriber.refresh_from_db()
            has_changed = True
        else:
            return redirect("bulletin:thanks") if is_confirmed else closed(request, Purpose.CONFIRM, link)
    context = {
        "subscriber": link.subscriber,
        "wishes": wishes_of(link.subscriber),
        "has_changed": has_changed,
        "token": token,
        "hides_signup": True,
    }
    return render(request, "bulletin/subscribe/confirm.html", context)


@require_safe
@kept_by_the_reader_only
def thanks(request: HttpRequest) -> HttpResponse:
    context = {"edition": latest_edition(), "hides_signup": True}
    return render(request, "bulletin/subscribe/thanks.html", context)


def _ask(
    request: HttpRequest, form: SignUpForm, source: str, *, stamp: str = "", is_stale: bool = False
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "stamp": stamp or stamp_for(source),
        "is_stale": is_stale,
        "consent": words.CONSENT,
        "no_tracking": words.NO_TRACKING,
        "privacy_url": SiteSettings.for_request(request).foot_address("privacy"),
        "hides_signup": True,
    }
    return render(request, "bulletin/subscribe/sign_up.html", context)
