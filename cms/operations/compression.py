"""Compression of what gains by it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from cms.page_cache.kept_page import COMPRESSIBLE


class CompressionMiddleware(GZipMiddleware):
    """Django's compression without images and documents, which are compressed already."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        # Wagtail's document view sends the word None where a file has no encoding.
        if response.get("Content-Encoding") == "None":
            del response["Content-Encoding"]
        # A part of a file is counted in bytes of the file as it is.
        is_part = "Content-Range" in response
        if is_part or not response.get("Content-Type", "").startswith(COMPRESSIBLE):
            return response
        return super().process_response(request, response)
