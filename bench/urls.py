from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def bare(request: HttpRequest) -> HttpResponse:
    """A Django view that does nothing: 1.0 of all ratios."""
    return HttpResponse("<!DOCTYPE html><title>Bare</title><p>Bare</p>")


urlpatterns = [path("bare/", bare), path("", include("cms.urls"))]
