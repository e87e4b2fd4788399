"""Pages for what went wrong."""

from __future__ import annotations

import logging
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token

log = logging.getLogger(__name__)

RETRY_AFTER = "10"  # seconds
PLAIN_PAGE = "<!DOCTYPE html><html lang=en><title>Sorry</title><h1>Sorry, something went wrong</h1>"


class FilesAway(OSError):
    """What holds the uploads does not answer; nothing is known to be lost."""


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a fault of ours; Django calls this while it handles the exception.

    A database or object storage that is away is told as 503.
    """
    if isinstance(sys.exception(), FilesAway):
        return HttpResponse(page("503_files.html"), status=503, headers={"Retry-After": RETRY_AFTER})
    if isinstance(sys.exception(), (OperationalError, InterfaceError)):
        return HttpResponse(page("503.html"), status=503, headers={"Retry-After": RETRY_AFTER})
    return HttpResponse(page("500.html"), status=500)


def page(template: str) -> str:
    """A page made without context, so that it needs no database; a bare one if even that fails."""
    try:
        return loader.get_template(template).render()
    except Exception:  # whatever has broken the template must not take the answer with it
        log.exception("%s cannot be shown", template)
        return PLAIN_PAGE


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that is not believed to come from this site; most often it has stood open for too long."""
    return render(request, "403.html", status=403)
