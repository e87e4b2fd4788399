"""What the reader has to tell, gathered while it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from resources.handbook.word.found import Place, Remark

LONGEST_QUOTATION = 80


class Remarks:
    """In the order of reading, none twice."""

    def __init__(self) -> None:
        self._remarks: dict[Remark, None] = {}

    def error(self, place: Place, words: str) -> None:
        self._remarks[Remark("error", place, words)] = None

    def notice(self, place: Place, words: str) -> None:
        self._remarks[Remark("notice", place, words)] = None

    def notices(self, place: Place, issues: Iterable[str]) -> None:
        for words in issues:
            self.notice(place, words)

    def __iter__(self) -> Iterator[Remark]:
        return iter(self._remarks)


def quoted(words: str) -> str:
    """The beginning of what a document says, in quotation marks."""
    if len(words) > LONGEST_QUOTATION:
        words = words[:LONGEST_QUOTATION].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"
