"""One answer as it is kept for everybody."""

from __future__ import annotations

import gzip
from collections.abc import Hashable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import re_accepts_gzip
from django.utils.cache import patch_vary_headers, set_response_etag
from django.utils.text import compress_string

# What gains by compression; images and documents are compressed already.
COMPRESSIBLE = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")
WORTH_COMPRESSING = 200  # bytes, as Django sees it
LARGEST = 2_000_000  # bytes; larger ones are downloads that few ask for
OVERHEAD = 2_000  # bytes beside the body, about: headers, address, entry


@dataclass(slots=True)
class KeptPage:
    """The body as most browsers take it, compressed, and the headers of both forms.

    `made_at` and `fresh_until` are seconds of the monotonic clock.
    """

    mark: Hashable
    made_at: float
    fresh_until: float
    body: bytes
    headers: dict[str, str]
    headers_compressed: dict[str, str] | None  # None where the body is not compressed

    @property
    def size(self) -> int:
        return len(self.body) + OVERHEAD

    def answer(self, request: HttpRequest) -> HttpResponse:
        if self.headers_compressed is None:
            return HttpResponse(self.body, headers=self.headers)
        if re_accepts_gzip.search(request.META.get("HTTP_ACCEPT_ENCODING", "")):
            return HttpResponse(self.body, headers=self.headers_compressed)
        return HttpResponse(gzip.decompress(self.body), headers=self.headers)


def is_for_everybody(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether all readers may get this answer, whoever asked for it first."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    asked = response.get("Cache-Control", "")
    if "public" not in asked or "private" in asked or "no-store" in asked:
        return False
    if response.get("Vary", "").lower() not in ("", "accept-encoding") or "Content-Encoding" in response:
        return False
    has_own_policy = any(name.startswith("_csp") for name in vars(response)) or hasattr(request, "_csp_nonce")
    if has_own_policy or not response.get("Content-Type", "").startswith(COMPRESSIBLE):
        return False
    return len(response.content) <= LARGEST


def keep(response: HttpResponse, mark: Hashable, made_at: float, fresh_until: float) -> KeptPage:
    """The ETag is made here where there is none, as later on it would be that of the compressed body."""
    if "ETag" not in response:
        set_response_etag(response)
    body, compressed = response.content, b""
    if len(body) >= WORTH_COMPRESSING:
        patch_vary_headers(response, ["Accept-Encoding"])
        compressed = compress_string(body)
    headers = dict(response.items()) | {"Content-Length": str(len(body))}
    if not 0 < len(compressed) < len(body):
        return KeptPage(mark, made_at, fresh_until, body, headers, None)
    headers_compressed = headers | {"Content-Encoding": "gzip", "Content-Length": str(len(compressed))}
    if headers["ETag"].startswith('"'):
        headers_compressed["ETag"] = f"W/{headers['ETag']}"
    return KeptPage(mark, made_at, fresh_until, compressed, headers, headers_compressed)
