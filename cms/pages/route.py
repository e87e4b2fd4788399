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

    Kept is only which page it is: it is fetched each time, and finds itself what is below its address.
    """
    steps = [step for step in path.split("/") if step]

    def look() -> tuple[type[Page], int, int]:
        # Of its own type already, so that Wagtail has not to fetch it twice.
        site.root_page = type_of_home.objects.get(pk=site.root_page_id)
        found = Page.route_for_request(request, path)
        if found is None:
            raise Http404  # a name is made up easily: what is not there is not kept
        return type(found.page), found.page.pk, _steps_to(found.page, site, steps)

    with suppress(Http404, ObjectDoesNotExist):
        model, key, used = kept(("page at", site.pk, get_language(), path), look)
        if not hasattr(request, FOUND):
            setattr(request, FOUND, model._default_manager.get(pk=key).route(request, steps[used:]))


def _steps_to(page: Page, site: Site, steps: list[str]) -> int:
    """How many steps of the address lead to the page. Where it has an address of another form: not found."""
    names = page.url_path.removeprefix(site.root_page.localized.url_path).strip("/")
    below = names.split("/") if names else []
    if steps[: len(below)] != below:
        raise Http404
    return len(below)
