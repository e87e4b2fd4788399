"""Where the reader is and where they can go: the menu and the way back up."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.languages.marks import foreign_language
from cms.languages.original import active_locale_id, in_language
from cms.page_cache.generation import kept
from cms.pages.privacy import ReadablePageQuerySet

MENU_LENGTH = 8


@dataclass(frozen=True)
class MenuItem:
    """An entry of the main menu; `language` is that of its words where the reader reads in another one."""

    title: str
    url: str
    language: str
    is_current: bool
    is_section: bool


def _entries(site: Site) -> list[tuple[str, str, str]]:
    """Titles, addresses and languages in the editors’ order; in English where pages are not translated."""
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
    return [(page.title, page.get_url(current_site=site) or "", foreign_language(page)) for page in here]


def main_menu(request: HttpRequest) -> tuple[MenuItem, ...]:
    """The menu as it looks from the request's address."""
    site = Site.find_for_request(request)
    if site is None:
        return ()
    language = getattr(request, "LANGUAGE_CODE", "")
    here = request.path
    return tuple(
        MenuItem(title, url, entry_language, is_current=here == url, is_section=here.startswith(url))
        for title, url, entry_language in kept(("menu", site.pk, language), lambda: _entries(site))
    )


def breadcrumbs(page: Page) -> list[tuple[str, str]]:
    """Title and address of every page above, from the home page down, then `page` without address."""
    if page.depth <= 2:
        return []
    parent = page.path[: -page.steplen]
    return [*kept(("way to", parent, get_language()), lambda: _above(page)), (page.title, "")]


def _above(page: Page) -> list[tuple[str, str]]:
    above = (
        page.get_ancestors().filter(depth__gt=1).live().only("title", "url_path", "slug", "locale", "depth")
    )
    trail = [(ancestor.title, ancestor.get_url() or "") for ancestor in above]
    return [(_("Home") if index == 0 else title, url) for index, (title, url) in enumerate(trail)]
