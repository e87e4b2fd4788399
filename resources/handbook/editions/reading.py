"""What was frozen, read once for each change of content, and made fit to be shown or compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.page_cache.generation import kept
from resources.handbook.addresses import absolute
from resources.handbook.content import Handbook
from resources.handbook.files.pictures import pictures_of, with_pictures, with_sources

if TYPE_CHECKING:
    from resources.models import Edition, HandbookPage


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
