"""What the PDF may be made of besides its text: our fonts, and the pictures that were handed in.

Only pdf_file imports this, and late: it loads WeasyPrint.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from django.contrib.staticfiles import finders
from weasyprint.urls import URLFetcher, URLFetcherResponse


class Sources(URLFetcher):
    """Answers "font:NAME" and "picture:NUMBER"; every other address is refused, also on this machine."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        super().__init__()
        self.pictures = list(pictures.values())

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        kind, _colon, name = url.partition(":")
        if kind == "picture":
            return URLFetcherResponse(url, self.pictures[int(name)])
        if kind == "font" and (found := finders.find(f"design_system/fonts/{name}")):
            return URLFetcherResponse(url, Path(found).read_bytes())
        raise ValueError(f"nothing is fetched from {url}")
