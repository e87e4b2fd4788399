"""Images served by the site itself, where neither a web server nor a media host does."""

from __future__ import annotations

from datetime import timedelta
from mimetypes import guess_type

from django.core.files.storage import FileSystemStorage, storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

KEPT_FOR = timedelta(days=7)
FOLDER = "images"


@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponseBase:
    """One of the images that pages show; originals and documents are not reached this way."""
    storage = storages["default"]
    if isinstance(storage, FileSystemStorage):
        response = serve(request, name, document_root=storage.path(FOLDER))
    else:
        try:
            file = storage.open(f"{FOLDER}/{name}")
        except FileNotFoundError:
            raise Http404 from None
        response = FileResponse(file, content_type=guess_type(name)[0] or "application/octet-stream")
    response["Cache-Control"] = f"public, max-age={int(KEPT_FOR.total_seconds())}"
    return response
