"""Readers say that a contact or a service is wrong: one form, without cookie, token or JavaScript."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale

from cms.languages.original import active_locale_id, in_language
from cms.pages.feedback.views import TRAP, kept_by_the_reader_only
from cms.pages.same_origin import same_origin_only
from la_directory.freshness.report_forms import ReportForm
from la_directory.in_its_language import official_name
from la_directory.models import ContactPage, LocalServicePage, RecordReport
from la_directory.models.place_on_council_page import CouncilRecord


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@kept_by_the_reader_only
def report(request: HttpRequest, key: UUID) -> HttpResponse:
    record = record_with(key)
    if request.method == "POST" and request.POST.get(TRAP):
        return redirect("la_directory:report_thanks", key)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        RecordReport.objects.create(
            council=record.council,
            translation_key=record.translation_key,
            record_title=record.title,
            wrong=form.cleaned_data["wrong"],
            comment=form.cleaned_data["comment"],
        )
        return redirect("la_directory:report_thanks", key)
    shown = _shown(record)
    context = {"record": shown, "council_name": official_name(shown.council), "form": form}
    return render(request, "la_directory/report/ask.html", context)


@require_safe
@kept_by_the_reader_only
def thanks(request: HttpRequest, key: UUID) -> HttpResponse:
    try:
        record = _shown(record_with(key))
    except Http404:  # taken down while the reader was writing: no reason to deny them thanks
        record = None
    return render(request, "la_directory/report/thanks.html", {"record": record})


def _shown(record: CouncilRecord) -> CouncilRecord:
    """As the reader met it; what they say is kept for the record it was translated from."""
    return in_language([record], active_locale_id())[0]


def record_with(key: UUID) -> CouncilRecord:
    """The record that readers see under this key, in the language in which facts are kept if it is there."""
    for model in (ContactPage, LocalServicePage):
        found = list(model.objects.live().public().filter(translation_key=key).select_related("locale"))
        found.sort(key=lambda record: record.locale_id != Locale.get_default().pk)
        for record in found:
            if record.council.live:
                return record
    raise Http404
