"""The two annexes in the Word file: the timeline with its notes, and the further resources."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from resources.handbook.content import Handbook
from resources.handbook.files.word.layout import UPRIGHT_WIDTH
from resources.handbook.files.word.looks import said_to_be_in
from resources.handbook.files.word.manuscript import Manuscript
from resources.handbook.files.word.ooxml import Element
from resources.handbook.files.word.runs import Run, line
from resources.handbook.files.word.styles import MADE
from resources.handbook.files.word.table import Cell, row, table
from resources.handbook.files.wording import (
    annex_titles_in_word,
    marked,
    milestone_headings,
    resource_headings,
)
from resources.handbook.timeline import Entry, timeline

MILESTONE_WIDTHS = (1900, 5138, UPRIGHT_WIDTH - 1900 - 5138)
RESOURCE_WIDTHS = (2700, 1900, UPRIGHT_WIDTH - 2700 - 1900)


def timeline_annex(book: Handbook, manuscript: Manuscript) -> Iterator[Element]:
    title = annex_titles_in_word(book.language).timeline
    yield manuscript.chapter(title, "annex-a")
    yield from manuscript.passage(book.timeline_introduction)
    entries = [entry for year in timeline(book) for entry in year.entries]
    if entries:
        headings = [manuscript.line(heading) for heading in milestone_headings(book.language)]
        description = _("One row a milestone or product, in the order of time.")
        rows = [row(MILESTONE_WIDTHS, _milestone(entry, manuscript)) for entry in entries]
        yield table(MILESTONE_WIDTHS, headings, title, description, rows)
    for note in book.timeline_notes:
        yield from manuscript.note(note.mark, note.text)


def _milestone(entry: Entry, manuscript: Manuscript) -> list[Cell]:
    # The import leaves out what the products' own records say.
    style = MADE if entry.is_product else ""
    title = line(marked(entry.title, entry.leads_to if entry.url else ""), entry.url)
    if entry.note_mark:
        title.append(Run(entry.note_mark, raised=True))
    about = entry.belongs_to
    return [
        [manuscript.line(entry.date, style)],
        said_to_be_in(entry.language, [manuscript.paragraph(style, title), *manuscript.cell(entry.text)]),
        [manuscript.line(marked(about.title, about.language), style, about.url)] if about else [],
    ]


def resources_annex(book: Handbook, manuscript: Manuscript) -> Iterator[Element]:
    title = annex_titles_in_word(book.language).resources
    yield manuscript.chapter(title, "annex-b")
    yield from manuscript.passage(book.resources_introduction)
    if not book.further_resources:
        return
    headings = [manuscript.line(heading) for heading in resource_headings(book.language)]
    description = _("One row a resource: what kind it is, when it was published, and its link.")
    rows = [
        row(
            RESOURCE_WIDTHS,
            [
                [manuscript.line(resource.group)],
                [manuscript.line(str(resource.published or ""))],
                said_to_be_in(
                    resource.language,
                    [manuscript.line(marked(resource.title, resource.language), url=resource.url)],
                ),
            ],
        )
        for resource in book.further_resources
    ]
    yield table(RESOURCE_WIDTHS, headings, title, description, rows)
