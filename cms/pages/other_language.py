"""The way from a page to the other language: to the same page, or to the nearest translated one above."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info, override
from wagtail.models import Page, Site

from cms.languages.marks import html_language, language_of
from cms.page_cache.generation import kept
from cms.page_cache.restrictions import is_restricted
from cms.pages.site import PAGES


@dataclass(frozen=True)
class OtherLanguage:
    """A link; `instead` is the title of the page it leads to where the page itself is not translated."""

    code: str  # as HTML names it
    name: str  # in that language
    url: str
    instead: str = ""


def other_language(request: HttpRequest, page: Page | None) -> OtherLanguage | None:
    """None where nothing of the site is in the other language yet, and in previews."""
    site = Site.find_for_request(request)
    if site is None or getattr(request, "is_preview", False):
        return None
    if page is None or not page.pk:
        home = kept(("other home", get_language(), site.pk), lambda: _nearest(site.root_page.localized, site))
        if home is None or not _has_view_of_its_own(request):
            return home
        return replace(home, url=translate_url(request.get_full_path(), _other(request)))
    found = kept(("other language", page.pk, site.pk), lambda: _nearest(page, site))
    return found if found is None or found.instead else replace(found, url=found.url + _rest(request, page))


def alternates(request: HttpRequest, page: Page | None) -> list[tuple[str, str]]:
    """Languages with whole addresses of the same page, for search engines; none where there is one only."""
    other = other_language(request, page)
    if page is None or other is None or other.instead or _rest(request, page):
        return []
    own = html_language(language_of(page))
    both = {own: page.full_url, other.code: settings.SITE_URL + other.url}
    return [*both.items(), ("x-default", both[html_language(settings.LANGUAGE_CODE)])]


def _other(request: HttpRequest) -> str:
    return next(code for code, _name in settings.LANGUAGES if code != get_language())


def _nearest(place: Page, site: Site) -> OtherLanguage | None:
    code = next(code for code, _name in settings.LANGUAGES if code != language_of(place))
    steps = range(2, place.depth + 1)
    way = Page.objects.filter(path__in=[place.path[: step * Page.steplen] for step in steps])
    same = Page.objects.live().filter(
        locale__language_code=code, translation_key__in=way.values("translation_key")
    )
    public = [page for page in same.order_by("-depth") if not is_restricted(page)]
    if not public:
        return None
    with override(code):
        url = public[0].specific_deferred.get_url(current_site=site) or ""
    is_same = public[0].translation_key == place.translation_key
    name = get_language_info(code.split("-")[0])["name_local"]
    return OtherLanguage(html_language(code), name, url, "" if is_same else public[0].title)


def _has_view_of_its_own(request: HttpRequest) -> bool:
    match = getattr(request, "resolver_match", None)
    return match is not None and match.url_name not in PAGES


def _rest(request: HttpRequest, page: Page) -> str:
    """What a page found behind its own address, with what was asked for."""
    own = page.get_url(request) or ""
    path = request.get_full_path()
    return path.removeprefix(own) if own and path.startswith(own) else ""
