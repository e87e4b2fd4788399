"""The address alone says the language: English has no prefix, Gaelic stands under /gd/."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language, trans_real
from wagtail.models import Page, Site

from cms.page_cache.generation import kept

HOME_DEPTH = 2
MOST_WORDS = 4096  # more than the site has, and an end in case some are not its own


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, without `Vary`: no answer depends on what the browser would like.

    What is not there in Gaelic is shown in English, at its own address.
    """

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        super().process_request(request)
        _look_up_words_once(request.LANGUAGE_CODE)
        if _is_other(request) and not kept(("home in", request.LANGUAGE_CODE), lambda: _has_home(request)):
            return HttpResponseRedirect(_english_address(request))
        return None

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code == 404 and _is_other(request) and _is_there_in_english(request):
            return HttpResponseRedirect(_english_address(request))
        response.headers.setdefault("Content-Language", get_language())
        return response


def _look_up_words_once(language: str) -> None:
    """Django looks for each word in the catalogue of every app, and of every language to fall back on."""
    words = trans_real.translation(language)
    if "gettext" not in vars(words):
        words.gettext = lru_cache(MOST_WORDS)(words.gettext)


def _is_other(request: HttpRequest) -> bool:
    return getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE) != settings.LANGUAGE_CODE


def _has_home(request: HttpRequest) -> bool:
    homes = Page.objects.live().filter(locale__language_code=request.LANGUAGE_CODE, depth=HOME_DEPTH)
    return homes.exists()


def _english_address(request: HttpRequest) -> str:
    return f"/{request.get_full_path().removeprefix(f'/{request.LANGUAGE_CODE}').lstrip('/')}"


def _is_there_in_english(request: HttpRequest) -> bool:
    site = Site.find_for_request(request)
    path = request.path_info.removeprefix(f"/{request.LANGUAGE_CODE}/")
    try:
        return site is not None and bool(
            site.root_page.specific.route(request, list(filter(None, path.split("/"))))
        )
    except Http404:
        return False
