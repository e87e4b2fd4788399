"""A few addresses, each with one habit, to see what the middleware makes of it."""

from __future__ import annotations

from csp.decorators import csp_update
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, re_path
from django.views.decorators.cache import cache_control
from wagtail.models import PreviewableMixin

TEXT = "<p>The same words for every reader.</p>" * 20


class Draft(PreviewableMixin):
    """Something an editor looks at before it is published."""

    full_url = "http://testserver/page/"

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return HttpResponse(TEXT)


def page(request: HttpRequest, path: str = "") -> HttpResponse:
    return HttpResponse(TEXT)


def page_that_looks_who_asks(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.user.is_authenticated}{TEXT}")


def page_that_sets_a_cookie(request: HttpRequest) -> HttpResponse:
    request.session["seen"] = True
    response = HttpResponse(TEXT)
    response["Cache-Control"] = "public, max-age=600"
    return response


def preview(request: HttpRequest) -> HttpResponseBase:
    return Draft().make_preview_request(request, "")


def picture(request: HttpRequest) -> HttpResponseBase:
    return FileResponse(iter([b"\x89PNG" * 100]), content_type="image/png")


def part_of_a_file(request: HttpRequest) -> HttpResponse:
    headers = {"Content-Range": f"bytes 0-{len(TEXT) - 1}/20000"}
    return HttpResponse(TEXT, status=206, headers=headers, content_type="text/css")


def refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def fall_over(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


def miss_the_database(request: HttpRequest) -> HttpResponse:
    raise OperationalError


def nobody_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse("nothing", status=404)


def no_entry(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse("no entry", status=403)


urlpatterns = [
    path("page/", page),
    path("who/", page_that_looks_who_asks),
    path("cookie/", page_that_sets_a_cookie),
    path("kept/", cache_control(public=True, max_age=600)(page)),
    path("wider/", csp_update({"img-src": ["https://media.example"]})(page)),
    path("own/", cache_control(private=True, no_cache=True)(page)),
    path("moved/", lambda request: redirect("/page/")),
    path("picture/", picture),
    path("part/", part_of_a_file),
    path("refuse/", refuse),
    path("fall-over/", fall_over),
    path("no-database/", miss_the_database),
    path("admin/page/", page),
    path("admin/preview/", preview),
    path("feedback/", page, name="feedback"),
    path("media/images/picture.png", picture),
    # What the frame of every page leads to.
    path("search/", page, name="search"),
    re_path(r"^((?:front/)*)$", page, name="wagtail_serve"),
]
handler403 = "tests.operations.small_site.no_entry"
handler404 = "tests.operations.small_site.nobody_here"
handler500 = "cms.operations.errors.server_error"
