"""Pages that are offered while a reader still types."""

from __future__ import annotations

from dataclasses import replace

from search.answering import answer_to
from search.match import Match
from search.models import Word
from search.question import Question, Term, question_of
from search.ranking import ranked
from search.words import WORD, empty_stems, folded, stem_of

MOST = 6
SHORTEST = 3  # characters of what was typed
SHORTEST_BEGINNING = 2  # letters of a word that is not yet whole
MOST_ENDINGS = 12  # words that go on from there, those most used


def suggestions(words: str, language: str) -> list[Match]:
    """Those with all the words, the last of which may be only begun; the best first."""
    if len(words.strip()) < SHORTEST:
        return []
    question = _with_last_word_begun(question_of(words), words, language)
    if not question.terms:
        return []
    return ranked(answer_to(question, language).with_all, question, language)[:MOST]


def _with_last_word_begun(question: Question, words: str, language: str) -> Question:
    """It is looked for with all its likely endings, unless a blank or a mark says that it is whole."""
    typed = WORD.findall(words)
    if not typed or not words.endswith(typed[-1]):
        return question
    beginning, stem = folded(typed[-1]), stem_of(typed[-1])
    others = tuple(term for term in question.terms if term.typed != (stem,))
    if len(beginning) < SHORTEST_BEGINNING:
        return replace(question, terms=others)
    known = Word.objects.filter(language=language, word__startswith=beginning).exclude(stem__in=empty_stems())
    rows = known.order_by("-number", "word").values_list("stem", flat=True)[:MOST_ENDINGS]
    same = [row for term in question.terms if term.typed == (stem,) for row in term.alternatives]
    alternatives = dict.fromkeys([*same, *((each,) for each in rows)])
    return replace(question, terms=(*others, Term(tuple(alternatives))) if alternatives else others)
