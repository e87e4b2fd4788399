"""What was frozen, read once for each change of content, and made fit to be shown or compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cms.languages.marks import foreign_language
from cms.languages.original import original_of
from cms.page_cache.generation import kept
from resources.handbook.addresses import absolute
from resources.handbook.content import Handbook
from resources.handbook.files.pictures import pictures_of, with_pictures, with_sources

if TYPE_CHECKING:
    from resources.models import Edition, HandbookPage


def editions_of(page: HandbookPage) -> list[Edition]:
    """Newest first. A translation that was never frozen shows those of the handbook it was made from."""
    found = list(page.editions.all())
    source = original_of(page)
    return list(source.editions.all()) if source and not found else found


def language_of_editions(editions: Sequence[Edition]) -> str:
    """As HTML names it, where it is not the reader's."""
    return foreign_language(editions[0].handbook) if editions else ""


def content_of(edition: Edition) -> Handbook:
    """The handbook as it was frozen; EditionIsDamaged where it is not what was published."""
    return kept(("edition", edition.pk), lambda: edition.content)


def shown(edition: Edition) -> Handbook:
    """The same with its pictures at the addresses where this site serves them."""
    book = content_of(edition)
    return with_sources(book, {each.name: edition.file_url(each.name) for each in book.pictures})


def as_if_published(page: HandbookPage, book: Handbook) -> Handbook:
    """The current handbook in the form that an edition has, so that the two can be compared."""
    book = absolute(book, page.full_url or "")
    return with_pictures(book, pictures_of(book))
