"""Whether mail may go from this site at all: an app that knows a reason against it registers its question.

    register(may_go)

While one of them answers no, the mail of the outbox waits and nothing is lost. Only what lets a person in
goes (`is_never_held` in cms.mail.purposes).
"""

from __future__ import annotations

from collections.abc import Callable

MayGo = Callable[[], bool]
_questions: list[MayGo] = []


def register(may_go: MayGo) -> None:
    _questions.append(may_go)


def may_go() -> bool:
    return all(asked() for asked in _questions)
