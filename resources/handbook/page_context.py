"""What stands around the handbook on its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms.page_cache.generation import kept
from resources.handbook.editions.since import changes_since_last_edition
from resources.handbook.files.working import downloads
from resources.handbook.gather import current_handbook
from resources.handbook.shown import handbook_context

if TYPE_CHECKING:
    from resources.models import HandbookPage


def page_context(page: HandbookPage, request: HttpRequest) -> dict[str, Any]:
    """For the template of the handbook's page."""
    book = current_handbook(page, request)
    context = handbook_context(book)
    return context | {
        "facts": [(_("Published"), str(book.published or "")), (_("Version"), context["version_line"])],
        "since": changes_since_last_edition(page, book),
        "downloads": downloads(page),
        "schema_url": page.file_url("schema"),
        "products_url": kept(("list of products", page.pk), lambda: _products_url(page)),
    }


def _products_url(page: HandbookPage) -> str:
    from resources.models import ProductIndexPage

    products = ProductIndexPage.objects.live().public().child_of(page).first()
    return products.url if products else ""
