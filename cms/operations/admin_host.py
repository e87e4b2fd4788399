"""The admin on a host of its own (ADMIN_URL), so that it can be kept apart from what readers ask for."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.defaults import page_not_found

from cms.operations.headers import MEDIA_PATH, is_preview
from cms.operations.hosts import ADMIN_PATH, OF_STAFF, is_below, is_on_admin_host, is_shut

# What the script of a preview asks for: browsers let none follow a redirect to another host.
SUGGESTIONS = ("/search/suggest/", "/gd/search/suggest/")
# Besides, what pages of the admin and previews are drawn with, and the files that editors open from there.
ON_ADMIN_HOST = (*OF_STAFF, settings.STATIC_URL, MEDIA_PATH, "/documents/", *SUGGESTIONS)
ROBOTS = "/robots.txt"


class AdminHostMiddleware:
    """On all hosts but its own there is no admin; on its own host there is nothing else.

    Stands inside of languages, as its 404 is the page that readers get, and outside of all that adds slashes,
    follows redirects or looks who asks.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.ADMIN_URL:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_preview(request):  # made up inside a request that was judged
            return self.get_response(request)
        if is_shut(request):
            request.get_host()  # raises for a name that is not ours, as everywhere
            return not_found(request)
        if not is_on_admin_host(request):
            return self.get_response(request)
        response = self.answer_on_admin_host(request)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def answer_on_admin_host(self, request: HttpRequest) -> HttpResponseBase:
        if is_below(request, ON_ADMIN_HOST) or request.path_info == ROBOTS:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return not_found(request)  # nobody is led on with what they have typed
        # Who follows a link of the admin to the home page, such as “View live”, means the public one.
        is_arrival = request.path_info == "/" and request.headers.get("Sec-Fetch-Site") != "same-origin"
        response = HttpResponseRedirect(
            ADMIN_PATH if is_arrival else settings.SITE_URL + request.get_full_path()
        )
        patch_vary_headers(response, ["Sec-Fetch-Site"])
        return response


def not_found(request: HttpRequest) -> HttpResponse:
    """As it is of any other address: its length is told by Django further in."""
    response = page_not_found(request, Http404())
    response["Content-Length"] = str(len(response.content))
    return response
