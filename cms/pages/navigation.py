"""Where the reader is and where they can go: the menu and the way back up."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.languages.original import active_locale_id, in_language
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
    page: Page


def _entries(site: Site) -> list[tuple[Page, str]]:
    """Pages with their addresses, in the editors’ order; in English where they are not translated."""
    pages = (
        ReadablePageQuerySet(Page)
        .child_of(site.root_page)
        .live()
        .public()
        .in_menu()
        .order_by("path")
        .only("title", "url_path", "slug", "path", "live", "locale", "translation_key")[:MENU_LENGTH]
    )
    here = in_language(pages, active_locale_id())
    return [(page, page.get_url(current_site=site) or "") for page in here]


def main_menu(request: HttpRequest) -> list[MenuItem]:
    """The menu as it looks from the request's address."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    language = getattr(request, "LANGUAGE_CODE", "")
    here = request.path
    return [
        MenuItem(page.title, url, is_current=here == url, is_section=here.startswith(url), page=page)
        for page, url in kept(("menu", site.pk, language), lambda: _entries(site))
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
        *((_("Home") if index == 0 else title, url) for index, (title, url) in enumerate(trail)),
        (page.title, ""),
    ]
