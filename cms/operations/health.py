"""Whether the process lives (/healthz), and how the parts it needs are doing (/readyz, /metrics).

They are answered by a middleware that stands before all that needs the database or knows the site's hosts.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.operations.parts import AWAY, all_parts

View = Callable[[HttpRequest], HttpResponseBase]


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """The state of each part and its age in seconds; 503 while the database is away."""
    try:
        return JsonResponse(all_parts())
    except DatabaseError:
        return JsonResponse({"database": {"state": AWAY}}, status=503, headers={"Retry-After": "10"})


class HealthMiddleware:
    """Answers the addresses of health itself, and nothing else."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response
        self.answers: dict[str, View] = {"/healthz": healthz, "/readyz": readyz}
        if settings.METRICS_TOKEN:  # else the address does not exist, and its library is not loaded
            from cms.operations.metrics import metrics

            self.answers["/metrics"] = metrics

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answers.get(request.path_info, self.get_response)(request)
