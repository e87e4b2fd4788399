"""The map of the site for search engines: the pages of all languages, each with its translations."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap as map_of
from wagtail.models import Page

from cms.languages.marks import html_language, language_of


class SitemapInLanguages(Sitemap):
    """Django's template writes `alternates` as links with hreflang."""

    def items(self) -> QuerySet[Page]:
        pages = Page.objects.none()
        for home in self.get_wagtail_site().root_page.get_translations(inclusive=True):
            pages = pages | home.get_descendants(inclusive=True)
        return pages.live().public().order_by("path").defer_streamfields().specific()

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        places = [
            (item, item.get_sitemap_urls(self.request)) for item in self.paginator.page(page).object_list
        ]
        versions: dict[Any, list[dict[str, str]]] = {}
        for item, addresses in places:
            for address in addresses[:1]:
                language = html_language(language_of(item))
                version = {"lang_code": language, "location": address["location"]}
                versions.setdefault(item.translation_key, []).append(version)
        urls = []
        for item, addresses in places:
            for address in addresses[:1]:
                alternates = versions[item.translation_key]
                urls.append(address | {"alternates": _with_default(alternates) if alternates[1:] else []})
            urls.extend(addresses[1:])
        moments = [url.get("lastmod") for url in urls]
        if moments and None not in moments:
            self.latest_lastmod = max(moments)
        return urls


def _with_default(alternates: list[dict[str, str]]) -> list[dict[str, str]]:
    first = html_language(settings.LANGUAGE_CODE)
    others = [each | {"lang_code": "x-default"} for each in alternates if each["lang_code"] == first]
    return [*alternates, *others]


def sitemap(request: HttpRequest) -> HttpResponse:
    return map_of(request, {"pages": SitemapInLanguages})
