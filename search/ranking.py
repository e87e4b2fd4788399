"""The order of what was found: how much of the question stands in a page, and where.

The best by the engine alone are looked at again here, so that every engine gives nearly the same order.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log

from cms.pages.search_entries import SearchKind
from search.dates import date_in
from search.little_words import EMPTY_WORDS
from search.match import Match
from search.models import Entry
from search.parts import with_their_pages, without_crowds
from search.question import Question, Stems, Term
from search.vocabulary import number_of_entries, numbers_of
from search.words import WORD, empty_stems, folded, little_stems, stems

LOOKED_AT = 200  # matches
RARITY = 1.4  # the power to which the rarity of a word counts
LITTLE = 0.5  # of that, for a word that says little
IN_TITLE = 1.0  # against 1 for the text
AS_TYPED = 0.1  # what was typed stands in the title, and not only its stems
IS_TITLE = 0.8  # the title is what was asked for, and nothing else
OF_TITLE = 0.3  # for the share of the title that was asked for
AT_THE_START = 0.2  # of the text, which begins with the summary
START = 20  # words
TOGETHER = 0.9  # the words stand side by side
COMPLETE = 0.6  # all words are there; much less for some of them
OTHER_WORD = 0.4  # a synonym, against 1 for the word itself
OF_ENGINE = 0.2
SATURATION = 0.8  # of a word that stands in a text again and again
TYPICAL = 75  # words of an entry; in a longer one each says less
OF_THE_DATE = 0.5  # that was asked for
ABOUT_EVERYTHING = 0.3  # the home page
OUT_OF_DATE = 0.6
NEWS_HALVES_IN = 365  # days in which the advantage of a new piece of news halves
NEWEST = 0.1
BY_KIND = {
    SearchKind.COUNCIL: 0.2,
    SearchKind.GUIDANCE: 0.25,
    SearchKind.PAGE: 0.25,
    SearchKind.EDITION: -0.2,
    SearchKind.UPDATE: -0.1,
}


@dataclass(frozen=True)
class _Words:
    """The stems of one entry; those of its heading without words that say nothing."""

    heading: frozenset[str]
    title: Stems
    body: Stems


@dataclass(frozen=True)
class _Asked:
    """The question, with the weight of each of its terms; together they weigh 1."""

    weights: dict[Term, float]
    pairs: list[Stems]
    as_typed: set[str]

    def worth(self, match: Match, has: _Words) -> float:
        """By the words alone."""
        worth = complete = in_title = 0.0
        for term, weight in self.weights.items():
            title, body = _number(has.title, term), _number(has.body, term)
            long = 0.5 + 0.5 * len(has.body) / TYPICAL
            share = IN_TITLE * min(title, 1.0) + body / (body + SATURATION * long)
            worth += weight * (share + AT_THE_START * min(_number(has.body[:START], term), 1.0))
            in_title += weight * min(title, 1.0)
            complete += weight * bool(title or body)
        is_title, share_of_title = _title_asked_for(self.weights, has.heading)
        worth += COMPLETE * complete**2 + IS_TITLE * is_title + OF_TITLE * share_of_title * in_title
        worth += TOGETHER * _stand_together(self.pairs, has)
        return worth + AS_TYPED * _share_as_typed(self.as_typed, match.heading)


def ranked(
    found: list[Match],
    question: Question,
    language: str,
    last: Collection[int] = (),
    today: date | None = None,
) -> list[Match]:
    """The best first, with the pages that the best parts stand on.

    `last` holds the keys of pages that readers are warned of.
    """
    first, today = found[:LOOKED_AT], today or date.today()
    rows = Entry.objects.filter(pk__in=[each.pk for each in first]).values_list("pk", "body", "boost")
    bodies, boosts = {pk: body for pk, body, _boost in rows}, {pk: boost for pk, _body, boost in rows}
    # An engine may still have what is gone.
    looked_at = [each for each in first if each.pk in bodies]
    if not looked_at:
        return found[LOOKED_AT:]
    asked, asked_date = _asked(question, language), date_in(question.words)
    best = max(each.score for each in looked_at) or 1.0

    def worth(match: Match) -> float:
        worth = asked.worth(match, _words(match, bodies[match.pk])) + OF_ENGINE * match.score / best
        worth += boosts[match.pk] + BY_KIND.get(match.kind, 0.0)
        worth -= ABOUT_EVERYTHING * (match.address.count("/") == 1)
        if asked_date:
            worth += OF_THE_DATE * asked_date.is_of(match.day)
        if match.is_news and match.day:
            worth += NEWEST * 0.5 ** (max((today - match.day).days, 0) / NEWS_HALVES_IN)
        return worth - OUT_OF_DATE * (match.page_id in last)

    first = without_crowds(with_their_pages([(match, worth(match)) for match in looked_at], language))
    known = {match.pk for match in first}
    return [*first, *(match for match in found[LOOKED_AT:] if match.pk not in known)]


def newest_first(found: list[Match]) -> list[Match]:
    """What has no date stands last."""
    return sorted(found, key=lambda match: match.day or date.min, reverse=True)


def _words(match: Match, body: str) -> _Words:
    heading = frozenset(stems(match.heading)) - empty_stems()
    return _Words(heading, tuple(match.title.split()), tuple(body.split()))


def _asked(question: Question, language: str) -> _Asked:
    # What is kept of the number may be older than the first entry.
    numbers, entries = numbers_of(question.stems, language), max(number_of_entries(language), 1)
    rare = {}
    for term in question.terms:
        rows = (min(numbers.get(stem, 1) for stem in row) for row in term.alternatives)
        having = min(sum(rows), entries)
        says = LITTLE if little_stems().issuperset(term.typed) else 1.0
        rare[term] = says * log(1 + entries / having) ** RARITY
    weights = {term: each / sum(rare.values()) for term, each in rare.items()}
    typed = [stem for term in question.terms for stem in term.typed]
    as_typed = {folded(word) for word in WORD.findall(question.words)} - EMPTY_WORDS
    return _Asked(weights, list(pairwise(typed)), as_typed)


def _number(text: Stems, term: Term) -> float:
    """How often it stands there; synonyms count for less."""
    typed, *others = (_count(text, row) for row in term.alternatives)
    return typed + OTHER_WORD * sum(others)


def _count(text: Stems, row: Stems) -> int:
    if len(row) == 1:
        return text.count(row[0])
    number, place = 0, -1
    with suppress(ValueError):  # the end of the text
        while True:
            place = text.index(row[0], place + 1)
            number += text[place : place + len(row)] == row
    return number


def _title_asked_for(terms: Collection[Term], heading: frozenset[str]) -> tuple[bool, float]:
    """Whether it is what was asked for, in whatever words, and nothing else; and the share of it that was."""
    covered, is_all_there = set(), True
    for term in terms:
        rows = (set(row) - empty_stems() for row in term.alternatives)
        there = [row for row in rows if row and row <= heading]
        is_all_there = is_all_there and bool(there)
        covered |= set().union(*there)
    share = len(covered) / len(heading) if heading else 0.0
    return is_all_there and share == 1.0, share


def _stand_together(pairs: list[Stems], has: _Words) -> float:
    """The share of neighbours among the words typed that are so there, too; more in the title."""
    if not pairs:
        return 0.0
    return sum(
        1.0 if _count(has.title, pair) else 0.6 * bool(_count(has.body, pair)) for pair in pairs
    ) / len(pairs)


def _share_as_typed(asked: set[str], heading: str) -> float:
    """“Employability” is not “employer”, which has the same stem."""
    there = {folded(word) for word in WORD.findall(heading)}
    return len(asked & there) / len(asked) if asked else 0.0
