"""What stands before the first heading: title, subtitle, date of publication."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.partial_dates.value import NotAPartialDate, PartialDate
from resources.handbook.word.dates import date_of, is_published_line, published_date
from resources.handbook.word.found import Place
from resources.handbook.word.outline import LONGEST_HEADING, TITLE, Part
from resources.handbook.word.paragraphs import Paragraph
from resources.handbook.word.remarks import Remarks, quoted
from resources.handbook.word.tables import MADE_STYLES


@dataclass(frozen=True)
class Front:
    title: str = ""
    subtitle: str = ""
    published: PartialDate | None = None


def is_ours(part: Part) -> bool:
    """A file that this site wrote says so on its first page."""
    return any(paragraph.style in MADE_STYLES for _place, paragraph in part.paragraphs)


def read_front(part: Part, remarks: Remarks) -> Front:
    written = [(place, one) for place, one in part.paragraphs if one.style not in MADE_STYLES]
    published, dated = _published(written, remarks)
    undated = [one for place, one in written if place != dated]
    title, subtitle = _titles(undated, is_ours(part))
    for place, paragraph in written:
        remarks.notices(place, paragraph.issues)
        if place != dated and paragraph.text not in {title, subtitle} and paragraph.text:
            remarks.notice(
                place, _("%s stands before the first section and was left out.") % quoted(paragraph.text)
            )
    if not title:
        remarks.error(part.place(), _("No title was found: put it in the style “Title” on the first page."))
    return Front(title, subtitle, published)


def _published(
    written: list[tuple[Place, Paragraph]], remarks: Remarks
) -> tuple[PartialDate | None, Place | None]:
    """The date and where it stands: "Published October 2024", or a line that is nothing but a date."""
    for place, paragraph in written:
        if is_published_line(paragraph.text):
            published = published_date(paragraph.text)
            if published is None:
                remarks.error(place, f"{quoted(paragraph.text)}: {NotAPartialDate.message}")
            return published, place
    for place, paragraph in written:
        if published := date_of(paragraph.text):
            return published, place
    remarks.notice(Place(), _("No date of publication was found, such as “Published October 2024”."))
    return None, None


def _titles(written: list[Paragraph], is_styled: bool) -> tuple[str, str]:
    """Title and subtitle. What ends in "Handbook" is the title, unless our own files say which it is."""
    styled = {style: [one.text for one in written if one.style == style] for style in ("title", "subtitle")}
    titles, subtitles = styled["title"], styled["subtitle"]
    if not titles and not subtitles:
        # Without styles the first lines are the title, as far as they are as short as titles are.
        titles = [
            one.text
            for one in written
            if one.text and not one.list_place.kind and len(one.text) <= LONGEST_HEADING
        ][:2]
    lines = [line for line in [*titles, *subtitles] if line]
    if not lines:
        return "", ""
    title = next((line for line in lines if TITLE.search(line) and not is_styled), lines[0])
    return title, next((line for line in lines if line != title), "")
