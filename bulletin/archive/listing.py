"""The lists of the archive: its front page, a year, and what a search has found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from bulletin.archive.forms import EditionSearchForm
from cms.pages.navigation import breadcrumbs
from resources.listing import kept_years

if TYPE_CHECKING:
    from bulletin.models import BulletinPage, EditionPage

PER_PAGE = 20


def years_of(archive: BulletinPage) -> list[int]:
    """The years that have an edition, newest first."""
    days = archive.editions.order_by()
    return kept_years(archive, lambda: [day.year for day in days.dates("month", "year", order="DESC")])


def front_context(archive: BulletinPage, request: HttpRequest) -> dict[str, Any]:
    """The newest edition and its year, or what was found."""
    years = years_of(archive)
    form = EditionSearchForm(request.GET if request.GET.get("q", "").strip() else None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    context = {**_beside(archive, request, years), "form": form, "words": words}
    if words:
        page_obj = Paginator(archive.editions.search(words), PER_PAGE).get_page(request.GET.get("page"))
        return context | {"page_obj": page_obj}
    of_newest_year = list(archive.editions.filter(month__year=years[0])) if years else []
    newest, earlier = (of_newest_year or [None])[0], of_newest_year[1:]
    return context | {
        "newest": newest,
        "newest_headings": _headings(newest),
        "earlier": earlier,
        "newest_year": years[0] if years else None,
    }


def _headings(edition: EditionPage | None) -> list[str]:
    """The sections of an edition, from what is stored: nothing they point at is fetched."""
    if edition is None:
        return []
    sections = [section["value"] for section in edition.sections.raw_data]
    return [section["heading"] for section in sections if section["heading"] and section["items"]]


def year_page(archive: BulletinPage, request: HttpRequest, year: int) -> HttpResponse:
    years = years_of(archive)
    if year not in years:
        raise Http404
    context = {
        **_beside(archive, request, years),
        "page": archive,
        "self": archive,
        "request": request,
        "year": year,
        "editions": list(archive.editions.filter(month__year=year)),
        "form": EditionSearchForm(),
        "canonical": urljoin(archive.full_url or "", request.path),
        "crumbs": [
            *breadcrumbs(archive)[:-1],
            (archive.title, archive.get_url(request) or ""),
            (str(year), ""),
        ],
        "shared_title": f"{archive.title} {year}",
    }
    return TemplateResponse(request, "bulletin/archive/year.html", context)


def year_addresses(archive: BulletinPage, request: HttpRequest | None) -> list[dict[str, Any]]:
    """The pages of the years for the map of the site."""
    address = archive.get_full_url(request) or ""
    return [
        {
            "location": address + archive.reverse_subpage("year", args=[year]),
            "lastmod": archive.last_published_at,
        }
        for year in years_of(archive)
    ]


def _beside(archive: BulletinPage, request: HttpRequest, years: list[int]) -> dict[str, Any]:
    return {
        "years": [(year, archive.year_url(year, request)) for year in years],
        "feed_url": archive.feed_url(request),
    }
