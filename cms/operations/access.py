"""One line for each request: what was asked for, what came of it, and how long it took.

It says nothing of who has asked: no address of a client, no name, no query, no mailed link.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from cms.operations.headers import is_preview
from cms.operations.masking import masked
from cms.operations.work_in_hand import begin_request, id_of

log = logging.getLogger("access")

HEADER = "X-Request-ID"
PROBES = ("/healthz", "/readyz", "/metrics")  # asked every few seconds; a line each only when all is not well


class AccessMiddleware:
    """The outermost one: gives each request its id, sends it back, and writes the line."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_preview(request):  # a part of another request
            return self.get_response(request)
        started = time.monotonic()
        request_id = id_of(request)
        begin_request(request_id)
        response = self.get_response(request)
        response[HEADER] = request_id
        self.write_line(request, response.status_code, time.monotonic() - started)
        return response

    def write_line(self, request: HttpRequest, status: int, seconds: float) -> None:
        if not log.isEnabledFor(logging.INFO) or (request.path in PROBES and status == 200):
            return
        path, milliseconds = masked(request.path), round(seconds * 1000, 1)
        said = {"method": request.method, "path": path, "status": status, "ms": milliseconds}
        log.info("%s %s %s", request.method, path, status, extra={"access": said})
