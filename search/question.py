"""What a reader asks for, read from the words typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cms.page_cache.generation import kept
from search.models import Synonyms
from search.words import empty_stems, stems

QUOTED = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]')
MOST_TERMS = 12

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """One thing asked for: rows of stems that stand together, of which one is enough. The first was typed."""

    alternatives: tuple[Stems, ...]

    @property
    def typed(self) -> Stems:
        return self.alternatives[0]


@dataclass(frozen=True)
class Question:
    """Pages have to have each term, or with `is_loose` any of them."""

    words: str
    terms: tuple[Term, ...]
    is_loose: bool = False

    @property
    def loose(self) -> Question:
        return replace(self, is_loose=True)

    @property
    def stems(self) -> set[str]:
        return {stem for term in self.terms for row in term.alternatives for stem in row}


def question_of(words: str) -> Question:
    """Phrases stand in quotation marks; of the rest, words that say nothing are left out, unless all do."""
    phrases = [tuple(stems(each)) for each in QUOTED.findall(words)]
    rest = stems(QUOTED.sub(" ", words))
    terms = [*((each,) for each in filter(None, phrases)), *_with_synonyms(rest)]
    if not terms:
        terms = [((stem,),) for stem in rest]
    return Question(words, tuple(map(Term, dict.fromkeys(terms[:MOST_TERMS]))))


def _with_synonyms(rest: list[str]) -> Iterator[tuple[Stems, ...]]:
    """The longest rows first; a row may hold words that say nothing by themselves, as in a name."""
    known = kept("synonyms of search", _synonyms)
    longest = max(map(len, known), default=1)
    place = 0
    while place < len(rest):
        rows = (tuple(rest[place : place + length]) for length in range(longest, 0, -1))
        row = next((each for each in rows if each in known), None)
        if row:
            yield (row, *(each for each in known[row] if each != row))
            place += len(row)
            continue
        if rest[place] not in empty_stems():
            yield ((rest[place],),)
        place += 1


def _synonyms() -> dict[Stems, tuple[Stems, ...]]:
    return grouped(each.as_stems() for each in Synonyms.objects.all())


def grouped(groups: Iterable[list[Stems]]) -> dict[Stems, tuple[Stems, ...]]:
    """Each row of stems -> those that mean the same, of all groups that it is in."""
    found: dict[Stems, dict[Stems, None]] = {}
    for group in groups:
        for row in group:
            found.setdefault(row, {}).update(dict.fromkeys(group))
    return {row: tuple(same) for row, same in found.items()}
