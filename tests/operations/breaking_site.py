"""One address that breaks with all it knows of the person who asked."""

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from tests.operations.reported import PERSONAL


def break_down(request: HttpRequest, token: str) -> HttpResponse:
    held = PERSONAL["variable"]
    words = f"refused for {PERSONAL['address']} at {request.path}"
    raise IntegrityError(f"{words}\nDETAIL:  Key ({PERSONAL['detail']})={len(held)}")


def sorry(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Sorry", status=500)


urlpatterns = [path("directory/check/<token>/", break_down)]
handler500 = "tests.operations.breaking_site.sorry"
