"""Images served by the site itself, for one machine without a web server in front."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

KEPT_FOR = timedelta(days=7)


@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponseBase:
    """One of the images that pages show; originals and documents are not reached this way."""
    response = serve(request, name, document_root=str(Path(settings.MEDIA_ROOT) / "images"))
    response["Cache-Control"] = f"public, max-age={int(KEPT_FOR.total_seconds())}"
    return response
