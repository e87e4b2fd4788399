"""Editions in public. The routes of the handbook's page lead here, so its privacy holds for all of it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from cms.page_cache.generation import kept
from cms.pages.navigation import breadcrumbs
from resources.handbook.editions import reading
from resources.handbook.editions.compare import CURRENT, compared, comparison_url, other_pairs, side_of
from resources.handbook.editions.files import name_of
from resources.handbook.files.formats import FORMATS
from resources.handbook.files.pictures import FOLDER
from resources.handbook.shown import handbook_context
from resources.models.edition import Edition, EditionFile, EditionIsDamaged

if TYPE_CHECKING:
    from resources.models import HandbookPage

log = logging.getLogger(__name__)

# The bytes behind the address of a file never change, so whoever has them need not ask again.
KEPT_FOR_EVER = "public, max-age=31536000, immutable"
FILE_POLICY = "default-src 'none'; sandbox"


def editions(page: HandbookPage, request: HttpRequest) -> HttpResponse:
    found = reading.editions_of(page)
    context = {
        "editions": found,
        "newest": _newest(found),
        "other_pairs": other_pairs(page, found),
        "language": reading.language_of_editions(found),
    }
    return _answer(page, request, "editions", _("Editions"), context)


def edition(page: HandbookPage, request: HttpRequest, slug: str) -> HttpResponse:
    found = reading.editions_of(page)
    place = next((place for place, each in enumerate(found) if each.slug == slug), None)
    if place is None:
        raise Http404
    this, newest = found[place], _newest(found)
    try:
        shown = kept(("shown edition", this.pk), lambda: _shown(this))
    except EditionIsDamaged as damage:
        return _damaged(page, request, damage)
    previous = found[place + 1] if place + 1 < len(found) else None
    context = shown | {
        "edition": this,
        "language": reading.language_of_editions(found),
        "shared_title": f"{shown['book'].title}: {this.name}",
        "shared_description": this.note or shown["book"].summary,
        "newer": newest if newest in found[:place] else None,
        "previous": previous,
        "previous_url": comparison_url(page, previous.slug, slug) if previous else "",
        "current_url": comparison_url(page, slug, CURRENT),
        "downloads": kept(("files of an edition", this.pk, get_language()), lambda: _downloads(this)),
    }
    return _answer(page, request, "edition", this.name, context)


def edition_file(page: HandbookPage, request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The very bytes that were frozen; whoever names their hash is told that they have them."""
    wanted = {"edition__handbook": page, "edition__slug": slug, "name": name}
    file = get_object_or_404(EditionFile.objects.defer("content"), **wanted)
    etag = quote_etag(file.sha256)
    response = get_conditional_response(request, etag=etag) or _download(file)
    response["ETag"], response["Cache-Control"] = etag, KEPT_FOR_EVER
    response["Content-Security-Policy"] = FILE_POLICY
    return response


def comparison(page: HandbookPage, request: HttpRequest, older: str, newer: str) -> HttpResponse:
    """Of two editions in any order; "current" stands for the working version."""
    found = reading.editions_of(page)
    before, after = (side_of(page, found, slug) for slug in (older, newer))
    if before is None or after is None:
        raise Http404
    pairs = other_pairs(page, found, without=(older, newer))
    language = reading.language_of_editions(found)
    context = {"older": before, "newer": after, "other_pairs": pairs, "language": language}
    if older == newer:
        return _answer(page, request, "same_version", _("Comparison"), context)
    try:
        context["comparison"] = compared(before, after)
    except EditionIsDamaged as damage:
        return _damaged(page, request, damage)
    return _answer(page, request, "comparison", _("Comparison"), context)


def _answer(
    page: HandbookPage,
    request: HttpRequest,
    template: str,
    here: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    """`here` is the last of the breadcrumbs. The address asked for is the one to be known by."""
    own = {
        "page": page,
        "self": page,
        "request": request,
        "canonical": urljoin(page.full_url or "", request.path),
        "crumbs": _crumbs(page, here, is_list=template == "editions"),
        "shared_title": here,
    }
    return TemplateResponse(
        request, f"resources/handbook/editions/{template}.html", own | context, status=status
    )


def _crumbs(page: HandbookPage, here: str, is_list: bool) -> list[tuple[str, str]]:
    above = [*breadcrumbs(page)[:-1], (page.title, page.url or "")]
    if not is_list:
        above.append((_("Editions"), (page.url or "") + page.reverse_subpage("editions")))
    return [*above, (here, "")]


def _shown(edition: Edition) -> dict[str, Any]:
    """In its own language, which may be another one than the reader's."""
    book = reading.shown(edition)
    with override(book.language):
        return handbook_context(book)


def _newest(found: Sequence[Edition]) -> Edition | None:
    return next((each for each in found if not each.is_withdrawn), None)


def _downloads(edition: Edition) -> list[tuple[str, str, str, int]]:
    """Title, address, kind and size of each file, in the order in which readers are offered them."""
    stored = {file.name: file for file in edition.files.defer("content")}
    offered = [(kind, stored.get(name_of(edition.slug, kind))) for kind in FORMATS]
    return [
        (str(FORMATS[kind].title), edition.file_url(file.name), kind, file.size)
        for kind, file in offered
        if file
    ]


def _download(file: EditionFile) -> HttpResponse:
    is_picture = file.name.startswith(f"{FOLDER}/")
    disposition = content_disposition_header(not is_picture, file.name.rpartition("/")[2])
    return HttpResponse(
        bytes(file.content),
        content_type=file.content_type,
        headers={"Content-Disposition": disposition},
    )


def _damaged(page: HandbookPage, request: HttpRequest, damage: EditionIsDamaged) -> HttpResponse:
    """Better nothing than something else under the name of the edition."""
    log.error("An edition of the handbook is damaged: %s", damage)
    context = {"edition": damage.edition}
    return _answer(page, request, "damaged", damage.edition.name, context, status=500)
