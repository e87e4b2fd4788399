"""What the current handbook has changed since its last edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import get_language

from cms.languages.original import original_of
from cms.page_cache.generation import kept
from resources.handbook.comparison.differences import compare
from resources.handbook.comparison.summary import in_words
from resources.handbook.content import Handbook
from resources.handbook.editions.compare import CURRENT, comparison_url
from resources.handbook.editions.reading import as_if_published, content_of
from resources.handbook.gather import current_handbook
from resources.models.edition import Edition, EditionIsDamaged

if TYPE_CHECKING:
    from resources.models import HandbookPage


class Since(NamedTuple):
    """The last edition that holds, a line for each change, and where they are shown in full."""

    edition: Edition
    changes: list[str]
    comparison_url: str


def changes_since_last_edition(page: HandbookPage, book: Handbook) -> Since | None:
    """None before the first edition, and where the last one cannot be read."""
    if page.pk is None:
        return None  # the preview of a new handbook
    # A preview has a book of its own, and must not be told of the changes of another.
    name = ("since the last edition", page.pk, get_language(), hash(book))
    return kept(name, lambda: _since(page, book))


def since_for_readers(page: HandbookPage, book: Handbook) -> Since | None:
    """On a translation that was never frozen, what has changed in the handbook it was made from."""
    since = changes_since_last_edition(page, book)
    source = original_of(page) if page.pk else None
    if since or source is None:
        return since
    since = changes_since_last_edition(source, current_handbook(source))
    return since and since._replace(comparison_url=comparison_url(page, since.edition.slug, CURRENT))


def last_edition(page: HandbookPage) -> Edition | None:
    """The newest that was not withdrawn."""
    return page.editions.not_withdrawn().first()


def _since(page: HandbookPage, book: Handbook) -> Since | None:
    edition = last_edition(page)
    if edition is None:
        return None
    try:
        changes = in_words(compare(content_of(edition), as_if_published(page, book)))
    except EditionIsDamaged:
        return None  # its own page says so
    return Since(edition, changes, comparison_url(page, edition.slug, CURRENT))
