"""Search over all public pages."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from cms.pages.privacy import ReadablePageQuerySet
from cms.pages.ranking import ranked_lower
from search.forms import SearchForm
from search.in_turn import InTurn

PER_PAGE = 20


def found(words: str) -> InTurn:
    """All public pages with these words; those that may be out of date stand after the others."""
    pages, last = ReadablePageQuerySet(Page).live().public().filter(depth__gt=1), ranked_lower()
    if not last:
        return InTurn(pages.search(words))
    return InTurn(pages.exclude(id__in=last).search(words), pages.filter(id__in=last).search(words))


def search(request: HttpRequest) -> HttpResponse:
    """The search page: the form, and what was found in the order of relevance."""
    form = SearchForm(request.GET or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"form": form, "words": words}
    if words:
        page_obj = Paginator(found(words), PER_PAGE).get_page(request.GET.get("page"))
        pages = {
            page.pk: page for page in Page.objects.filter(pk__in=[hit.pk for hit in page_obj]).specific()
        }
        page_obj.object_list = [pages[hit.pk] for hit in page_obj if hit.pk in pages]
        context["page_obj"] = page_obj
    return render(request, "search/search.html", context)
