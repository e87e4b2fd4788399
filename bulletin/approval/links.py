"""No step of an edition is taken while one of its links leads to nothing."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.admin import messages

from bulletin.compose.checklist import problems_of_answers_to
from bulletin.models import EditionPage


def answers_of(draft: EditionPage) -> tuple[list[str], list[str]]:
    """In words: the links that lead to nothing, and those of which it could not be found out."""
    found = problems_of_answers_to(draft)
    said = [(each.is_blocking, f"{each.where}: {each.words}") for each in found]
    return [words for is_dead, words in said if is_dead], [words for is_dead, words in said if not is_dead]


def links_answer(request: HttpRequest, draft: EditionPage) -> bool:
    """Asks the other sites that it leads to, and says what is wrong. What stays unknown is no obstacle.

    It takes seconds, so it is asked outside of any transaction.
    """
    dead, unknown = answers_of(draft)
    for words in dead:
        messages.error(request, words)
    if not dead:
        for words in unknown:
            messages.warning(request, words)
    return not dead
