"""Search over all public pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms.pages.search_entries import SearchKind
from search import missed
from search.best_bets import best_bets
from search.forms import LONGEST, SearchForm
from search.match import Match
from search.results import find
from search.suggestions import suggestions


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


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """OpenSearch's: lets a browser offer this search beside its own."""
    context = {"site_url": settings.SITE_URL}
    kind = "application/opensearchdescription+xml"
    return render(request, "search/description.xml", context, content_type=kind)


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Pages that fit what is typed so far: title, kind and address of each."""
    found = suggestions(request.GET.get("q", "")[:LONGEST], get_language())
    return JsonResponse(
        {
            "suggestions": [
                {"title": match.heading, "kind": _kind_of(match), "address": match.address} for match in found
            ]
        }
    )


def _kind_of(match: Match) -> str:
    """With the council, where the title does not name it; other pages say what they are by their titles."""
    kind = str(SearchKind(match.kind).label) if match.kind != SearchKind.PAGE else ""
    council = match.council if match.council != match.heading else ""
    return " – ".join(filter(None, [kind, council]))
