"""The breaker lets one asker try again after each rest."""

from __future__ import annotations

from itertools import count

import pytest

from search.engine.breaker import FAILURES, REST, Breaker


class Watch:
    """A clock that stands still until it is moved."""

    moment = 100.0

    def __call__(self) -> float:
        return self.moment


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def opened(watch: Watch) -> Breaker:
    breaker = Breaker(watch)
    assert [breaker.went_wrong() for _ in range(FAILURES)] == [False] * (FAILURES - 1) + [True]
    return breaker


def test_it_opens_after_some_failures_in_a_row_only(watch: Watch) -> None:
    breaker = Breaker(watch)
    for number in count():
        breaker.went_wrong()
        if number == 10:
            break
        breaker.went_well()
    assert breaker.lets_through() and not breaker.is_open


def test_nobody_asks_while_it_rests(opened: Breaker, watch: Watch) -> None:
    watch.moment += REST - 0.1
    assert opened.is_open and not opened.lets_through()


def test_one_asks_after_each_rest(opened: Breaker, watch: Watch) -> None:
    watch.moment += REST + 0.1
    assert [opened.lets_through() for _ in range(3)] == [True, False, False]
    assert opened.went_wrong() is False
    assert not opened.lets_through()
    watch.moment += REST + 0.1
    assert opened.lets_through()


def test_it_closes_when_that_goes_well(opened: Breaker, watch: Watch) -> None:
    watch.moment += REST + 0.1
    assert opened.lets_through()
    assert opened.went_well() is True
    assert opened.lets_through() and opened.lets_through()


def test_an_asker_who_never_says_how_it_went_is_followed_by_another(opened: Breaker, watch: Watch) -> None:
    watch.moment += REST + 0.1
    assert opened.lets_through()
    watch.moment += REST + 0.1
    assert opened.lets_through()
