"""Preferences without an account: a mailed link opens what one person may see and change."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bulletin.models import Subscriber, SubscriberLink
from bulletin.subscribe.ask import NEW_ADDRESS, PREFERENCES, ask_for_mail
from bulletin.subscribe.change import Move, change_wishes, move
from bulletin.subscribe.erase import erase
from bulletin.subscribe.forms import AddressForm, NewAddressForm, PreferencesForm
from bulletin.subscribe.held import held_about, in_readers_words
from bulletin.subscribe.leave import leave
from bulletin.subscribe.mailed_page import behind_link, closed, private
from bulletin.subscribe.sources import PREFERENCES_PAGE
from bulletin.subscribe.stamp import FIELD, Haste, judge, source_of, stamp_for
from cms.pages.client import client_key
from cms.pages.feedback.views import kept_by_the_reader_only
from cms.pages.same_origin import same_origin_only

Purpose = SubscriberLink.Purpose


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@kept_by_the_reader_only
def ask_for_preferences(request: HttpRequest) -> HttpResponse:
    """The same answer for every address."""
    form, stamp, is_stale = AddressForm(), "", False
    if request.method == "POST":
        haste, _source = judge(request)
        if haste is Haste.NONE:
            form, is_stale = AddressForm(initial={"email": request.POST.get("email", "")[:254]}), True
        else:
            form, stamp = AddressForm(request.POST), request.POST[FIELD]
            is_stale = haste is Haste.TOO_FAST and form.is_valid()
            if form.is_valid() and not is_stale:
                if haste is Haste.FINE:
                    key = client_key(request, "bulletin")
                    ask_for_mail(PREFERENCES, form.cleaned_data["email"], key)
                return redirect("bulletin:check_mail")
    context = {
        "form": form,
        "stamp": stamp or stamp_for(source_of(request)),
        "is_stale": is_stale,
        "hides_signup": True,
    }
    return render(request, "bulletin/subscribe/ask_for_preferences.html", context)


@behind_link(Purpose.PREFERENCES)
def own_preferences(request: HttpRequest, token: str, link: SubscriberLink) -> HttpResponse:
    person = link.subscriber
    is_active = person.state == Subscriber.State.ACTIVE
    wishes = [("monthly", person.wants_monthly), ("specials", person.wants_specials)]
    initial = {"editions": [name for name, wanted in wishes if wanted], "language": person.language}
    form = PreferencesForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and is_active and form.is_valid():
        change_wishes(person, form.cleaned_data["editions"], form.cleaned_data["language"], PREFERENCES_PAGE)
        return redirect(f"{request.path}?done=changed")
    done = request.GET.get("done", "")
    return _show(request, "preferences", token, subscriber=person, form=form, done=done)


@behind_link(Purpose.PREFERENCES)
def change_address(request: HttpRequest, token: str, link: SubscriberLink) -> HttpResponse:
    """The same answer, whether the new address is subscribed or not: the mail there tells."""
    if link.subscriber.state != Subscriber.State.ACTIVE:
        return redirect("bulletin:own_preferences", token)
    form = NewAddressForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        key, address = client_key(request, "bulletin"), form.cleaned_data["email"]
        ask_for_mail(NEW_ADDRESS, address, key, subscriber=link.subscriber_id)
        return redirect(f"{reverse('bulletin:own_preferences', args=[token])}?done=asked")
    return _show(request, "change_address", token, subscriber=link.subscriber, form=form)


@behind_link(Purpose.CHANGE_ADDRESS)
def confirm_address(request: HttpRequest, token: str, link: SubscriberLink) -> HttpResponse:
    """Behind the link in the mail to the new address."""
    outcome = None
    if request.method == "POST":
        outcome = move(link, PREFERENCES_PAGE)
        if outcome is Move.ENDED:
            return closed(request, Purpose.CHANGE_ADDRESS, link)
    return _show(request, "confirm_address", token, outcome=outcome.name if outcome else "")


@behind_link(Purpose.PREFERENCES)
def what_we_hold(request: HttpRequest, token: str, link: SubscriberLink) -> HttpResponse:
    held = in_readers_words(held_about(link.subscriber))
    return _show(request, "held", token, subscriber=link.subscriber, held=held)


@behind_link(Purpose.PREFERENCES)
def erase_everything(request: HttpRequest, token: str, link: SubscriberLink) -> HttpResponse:
    if request.method == "POST":
        erase(link.subscriber, PREFERENCES_PAGE)
        return redirect("bulletin:erased")
    return _show(request, "erase", token, subscriber=link.subscriber)


@behind_link(Purpose.PREFERENCES)
def leave_here(request: HttpRequest, token: str, link: SubscriberLink) -> HttpResponse:
    if request.method == "POST":
        leave(link.subscriber, source=PREFERENCES_PAGE)
    return redirect("bulletin:own_preferences", token)


@private
@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    return render(request, "bulletin/subscribe/erased.html", {"hides_signup": True})


def _show(request: HttpRequest, name: str, token: str, **context: object) -> HttpResponse:
    context = {"token": token, "hides_signup": True, **context}
    return render(request, f"bulletin/subscribe/{name}.html", context)
