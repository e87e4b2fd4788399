"""Readers give feedback: one step for “Yes”, two for the other answers, each of them without JavaScript.

The script on the page sends the same forms and takes the next step out of the same answers, so there is one
way through and no second set of fragments.
"""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from cms.pages.feedback.choices import Answer, reasons_for
from cms.pages.feedback.forms import AnswerForm, ReasonForm
from cms.pages.feedback.models import Feedback
from cms.pages.feedback.subject import page_in_question
from cms.pages.same_origin import same_origin_only

# People leave this field alone because they do not see it; programs fill it in.
TRAP = "homepage"

# These pages may name a page that not everyone may see, so only the reader's own browser keeps them. Not
# "no-store": the browser would then forget what was typed when the reader goes away and comes back.
kept_by_the_reader_only = cache_control(private=True, no_cache=True)


@same_origin_only
@require_http_methods(["GET", "HEAD", "POST"])
@kept_by_the_reader_only
def give(request: HttpRequest) -> HttpResponse:
    sent = request.POST if request.method == "POST" else request.GET
    page = page_in_question(request, sent.get("page", ""))
    if request.method == "POST":
        return _take(request, page)
    answer = request.GET.get("answer", "")
    return _ask_why(request, page, answer) if reasons_for(answer) else _ask(request, page)


@require_safe
@kept_by_the_reader_only
def thanks(request: HttpRequest) -> HttpResponse:
    try:
        page = page_in_question(request, request.GET.get("page", ""))
    except Http404:  # taken down while the reader was writing: no reason to deny them thanks
        page = None
    return _show(request, page, "thanks", is_done=True)


def _take(request: HttpRequest, page: Page) -> HttpResponse:
    """Keep what a form sent, or ask on; what was typed comes back with every question."""
    if request.POST.get(TRAP):
        return _go("feedback:thanks", page)
    answer_form = AnswerForm(request.POST)
    if not answer_form.is_valid():
        return _ask(request, page, answer_form)
    answer = answer_form.cleaned_data["answer"]
    reason, comment = "", ""
    if answer != Answer.YES:
        if "comment" not in request.POST:  # the buttons were pressed; the second step always sends a comment
            return _go("feedback:give", page, answer=answer)
        form = ReasonForm(answer, request.POST)
        if not form.is_valid():
            return _ask_why(request, page, answer, form)
        reason, comment = form.cleaned_data["reason"], form.cleaned_data["comment"]
    Feedback.objects.create(page=page, page_title=page.title, answer=answer, reason=reason, comment=comment)
    return _go("feedback:thanks", page)


def _ask(request: HttpRequest, page: Page, form: AnswerForm | None = None) -> HttpResponse:
    return _show(request, page, "ask", form=form, answers=Answer.choices)


def _ask_why(request: HttpRequest, page: Page, answer: str, form: ReasonForm | None = None) -> HttpResponse:
    return _show(request, page, "why", form=form or ReasonForm(answer), answer=Answer(answer))


def _show(request: HttpRequest, page: Page | None, step: str, **context: Any) -> HttpResponse:
    # Not under the name "page": this page about a page does not ask for feedback itself.
    template = f"pages/feedback/{step}.html"
    return render(request, "pages/feedback/give.html", {"subject": page, "step": template, **context})


def _go(name: str, page: Page, **query: str) -> HttpResponse:
    return redirect(f"{reverse(name)}?{urlencode({'page': page.pk, **query})}")
