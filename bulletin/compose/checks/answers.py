"""Whether other sites answer at the addresses that an edition leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from bulletin.compose.checks.asking import Answer, ask_all
from bulletin.compose.checks.links import Link
from bulletin.compose.checks.problem import Problem, problem
from cms.blocks.addresses import safe_address

AskAll = Callable[[list[str]], dict[str, Answer]]


def problems_of_answers(links: Iterable[Link], ask: AskAll = ask_all) -> Iterator[Problem]:
    """What is not there is a problem; what could not be found out is only said."""
    outside = [link for link in links if safe_address(link.address, web_only=True)]
    answers = ask(list(dict.fromkeys(link.address for link in outside)))
    for link in outside:
        answer = answers[link.address]
        if answer is Answer.MISSING:
            message = _("There is nothing at %(address)s.")
        elif answer is Answer.NAMELESS:
            message = _("No site was found for %(address)s. Open it yourself.")
        elif answer is Answer.UNKNOWN:
            message = _("%(address)s could not be checked. Open it yourself.")
        else:
            continue
        yield problem(link.place, message % {"address": link.address}, is_blocking=answer is Answer.MISSING)
