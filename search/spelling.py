"""Another spelling of words that nothing has."""

from __future__ import annotations

from difflib import get_close_matches

from cms.page_cache.generation import kept
from search.models import Word
from search.question import Question
from search.words import WORD, folded, stem_of

LEAST_ALIKE = 0.8
SHORTEST = 3  # letters
MOST_APART = 2  # letters by which a better word is longer or shorter


class Spellings:
    """The words in use, those most used first."""

    def __init__(self, rows: list[tuple[str, str]]) -> None:
        self.stems = {stem for _word, stem in rows}
        self.by_length: dict[int, list[str]] = {}
        for word, _stem in rows:
            self.by_length.setdefault(len(word), []).append(word)

    def nearest(self, word: str) -> str:
        """ "" where none is near, or where it is a number."""
        if len(word) < SHORTEST or any(letter.isdigit() for letter in word):
            return ""
        lengths = range(len(word) - MOST_APART, len(word) + MOST_APART + 1)
        near = [each for length in lengths for each in self.by_length.get(length, []) if each[0] == word[0]]
        found = get_close_matches(word, near, 1, LEAST_ALIKE)
        return found[0] if found else ""


def other_spelling(question: Question, language: str) -> str:
    """The words typed, with the nearest known ones for those that nothing has; "" where none is near."""
    known = kept(("spellings", language), lambda: _spellings(language))
    words = [folded(each) for each in WORD.findall(question.words)]
    better = [word if stem_of(word) in known.stems else known.nearest(word) or word for word in words]
    return " ".join(better) if better != words else ""


def _spellings(language: str) -> Spellings:
    rows = Word.objects.filter(language=language).order_by("-number", "word")
    return Spellings(list(rows.values_list("word", "stem")))
