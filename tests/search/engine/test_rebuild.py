"""Readers notice nothing while the engine is filled anew."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from time import sleep

import pytest

from search.engine import asking, rebuilding
from search.engine.connection import Engine
from search.question import question_of
from search.vocabulary import number_of_entries

pytestmark = [pytest.mark.django_db, pytest.mark.service]
EVERY = 0.02  # seconds: 50 requests a second


class Askers(Thread):
    """Asks again and again, without the database, until it is told to stop."""

    def __init__(self, ask: Callable[[], int]) -> None:
        super().__init__(daemon=True)
        self.ask, self.done = ask, Event()
        self.numbers: list[int] = []
        self.errors: list[BaseException] = []

    def run(self) -> None:
        while not self.done.wait(EVERY):
            try:
                self.numbers.append(self.ask())
            except BaseException as error:  # each one counts
                self.errors.append(error)

    def stop(self) -> None:
        self.done.set()
        self.join()


def test_no_answer_is_empty_and_none_fails(filled_engine: Engine) -> None:
    question = question_of("employability")
    number_of_entries("en-gb")  # kept, so that the askers need no database
    (expected,) = asking.matches(filled_engine, [question], "en-gb")
    askers = Askers(lambda: len(asking.matches(filled_engine, [question], "en-gb")[0]))
    askers.start()
    for _ in range(2):
        rebuilding.rebuild(filled_engine)
    sleep(0.2)
    askers.stop()
    assert askers.errors == []
    assert set(askers.numbers) == {len(expected)} and len(askers.numbers) > 50
