"""The part of a text that answers, with the words looked for marked."""

from __future__ import annotations

from typing import NamedTuple

from cms.pages.search_entries import SearchKind
from search.models import Entry
from search.question import Question
from search.words import Word, words_of

LONG = 28  # words
LONGEST_TEXT = 30_000  # characters that are looked at: ten of them are, for each page of results
OF_FACTS = {SearchKind.CONTACT, SearchKind.SERVICE}  # one a line, which say nothing in a row


class Piece(NamedTuple):
    """A stretch of text; marked where it is one of the words."""

    text: str
    is_marked: bool


def passage_of(entry: Entry, question: Question) -> list[Piece]:
    """From the text where that says more of what is asked than the summary."""
    wanted = question.stems
    text = entry.text[:LONGEST_TEXT]
    of_summary = _pieces(entry.summary, _window_of_all(entry.summary), wanted)
    in_summary = _best_window(entry.summary, wanted)
    if entry.kind in OF_FACTS and entry.summary:
        fact, in_fact = max(
            ((line, _best_window(line, wanted)) for line in [*text.splitlines(), ""]),
            key=lambda pair: pair[1].number,
        )
        if in_fact.number <= in_summary.number:
            return of_summary
        between = " " if entry.summary.rstrip().endswith((".", "!", "?")) else ": "
        return [*of_summary, Piece(between, False), *_pieces(fact, in_fact, wanted)]
    in_text = _best_window(text, wanted)
    if in_text.number > in_summary.number or not entry.summary:
        return _pieces(entry.text, in_text, wanted)
    return of_summary


class _Window(NamedTuple):
    number: int  # of different words looked for
    words: list[Word]


def _window_of_all(text: str) -> _Window:
    return _Window(0, list(words_of(text)))


def _best_window(text: str, wanted: set[str]) -> _Window:
    """The first of those with the most different words looked for."""
    words = list(words_of(text))
    found = [place for place, word in enumerate(words) if word.stem in wanted]
    best = _Window(0, words[:LONG])
    for place in found:
        begin = max(0, place - LONG // 4)
        window = words[begin : begin + LONG]
        number = len({word.stem for word in window} & wanted)
        if number > best.number:
            best = _Window(number, window)
        if number == len(wanted):
            break
    return best


def _pieces(text: str, window: _Window, wanted: set[str]) -> list[Piece]:
    if not window.words:
        return []
    begin, end = window.words[0].start, _to_the_stop(text, window.words[-1].end)
    pieces = [Piece("… ", False)] if begin > 0 else []
    at = begin
    for word in window.words:
        if word.stem in wanted:
            pieces += [
                Piece(_on_one_line(text[at : word.start]), False),
                Piece(text[word.start : word.end], True),
            ]
            at = word.end
    pieces.append(Piece(_on_one_line(text[at:end]) + ("…" if end < len(text.rstrip()) else ""), False))
    return [piece for piece in pieces if piece.text]


def _to_the_stop(text: str, end: int) -> int:
    """With the mark that follows the last word."""
    return end + 1 if text[end : end + 1] in set(".,;:!?)”’") else end


def _on_one_line(text: str) -> str:
    inner = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"
