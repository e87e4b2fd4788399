"""The open data as files below the directory's page, whose privacy holds for them too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import override

from cms.page_cache.generation import kept
from la_directory.open_data import csv_rows, json_format
from la_directory.open_data.gather import PublicDirectory, in_first_language, public_directory
from la_directory.open_data.licence import LICENCE_URL

if TYPE_CHECKING:
    from la_directory.models import DirectoryPage

SCHEMA = Path(__file__).parent / "schema/councils-1.json"
FORMATS: dict[str, tuple[str, Callable[[PublicDirectory], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", csv_rows.written),
    "json": ("application/json", json_format.written),
}


def export(page: DirectoryPage, request: HttpRequest, file_format: str) -> HttpResponse:
    """Made once for each change of content; whether a check holds also depends on the day."""
    if file_format not in FORMATS:
        raise Http404
    content_type, _write = FORMATS[file_format]
    page = in_first_language(page)
    content = kept(("open data", page.pk, file_format, timezone.localdate()), lambda: made(page, file_format))
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="councils.{file_format}"',
            "Link": f'<{LICENCE_URL}>; rel="license"',
        },
    )


def made(page: DirectoryPage, file_format: str) -> bytes:
    """In English, whoever asks and in whatever language."""
    with override(settings.LANGUAGE_CODE):
        return FORMATS[file_format][1](public_directory(in_first_language(page)))


def schema() -> HttpResponse:
    return HttpResponse(SCHEMA.read_bytes(), content_type="application/schema+json")
