"""Search over all public pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from search import missed
from search.best_bets import best_bets
from search.forms import SearchForm
from search.results import find


def search(request: HttpRequest) -> HttpResponse:
    """The form, and what was found for the words in it."""
    form = SearchForm(request.GET or None)
    context = {"form": form}
    if form.is_valid():
        words, language = form.cleaned_data["q"], get_language()
        found = find(words, language)
        if not found.everything:
            missed.count(words, language)
        form.offer(found.choices(form.wanted))
        context |= {
            "words": words,
            "found": found,
            "best_bets": best_bets(words, language),
            "page_obj": found.page(request.GET.get("page"), form.wanted, form.cleaned_data["sort"]),
        }
    return render(request, "search/search.html", context)
