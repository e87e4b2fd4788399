"""The first pages of the Word file: the cover, and contents that Word keeps up to date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from resources.handbook.content import Handbook
from resources.handbook.files.word.manuscript import Heading, Manuscript
from resources.handbook.files.word.ooxml import Element, element, field, field_mark, paragraph, setting, text
from resources.handbook.files.word.runs import line, written
from resources.handbook.files.word.styles import MADE, STATUS
from resources.handbook.files.wording import published_line, version_line

DEEPEST_IN_CONTENTS = 2


def cover(book: Handbook, manuscript: Manuscript) -> Iterator[Element]:
    yield manuscript.line(book.title, "Title")
    if book.summary:
        yield manuscript.line(book.summary, "Subtitle")
    if published := published_line(book):
        yield manuscript.line(published)
    yield manuscript.line(version_line(book), STATUS)
    yield manuscript.line(book.url, MADE, book.url)


def contents(headings: Sequence[Heading], pages: Mapping[str, int]) -> Element:
    """The list of headings as a field; `pages` are the numbers to show until Word has counted for itself."""
    lines = [
        _entry(heading, pages.get(heading.anchor))
        for heading in headings
        if heading.level <= DEEPEST_IN_CONTENTS
    ]
    start = [
        field_mark("begin"),
        element("w:r", None, text("w:instrText", f' TOC \\o "1-{DEEPEST_IN_CONTENTS}" \\h \\z ')),
        field_mark("separate"),
    ]
    first = lines[0] if lines else paragraph("TOC 1", [])
    # Before the first line's words, behind its style.
    first[1:1] = start
    title = paragraph("TOC Heading", written(line(_("Contents")), str), element("w:pageBreakBefore"))
    gallery = element(
        "w:docPartObj", None, setting("w:docPartGallery", "Table of Contents"), element("w:docPartUnique")
    )
    end = paragraph("TOC 1", [field_mark("end")])
    return element(
        "w:sdt",
        None,
        element("w:sdtPr", None, gallery),
        element("w:sdtContent", None, title, *(lines or [first]), end),
    )


def _entry(heading: Heading, page: int | None) -> Element:
    words = element("w:r", None, text("w:t", heading.words.replace("\n", " ")), element("w:tab"))
    number = field(f"PAGEREF {heading.bookmark} \\h", str(page) if page else "")
    link = element("w:hyperlink", {"w:anchor": heading.bookmark, "w:history": 1}, words, *number)
    return paragraph(f"TOC {heading.level}", [link])
