"""Where the reader is and where they can go: the menu and the way back up."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page, Site

from cms.page_cache.generation import kept
from cms.pages.privacy import ReadablePageQuerySet

MENU_LENGTH = 8


@dataclass(frozen=True)
class MenuItem:
    """An entry of the main menu."""

    title: str
    url: str
    is_current: bool
    is_section: bool


def _entries(site: Site, language: str) -> list[tuple[str, str]]:
    """Title and address of the pages of the menu, in the editors' order, in one query."""
    pages = (
        ReadablePageQuerySet(Page)
        .child_of(site.root_page)
        .live()
        .public()
        .in_menu()
        .order_by("path")
        .only("title", "url_path", "slug", "locale")[:MENU_LENGTH]
    )
    return [(page.title, page.get_url(current_site=site) or "") for page in pages]


def main_menu(request: HttpRequest) -> list[MenuItem]:
    """The menu as it looks from the request's address."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    language = getattr(request, "LANGUAGE_CODE", "")
    here = request.path
    return [
        MenuItem(title, url, is_current=here == url, is_section=here.startswith(url))
        for title, url in kept(("menu", site.pk, language), lambda: _entries(site, language))
    ]


def breadcrumbs(page: Page) -> list[tuple[str, str]]:
    """Title and address of every page above, from the home page down, then `page` without address."""
    if page.depth <= 2:
        return []
    above = (
        page.get_ancestors().filter(depth__gt=1).live().only("title", "url_path", "slug", "locale", "depth")
    )
    trail = [(ancestor.title, ancestor.get_url() or "") for ancestor in above]
    return [
        *(("Home" if index == 0 else title, url) for index, (title, url) in enumerate(trail)),
        (page.title, ""),
    ]
