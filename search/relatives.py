"""Other forms of rare words that the stemmer keeps apart: weavers and weaving, apprentices of all kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cms.page_cache.generation import kept
from search.models import Word
from search.question import Question, Term
from search.vocabulary import number_of_entries

ENDINGS = ("eship", "ship", "ment", "ness", "ist", "ion", "er", "or", "t", "i")  # longer ones first
SHORTEST = 4  # letters that stay
SHORTEST_OF_KNOWN = 5  # of a word that some page has: a career is not about care
RARE = 0.01  # of all entries


@dataclass(frozen=True)
class Relatives:
    """`numbers` says how many entries have a stem; `families` which stems differ in their ending alone."""

    numbers: Mapping[str, int]
    families: Mapping[str, list[str]]
    entries: int

    def of(self, term: Term) -> Iterator[tuple[str]]:
        if len(term.typed) > 1:
            return
        stem, number = term.typed[0], self.numbers.get(term.typed[0], 0)
        root = _root(stem)
        if number < RARE * self.entries and len(root) >= (SHORTEST_OF_KNOWN if number else SHORTEST):
            yield from ((each,) for each in self.families.get(root, []) if each != stem)


def with_relatives(question: Question, language: str) -> Question:
    """Only rare words: of common ones there are pages enough, and their other forms mean other things."""
    known = kept(("relatives", language), lambda: _relatives(language))
    terms = (replace(term, alternatives=(*term.alternatives, *known.of(term))) for term in question.terms)
    return replace(question, terms=tuple(terms))


def _relatives(language: str) -> Relatives:
    numbers: dict[str, int] = {}
    families: dict[str, list[str]] = {}
    for stem, number in Word.objects.filter(language=language).values_list("stem", "number"):
        if stem not in numbers:
            families.setdefault(_root(stem), []).append(stem)
        numbers[stem] = numbers.get(stem, 0) + number
    return Relatives(numbers, families, number_of_entries(language))


def _root(stem: str) -> str:
    """Without the first ending that it has."""
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST:
            return stem.removesuffix(ending)
    return stem
