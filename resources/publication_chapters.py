"""The chapters of a long publication: their order, their numbers, and all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.languages.original import in_language, source_of

if TYPE_CHECKING:
    from resources.models import ChapterPage, PublicationPage


def numbered_chapters(publication: PublicationPage) -> list[ChapterPage]:
    """The live chapters in the editors' order, those not translated in English."""
    from resources.models.chapter import ChapterPage

    below = ChapterPage.objects.live().public().child_of(source_of(publication))
    chapters = in_language(below.order_by("path").defer("body", "related"), publication.locale_id)
    for number, chapter in enumerate(chapters, start=1):
        chapter.number = number if publication.numbers_chapters else None
    return chapters


def whole_chapters(publication: PublicationPage) -> list[ChapterPage]:
    """The same with their text."""
    from resources.models.chapter import ChapterPage

    chapters = publication.chapters
    texts = ChapterPage.objects.in_bulk([chapter.pk for chapter in chapters]) if chapters else {}
    for chapter in chapters:
        texts[chapter.pk].number = chapter.number
    return [texts[chapter.pk] for chapter in chapters]
