"""Which page an address leads to, without asking the database for each level of the tree."""

from __future__ import annotations

from contextlib import suppress

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from cms.page_cache.generation import kept

FOUND = "_wagtail_route_for_request"


def find_page(request: HttpRequest, site: Site, type_of_home: type[Page], path: str) -> None:
    """Leaves the page where Wagtail's view looks for it; where there is none, the view looks itself.

    Kept is only which page it is: it is fetched each time. What a page shows below its address, such as one
    edition of the handbook, is looked for each time: anybody can make up such addresses.
    """

    def look() -> tuple[type[Page], int]:
        # Of its own type already, so that Wagtail has not to fetch it twice.
        site.root_page = type_of_home.objects.get(pk=site.root_page_id)
        found = Page.route_for_request(request, path)
        if found is None or not _is_whole_address(path, found.page, site):
            raise Http404  # so nothing is kept
        return type(found.page), found.page.pk

    with suppress(Http404, ObjectDoesNotExist):
        model, key = kept(("page at", site.pk, get_language(), path), look)
        if not hasattr(request, FOUND):
            setattr(request, FOUND, model._default_manager.get(pk=key).route(request, []))


def _is_whole_address(path: str, page: Page, site: Site) -> bool:
    names = page.url_path.strip("/").split("/")
    return names[site.root_page.depth - 1 :] == [step for step in path.split("/") if step]
