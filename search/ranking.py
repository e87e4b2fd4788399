"""The order of what was found: how much of the question stands in a page, and where.

The best by the engine alone are looked at again here, so that every engine gives nearly the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log

from cms.pages.search_entries import SearchKind
from search.match import Match
from search.models import Entry
from search.question import Question, Stems, Term
from search.vocabulary import number_of_entries, numbers_of
from search.words import EMPTY_WORDS, WORD, folded, stems

LOOKED_AT = 200  # matches
IN_TITLE = 1.0  # against 1 for the text
AS_TYPED = 0.2  # what was typed stands in the title, and not only its stems
IS_TITLE = 0.8  # the title is what was asked for, and nothing else
AT_THE_START = 0.2  # of the text, which begins with the summary
START = 30  # words
TOGETHER = 1.2  # the words stand side by side
OTHER_WORD = 0.65  # a synonym, against 1 for the word itself
OF_ENGINE = 0.3
SATURATION = 0.8  # of a word that stands in a text again and again
DEEPER = 0.1  # for each page above it
OUT_OF_DATE = 0.6
NEWS_HALVES_IN = 365  # days in which the advantage of a new piece of news halves
NEWEST = 0.15
BY_KIND = {
    SearchKind.COUNCIL: 0.2,
    SearchKind.GUIDANCE: 0.2,
    SearchKind.PAGE: 0.2,
    SearchKind.EDITION: -0.2,
    SearchKind.UPDATE: -0.1,
}


@dataclass(frozen=True)
class _Words:
    """The stems of one entry."""

    title: Stems
    body: Stems


def ranked(
    found: list[Match],
    question: Question,
    language: str,
    last: Collection[int] = (),
    today: date | None = None,
) -> list[Match]:
    """The best first. `last` holds the keys of pages that readers are warned of."""
    if not found:
        return []
    numbers = numbers_of(question.stems, language)
    first, today = found[:LOOKED_AT], today or date.today()
    bodies = dict(Entry.objects.filter(pk__in=[each.pk for each in first]).values_list("pk", "body"))
    # An engine may still have what is gone.
    looked_at = [each for each in first if each.pk in bodies]
    if not looked_at:
        return found[LOOKED_AT:]
    words = {each.pk: _Words(tuple(each.title.split()), tuple(bodies[each.pk].split())) for each in looked_at}
    weights = _weights(question, numbers, number_of_entries(language))
    typical = sum(len(each.body) for each in words.values()) / len(words) or 1.0
    best = max(each.score for each in looked_at) or 1.0

    typed = {stem for term in question.terms for stem in term.typed}
    asked = {folded(word) for word in WORD.findall(question.words)} - EMPTY_WORDS

    def worth(match: Match) -> float:
        has = words[match.pk]
        worth = sum(weight * _share(term, has, typical) for term, weight in weights.items())
        worth += OF_ENGINE * match.score / best + BY_KIND.get(match.kind, 0.0)
        worth += TOGETHER * _stand_together(question, has)
        worth += AS_TYPED * _share_as_typed(asked, match.heading)
        worth += IS_TITLE * (set(stems(match.heading)) == typed)
        worth -= DEEPER * max(match.address.count("/"), 2)  # the home page is about everything
        if match.is_news and match.day:
            worth += NEWEST * 0.5 ** (max((today - match.day).days, 0) / NEWS_HALVES_IN)
        return worth - OUT_OF_DATE * (match.page_id in last)

    return [*sorted(looked_at, key=worth, reverse=True), *found[LOOKED_AT:]]


def newest_first(found: list[Match]) -> list[Match]:
    """What has no date stands last."""
    return sorted(found, key=lambda match: match.day or date.min, reverse=True)


def _weights(question: Question, numbers: Mapping[str, int], entries: int) -> dict[Term, float]:
    """A rare term says more. Together they weigh 1."""
    rare = {}
    for term in question.terms:
        having = min(min(numbers.get(stem, 1), entries) for stem in term.typed)
        rare[term] = log(1 + entries / having)
    return {term: each / sum(rare.values()) for term, each in rare.items()}


def _share(term: Term, has: _Words, typical: float) -> float:
    number = _number(has.body, term)
    long = 0.5 + 0.5 * len(has.body) / typical
    share = IN_TITLE * min(_number(has.title, term), 1.0) + number / (number + SATURATION * long)
    return share + AT_THE_START * min(_number(has.body[:START], term), 1.0)


def _number(text: Stems, term: Term) -> float:
    """How often it stands there; synonyms count for less."""
    typed, *others = (_count(text, row) for row in term.alternatives)
    return typed + OTHER_WORD * sum(others)


def _count(text: Stems, row: Stems) -> int:
    if len(row) == 1:
        return text.count(row[0])
    return sum(text[place : place + len(row)] == row for place in range(len(text) - len(row) + 1))


def _stand_together(question: Question, has: _Words) -> float:
    """The share of neighbours among the words typed that are so there, too; more in the title."""
    typed = [stem for term in question.terms for stem in term.typed]
    pairs = list(pairwise(typed))
    if not pairs:
        return 0.0
    return sum(
        1.0 if _count(has.title, pair) else 0.6 * bool(_count(has.body, pair)) for pair in pairs
    ) / len(pairs)


def _share_as_typed(asked: set[str], heading: str) -> float:
    """“Employability” is not “employer”, which has the same stem."""
    there = {folded(word) for word in WORD.findall(heading)}
    return len(asked & there) / len(asked) if asked else 0.0
