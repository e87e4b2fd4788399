"""Dates as people write them into cells, with how often something is updated beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.partial_dates.value import NotAPartialDate, PartialDate
from resources.handbook.word.found import Place
from resources.handbook.word.paragraphs import Paragraph
from resources.handbook.word.remarks import Remarks, quoted

LEADING_WORDS = re.compile(
    r"^(?:(?:first )?(?:re)?published|launched|issued|since|from|in|on)\b[:\s]*", re.IGNORECASE
)
PUBLISHED = re.compile(
    r"^(?:first |last )?(?:re)?(?:published|publication date|updated)\b[:\s]*(?:on |in )?", re.IGNORECASE
)
LONGEST_LINE = 200
PARTING = re.compile(r"\s*[,;(–—]\s*|\s+-\s+")
RHYTHM = re.compile(
    r"\b(updat|review|refresh|annual|yearly|month|quarter|week|daily|twice|every|each|ongoing|regular)",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")


def date_of(words: str) -> PartialDate | None:
    """A date in a language of the site, also after words such as "Published"; None where there is none."""
    for text in dict.fromkeys((words, LEADING_WORDS.sub("", words))):
        for language, _name in settings.LANGUAGES:
            with override(language):
                try:
                    return PartialDate.parse(text)
                except NotAPartialDate:
                    continue
    return None


def published_date(words: str) -> PartialDate | None:
    """The date in a line such as "Published October 2024", which stands at the start of a handbook."""
    return date_of(_published_words(words)) if is_published_line(words) else None


def is_published_line(words: str) -> bool:
    """A short line that begins as our own files write it, in any language of the site, or much the same."""
    return len(words) <= LONGEST_LINE and bool(_published_words(words) or PUBLISHED.match(words))


def _published_words(words: str) -> str:
    """What follows "Published"."""
    for language, _name in settings.LANGUAGES:
        with override(language):
            start, end = _("Published %(date)s").split("%(date)s", 1)
        if words.startswith(start) and words.endswith(end):
            return words[len(start) : len(words) - len(end)]
    return PUBLISHED.sub("", words) if PUBLISHED.match(words) else ""


def read_date(
    paragraphs: Sequence[Paragraph], place: Place, remarks: Remarks
) -> tuple[PartialDate | None, str]:
    """The date and the rhythm of a cell: the first paragraph (or line) and the second."""
    lines = [line.text for paragraph in paragraphs for line in paragraph.without_notes.lines]
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        return None, ""
    first, rest = lines[0], " ".join(line for line in lines[1:] if line)
    if not first:
        return None, rest
    date = date_of(first)
    if date is None and (parting := PARTING.search(first)):
        date = date_of(first[: parting.start()])
        if date is not None:
            beside = first[parting.end() :].strip(" )")
            rest = f"{beside} {rest}".strip()
    if date is None and not DIGIT.search(first) and RHYTHM.search(first):
        remarks.notice(place, _("%s was read as how often it is updated, not as a date.") % quoted(first))
        return None, f"{first} {rest}".strip()
    if date is None:
        remarks.error(place, f"{quoted(first)}: {NotAPartialDate.message}")
    if rest and len(lines) == 1 and DIGIT.search(rest):
        remarks.error(place, _("Besides the date it says %s, which was left out.") % quoted(rest))
        rest = ""
    return date, rest
