"""What search engines are asked to leave alone."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cms.operations.hosts import ADMIN_PATH, is_on_admin_host

LEFT_ALONE = ("/feedback/", "/search/", "/gd/feedback/", "/gd/search/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """On the admin's own host all of it; elsewhere nothing is said of an admin that is not there."""
    if is_on_admin_host(request):
        return _text(["User-agent: *", "Disallow: /"])
    paths = LEFT_ALONE if settings.ADMIN_URL else (ADMIN_PATH, *LEFT_ALONE)
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in paths)]
    return _text([*lines, f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}"])


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
