"""Pages: A4, upright or lying, and the foot that says on each which version this is."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from resources.handbook.content import Handbook
from resources.handbook.files.word.ooxml import Element, element, field, paragraph, setting, text
from resources.handbook.files.word.runs import line, written
from resources.handbook.files.word.styles import PAGES_END
from resources.handbook.files.wording import version_line

# In twentieths of a point.
SHORT_SIDE, LONG_SIDE, MARGIN = 11906, 16838, 1134
COUNTS = {"%(page)s": "PAGE", "%(pages)s": "NUMPAGES"}
UPRIGHT_WIDTH, LYING_WIDTH = SHORT_SIDE - 2 * MARGIN, LONG_SIDE - 2 * MARGIN


def pages(foot: str, *, lying: bool = False, first: bool = False) -> Element:
    """The properties of a run of pages; `foot` is the relation to the foot, which the cover goes without."""
    reference = element("w:footerReference", {"w:type": "default", "r:id": foot})
    if lying:
        size = {"w:w": LONG_SIDE, "w:h": SHORT_SIDE, "w:orient": "landscape"}
    else:
        size = {"w:w": SHORT_SIDE, "w:h": LONG_SIDE}
    sides = {f"w:{side}": MARGIN for side in ("top", "right", "bottom", "left")}
    made = element(
        "w:sectPr",
        None,
        reference,
        setting("w:type", "nextPage"),
        element("w:pgSz", size),
        element("w:pgMar", {**sides, "w:header": 567, "w:footer": 567, "w:gutter": 0}),
    )
    if first:
        made.append(element("w:titlePg"))
    return made


def end_of_pages(properties: Element) -> Element:
    """The paragraph that ends a run of pages."""
    return paragraph(PAGES_END, [], properties)


def foot(book: Handbook) -> list[Element]:
    """Two lines: what this is, and the page."""
    page: list[Element] = []
    for part in re.split(r"(%\(pages?\)s)", _("Page %(page)s of %(pages)s")):
        if code := COUNTS.get(part):
            page += field(code, "1")
        else:
            page.append(element("w:r", None, text("w:t", part)))
    title = written(line(f"{book.title} – {version_line(book)}"), str)
    return [paragraph("Footer", title), paragraph("Footer", page)]
