"""No step of an edition is taken while one of its links leads to nothing."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.admin import messages

from bulletin.compose.checklist import problems_of_answers_to
from bulletin.models import EditionPage


def links_answer(request: HttpRequest, draft: EditionPage) -> bool:
    """Asks the other sites that it leads to, and says what is wrong. What stays unknown is no obstacle.

    It takes seconds, so it is asked outside of any transaction.
    """
    found = problems_of_answers_to(draft)
    dead = [each for each in found if each.is_blocking]
    for each in dead:
        messages.error(request, f"{each.where}: {each.words}")
    if not dead:
        for each in found:
            messages.warning(request, f"{each.where}: {each.words}")
    return not dead
