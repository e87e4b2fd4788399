"""Two versions of the handbook side by side: editions, or an edition and the current handbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.page_cache.generation import kept
from resources.handbook.comparison.differences import compare
from resources.handbook.comparison.shown import ShownComparison, for_readers
from resources.handbook.content import Handbook
from resources.handbook.editions.reading import as_if_published, content_of
from resources.handbook.gather import current_handbook
from resources.models.edition import Edition

if TYPE_CHECKING:
    from resources.models import HandbookPage

CURRENT = "current"  # stands for the working version in the address of a comparison


@dataclass(frozen=True)
class Side:
    """One of the two. Without `edition` it is the current handbook."""

    title: str
    url: str
    slug: str
    edition: Edition | None = None


def side_of(page: HandbookPage, editions: Sequence[Edition], slug: str) -> Side | None:
    """None for a slug that no edition has."""
    if slug == CURRENT:
        return Side(_("the current handbook"), page.url or "", slug)
    found = next((each for each in editions if each.slug == slug), None)
    return found and Side(found.name, edition_url(page, slug), slug, found)


def compared(older: Side, newer: Side) -> ShownComparison:
    """As readers are shown it, of one edition at least; EditionIsDamaged where it is not what was published.

    An edition is compared with the current handbook in its own language.
    """
    page = next(side.edition for side in (older, newer) if side.edition).handbook
    name = ("comparison", page.pk, older.slug, newer.slug, get_language())
    return kept(name, lambda: for_readers(compare(_content(page, older), _content(page, newer))))


def edition_url(page: HandbookPage, slug: str) -> str:
    """Below `page`, which may show the editions of another language."""
    return (page.url or "") + page.reverse_subpage("edition", args=[slug])


def comparison_url(page: HandbookPage, older: str, newer: str) -> str:
    return (page.url or "") + page.reverse_subpage("comparison", args=[older, newer])


def other_pairs(
    page: HandbookPage, editions: Sequence[Edition], without: tuple[str, str] = ("", "")
) -> list[tuple[str, str]]:
    """(title, address) of each edition compared with the one before it, newest first, the current one on top.

    `editions` are newest first.
    """
    sides = [(CURRENT, _("the current handbook")), *((each.slug, each.name) for each in editions)]
    return [
        (
            _("%(older)s and %(newer)s") % {"older": older_title, "newer": newer_title},
            comparison_url(page, older, newer),
        )
        for (newer, newer_title), (older, older_title) in pairwise(sides)
        if (older, newer) != without
    ]


def _content(page: HandbookPage, side: Side) -> Handbook:
    if side.edition:
        return content_of(side.edition)
    return as_if_published(page, current_handbook(page))
