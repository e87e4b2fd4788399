"""The working version as files to download."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.page_cache.generation import kept
from resources.handbook.addresses import absolute
from resources.handbook.content import Handbook
from resources.handbook.files.formats import FORMATS
from resources.handbook.files.kept import kept_file
from resources.handbook.files.pdf_file import PdfNotPossible
from resources.handbook.files.pictures import pictures_of, with_pictures
from resources.handbook.gather import current_handbook
from resources.handbook.json_format import canonical

if TYPE_CHECKING:
    from resources.models import HandbookPage

log = logging.getLogger(__name__)

SCHEMA = Path(__file__).parents[1] / "schema/handbook-1.json"


def whole_handbook(page: HandbookPage) -> Handbook:
    """The current handbook with whole addresses, as it leaves the site."""
    name = ("handbook with whole addresses", page.pk, get_language())
    return kept(name, lambda: absolute(current_handbook(page), page.full_url))


def file_of(page: HandbookPage, file_format: str) -> bytes:
    """The working version in one of the formats of FORMATS."""
    book = whole_handbook(page)
    json_file = kept(("handbook as JSON", page.pk, get_language()), lambda: canonical(book))
    if file_format == "json":
        return json_file
    return kept_file(f"handbook.{file_format}", json_file, lambda: _made(book, file_format))


def _made(book: Handbook, file_format: str) -> bytes:
    pictures = pictures_of(book)
    named = {picture.name: picture.content for picture in pictures.values()}
    return FORMATS[file_format].make(with_pictures(book, pictures), named)


def working_file(page: HandbookPage, request: HttpRequest, file_format: str) -> HttpResponse:
    """A download whose name says that it is no edition."""
    if file_format not in FORMATS:
        raise Http404
    try:
        content = file_of(page, file_format)
    except PdfNotPossible as reason:
        log.error("%s", reason)
        words = _("This file cannot be made at the moment. Please take another format.")
        return HttpResponse(words, content_type="text/plain; charset=utf-8", status=503)
    day = whole_handbook(page).changed_on
    name = f"handbook-working-version-{day}.{file_format}"
    return HttpResponse(
        content,
        content_type=FORMATS[file_format].content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def schema() -> HttpResponse:
    return HttpResponse(SCHEMA.read_bytes(), content_type="application/schema+json")


def downloads(page: HandbookPage) -> list[tuple[str, str, str]]:
    """Title, address and kind of every file."""
    return [(str(each.title), page.file_url("export", name), name) for name, each in FORMATS.items()]
