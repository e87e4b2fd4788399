"""What stands around the handbook on its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms.languages.original import in_language, source_of
from cms.page_cache.generation import kept
from resources.handbook.editions.since import since_for_readers
from resources.handbook.files.working import downloads
from resources.handbook.gather import current_handbook
from resources.handbook.shown import handbook_context

if TYPE_CHECKING:
    from resources.models import HandbookPage, ProductIndexPage


def page_context(page: HandbookPage, request: HttpRequest) -> dict[str, Any]:
    """For the template of the handbook's page."""
    book = current_handbook(page, request)
    context = handbook_context(book)
    return context | {
        "facts": [(_("Published"), str(book.published or "")), (_("Version"), context["version_line"])],
        "since": since_for_readers(page, book),
        "downloads": downloads(page),
        "schema_url": page.file_url("schema"),
        "products_page": kept(("list of products", page.pk), lambda: _products_page(page)),
    }


def _products_page(page: HandbookPage) -> ProductIndexPage | None:
    from resources.models import ProductIndexPage

    products = ProductIndexPage.objects.live().public().child_of(source_of(page))[:1]
    return next(iter(in_language(products, page.locale_id)), None)
