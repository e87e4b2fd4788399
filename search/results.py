"""Answering a question: what is found, narrowed, sorted and shown a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from cms.pages.ranking import ranked_lower
from search.answering import Answer, answer_to
from search.forms import BY_DATE
from search.match import Match
from search.models import Entry
from search.narrowing import choices, narrowed
from search.passages import Piece, passage_of
from search.question import Question, question_of
from search.ranking import newest_first, ranked
from search.relatives import with_relatives
from search.spelling import other_spelling

PER_PAGE = 20
FEW = 10  # pages with all words; below that, some more are shown


@dataclass(frozen=True)
class Hit:
    """One line of the results."""

    entry: Entry
    passage: list[Piece]

    @property
    def facts(self) -> list[tuple[Any, str]]:
        entry = self.entry
        facts = [
            (_("Kind"), entry.get_kind_display()),
            (_("File"), entry.file),
            (_("In"), entry.trail),
            (_("Date"), entry.date),
        ]
        return [(name, value) for name, value in facts if value]


@dataclass(frozen=True)
class Found:
    """All that fits the words. `spelling` is what was looked for instead, "" where it is what was typed."""

    question: Question
    everything: list[Match]
    spelling: str = ""
    has_all: bool = True  # some of it has all of the words

    def choices(self, wanted: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
        return choices(self.everything, wanted)

    def page(self, number: object, wanted: Mapping[str, str], sort: str = "") -> Page:
        """Of hits; the first or last page for a number that is not one."""
        some = narrowed(self.everything, wanted)
        some = newest_first(some) if sort == BY_DATE else some
        page = Paginator(some, PER_PAGE).get_page(number)
        page.object_list = list(self._hits(page.object_list))
        return page

    def _hits(self, some: list[Match]) -> Iterator[Hit]:
        entries = Entry.objects.defer("title", "body").in_bulk([match.pk for match in some])
        for match in some:
            if entry := entries.get(match.pk):
                yield Hit(entry, passage_of(entry, self.question))


def find(words: str, language: str) -> Found:
    """Pages with all words, and where they are few the best with some of them; or of a nearer spelling."""
    question = _question(words, language)
    answer = answer_to(question, language)
    if not answer.with_all and (spelling := other_spelling(question, language)):
        again = _question(spelling, language)
        if others := _best(again, answer_to(again, language, answer.is_of_engine), language):
            return Found(again, others, spelling)
    return Found(question, _best(question, answer, language), has_all=bool(answer.with_all))


def _question(words: str, language: str) -> Question:
    return with_relatives(question_of(words), language)


def _best(question: Question, answer: Answer, language: str) -> list[Match]:
    found = answer.with_all
    have_all = {match.pk for match in found}
    if len(found) < FEW and len(question.terms) > 1:
        found = [*found, *(match for match in answer.with_some() if match.pk not in have_all)]
    return ranked(found, question, language, ranked_lower())
