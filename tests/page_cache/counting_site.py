"""A few addresses that count how often their answers are made."""

from __future__ import annotations

from collections import Counter

from csp.decorators import csp_update
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.cache import cache_control
from django.views.decorators.vary import vary_on_headers
from wagtail.models import PreviewableMixin

from cms.page_cache import generation

TEXT = "<p>The same words for every reader.</p>" * 20
made: Counter[str] = Counter()
faults: list[type[Exception]] = []  # what goes wrong when a page is made


def page(request: HttpRequest) -> HttpResponse:
    made[request.path] += 1
    if faults:
        raise faults[0]
    return HttpResponse(f"{made[request.path]} {request.get_full_path()} {request.get_host()} {TEXT}")


def short(request: HttpRequest) -> HttpResponse:
    made[request.path] += 1
    return HttpResponse("ok")


def not_found(request: HttpRequest) -> HttpResponse:
    made[request.path] += 1
    raise Http404


def refused(request: HttpRequest) -> HttpResponse:
    made[request.path] += 1
    raise PermissionDenied


def moved(request: HttpRequest) -> HttpResponse:
    made[request.path] += 1
    return redirect("/page/")


def with_cookie(request: HttpRequest) -> HttpResponse:
    response = page(request)
    response.set_cookie("seen", "yes")
    response["Cache-Control"] = "public, max-age=600"
    return response


def with_token(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{page(request).content}{get_token(request)}")


def with_nonce(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{page(request).content}{request.csp_nonce}")


def file(request: HttpRequest) -> HttpResponseBase:
    made[request.path] += 1
    return FileResponse(iter([b"words"]), content_type="text/plain")


def picture(request: HttpRequest) -> HttpResponse:
    made[request.path] += 1
    return HttpResponse(b"\x89PNG" * 100, content_type="image/png")


def while_content_changes(request: HttpRequest) -> HttpResponse:
    response = page(request)
    generation._advance_now()
    return response


class Draft(PreviewableMixin):
    """Something an editor looks at before it is published."""

    full_url = "http://testserver/page/"

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return HttpResponse("<p>Nobody may read this yet.</p>" * 20)


def preview(request: HttpRequest) -> HttpResponseBase:
    return Draft().make_preview_request(request, "")


urlpatterns = [
    path("page/", page),
    path("other/", page),
    path("gd/page/", page),
    path("short/", short),
    path("kept/", cache_control(public=True, max_age=600)(page)),
    path("own/", cache_control(private=True, no_cache=True)(page)),
    path("divided/", vary_on_headers("Accept")(page)),
    path("wider/", csp_update({"img-src": ["https://media.example"]})(page)),
    path("cookie/", with_cookie),
    path("token/", with_token),
    path("nonce/", with_nonce),
    path("moved/", moved),
    path("not-found/", not_found),
    path("refused/", refused),
    path("file/", file),
    path("picture/", picture),
    path("changing/", while_content_changes),
    path("feedback/page/", page),
    path("admin/page/", page),
    path("admin/preview/", preview),
]
handler403 = "tests.operations.small_site.no_entry"
handler404 = "tests.operations.small_site.nobody_here"
handler500 = "cms.operations.errors.server_error"
AWAY = OperationalError
