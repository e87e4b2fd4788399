"""`find/?q=`: straight to the council, a list to choose from, or words that help."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from cms.page_cache.generation import kept
from cms.pages.navigation import breadcrumbs
from la_directory.finder.answer import Answer
from la_directory.finder.council_links import CouncilLinks, council_links
from la_directory.finder.find import find_councils
from la_directory.finder.forms import FinderForm
from la_directory.models import PostcodeSet

if TYPE_CHECKING:
    from la_directory.models import DirectoryPage

# What was typed stands in the address, which no other page and no other site is told.
REFERRER_POLICY = "strict-origin"


def find(page: DirectoryPage, request: HttpRequest) -> HttpResponse:
    """Nothing of what is typed is kept: no log, no address that it goes on to, no count."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    response = _answer(page, request)
    response["Referrer-Policy"] = REFERRER_POLICY
    return response


def _answer(page: DirectoryPage, request: HttpRequest) -> HttpResponse:
    form = FinderForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    councils = council_links(page)
    answer = find_councils(words, councils.names) if words else None
    if answer and (address := councils.address(answer.only)):
        return HttpResponseRedirect(address)
    context = {
        "page": page,
        "self": page,
        "canonical": urljoin(page.full_url or "", page.find_url),
        "crumbs": [*breadcrumbs(page)[:-1], (page.title, page.url or ""), (_("Find your council"), "")],
        "find_url": page.find_url,
        "form": form,
        "words": words,
        "answer": answer,
        "matches": _shown(answer, councils),
        "is_result": "q" in request.GET,
        "postcodes_of": kept("year of the postcodes", _year_of_postcodes),
    }
    return TemplateResponse(request, "la_directory/find_page.html", context)


def _year_of_postcodes() -> int | None:
    """The makers of the files ask to be named, with the year in which the site got them."""
    current = PostcodeSet.objects.current()
    return current.imported_at.year if current else None


def _shown(answer: Answer | None, councils: CouncilLinks) -> list[tuple[str, str, str]]:
    """Title, address and reason of each council."""
    matches = answer.matches if answer else ()
    return [(*councils.link(match.code), match.reason) for match in matches]
