"""The page behind the mailed link: the entries of a council, to be confirmed or corrected without an account.

Whoever holds the link may do both, so it is kept out of logs, of what other sites are told and of search
engines. Only a pressed button changes anything: programs that look through mail open every link in it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cms.pages.same_origin import same_origin_only
from la_directory.freshness.check_forms import ContactForm, NoteForm
from la_directory.freshness.correct import take_correction
from la_directory.freshness.links import EndedLink, UnknownLink, mail_behind
from la_directory.freshness.overview import Entry, freshness_of
from la_directory.freshness.record import record_check
from la_directory.models import ContactPage, RecordReport, ReminderMail
from la_directory.record_facts import facts

View = Callable[..., HttpResponse]

# Nobody is told the path of this page. Not "no-referrer": browsers would then not say either from which site
# a form comes.
PRIVATE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "strict-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


def behind_link(view: View) -> View:
    """For a view that is told the mail in place of its token; a link that opens nothing says what to do."""

    @same_origin_only
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            mail = mail_behind(token)
        except UnknownLink:
            response = _closed(request, 404)
        except EndedLink:
            response = _closed(request, 410, has_ended=True)
        else:
            response = view(request, token, mail, **kwargs)
        for name, value in PRIVATE.items():
            response[name] = value
        return response

    return opened


@behind_link
def check(request: HttpRequest, token: str, mail: ReminderMail) -> HttpResponse:
    """Every entry with its state, and the button that stamps them."""
    council = mail.round.council
    freshness = freshness_of([council])[council.pk]
    waiting = _corrected(mail)
    if request.method == "POST":
        outcome = _stamp(request, mail, [entry for entry in freshness.entries if not _is_in(entry, waiting)])
        return redirect(f"{request.path}?done={outcome}")
    entries = [
        {
            "entry": entry,
            "values": facts(entry.record),
            "is_corrected": _is_in(entry, waiting),
            "seen": entry.record.as_it_stands,
        }
        for entry in sorted(freshness.entries, key=lambda entry: not entry.is_due)
    ]
    context = {"council": council, "entries": entries, "token": token, "done": request.GET.get("done", "")}
    context["number_due"] = len(freshness.due)
    return render(request, "la_directory/check/page.html", context)


@behind_link
def correct(request: HttpRequest, token: str, mail: ReminderMail, key: UUID) -> HttpResponse:
    """Something has changed: what, and how it is now."""
    council = mail.round.council
    entries = freshness_of([council])[council.pk].entries
    entry = next((entry for entry in entries if entry.record.translation_key == key), None)
    if entry is None:
        return _closed(request, 404, is_gone=True, token=token)
    # A form of a model writes into its instance, even what is wrong: it gets one of its own.
    is_contact = isinstance(entry.record, ContactPage)
    own = {"instance": ContactPage.objects.get(pk=entry.record.pk)} if is_contact else {}
    sent = request.POST if request.method == "POST" else None
    form = (ContactForm if is_contact else NoteForm)(sent, **own)
    is_outdated = request.method == "POST" and request.POST.get("seen") != entry.record.as_it_stands
    if request.method == "POST" and form.is_valid() and not is_outdated:
        take_correction(entry.record, council, form.changes(), form.cleaned_data["note"])
        return redirect(f"{reverse('la_directory:check', args=[token])}?done=corrected")
    context = {
        "council": council,
        "entry": entry,
        "values": facts(entry.record),
        "form": form,
        "seen": entry.record.as_it_stands,
        "is_outdated": is_outdated,
        "token": token,
    }
    return render(request, "la_directory/check/correct.html", context)


def _closed(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    """A link that opens nothing; the way to sign in leads to the admin's own host where it has one."""
    context["sign_in_url"] = settings.ADMIN_URL + reverse("wagtailadmin_home")
    return render(request, "la_directory/check/closed.html", context, status=status)


def _stamp(request: HttpRequest, mail: ReminderMail, entries: list[Entry]) -> str:
    """Stamp what the reader of the page saw as it stands now; what became of it, in a word."""
    field = "seen" if "all" in request.POST else "right"
    asked = {request.POST[name] for name in request.POST if name.startswith(f"{field}-")}
    known = [entry.record for entry in entries if entry.record.as_it_stands in asked]
    name = mail.round.council.official_name
    number = record_check(known, by=mail.user, name=name)
    if not asked:
        return "nothing"
    return "checked" if number == len(asked) else "partly"


def _corrected(mail: ReminderMail) -> set[UUID]:
    """The records that this council has said are not right, and that SG has not dealt with yet."""
    reports = RecordReport.objects.open().filter(source=RecordReport.Source.COUNCIL)
    return set(reports.of_council(mail.round.council).values_list("translation_key", flat=True))


def _is_in(entry: Entry, keys: set[UUID]) -> bool:
    return entry.record.translation_key in keys
