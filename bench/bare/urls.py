from django.http import HttpRequest, HttpResponse
from django.urls import path


def bare(request: HttpRequest) -> HttpResponse:
    """A view that does nothing."""
    return HttpResponse("<!DOCTYPE html><title>Bare</title><p>Bare</p>")


urlpatterns = [path("bare/", bare)]
