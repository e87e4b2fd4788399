"""A random walk of edits and reads over two processes: nobody is ever shown what was there before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.page_cache.edits import ADDRESSES, EDITS
from tests.page_cache.processes import Process, copy_database, two_processes

# Without the mark there would be no database of the tests to copy.
pytestmark = pytest.mark.django_db

PROCESS = st.sampled_from([0, 1])
ADDRESS = st.sampled_from(ADDRESSES)
SHORT, LONG = (2, 6), (60, 40)  # walks, and steps of each


@pytest.fixture(scope="module", params=["stamp", pytest.param("redis", marks=pytest.mark.service)])
def processes(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker, tmp_path_factory
) -> Iterator[list[Process]]:
    """They agree by a file, or by a Redis in which nobody else has a mark."""
    redis = ""
    if request.param == "redis":
        redis = request.getfixturevalue("redis_url").rsplit("/", 1)[0] + "/7"
    with django_db_blocker.unblock():
        database = copy_database(tmp_path_factory.mktemp("site"))
    with two_processes(database, redis) as running:
        yield running


def walk(processes: list[Process], hits: list[str]) -> type[RuleBasedStateMachine]:
    class Walk(RuleBasedStateMachine):
        number = 0

        @rule(process=PROCESS, edit=st.sampled_from(sorted(EDITS)), address=ADDRESS)
        def change_and_read(self, process: int, edit: str, address: str) -> None:
            self.read(address, "gzip")
            Walk.number += 1
            processes[process].do(edit, Walk.number)
            self.read(address, "gzip")

        @rule(address=ADDRESS, encoding=st.sampled_from(["gzip", "identity"]))
        def read_again(self, address: str, encoding: str) -> None:
            self.read(address, encoding)
            self.read(address, encoding)

        def read(self, address: str, encoding: str) -> None:
            """In both processes, and compared with what is made without a cache."""
            made = []
            for process in processes:
                kept = process.do("read", address, "reader", encoding)
                made.append(process.do("read", address, "uncached", encoding))
                if kept.pop("queries") == 0:
                    hits.append(address)
                made[-1].pop("queries")
                assert kept == made[-1], address
            assert made[0] == made[1], f"the processes do not agree on {address}"

        @rule(process=PROCESS, address=ADDRESS)
        def read_as_somebody(self, process: int, address: str) -> None:
            answer = processes[process].do("read", address, "somebody", "gzip")
            assert "public" not in answer["headers"]["Cache-Control"]

    return Walk


def take(processes: list[Process], walks: int, steps: int) -> list[str]:
    hits: list[str] = []
    bounds = hypothesis_settings(
        max_examples=walks,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        derandomize=walks == SHORT[0],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(walk(processes, hits), settings=bounds)
    return hits


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_in_one_process_is_seen_in_the_other_at_once(processes: list[Process], edit: str) -> None:
    def read(who: str) -> list[dict[str, Any]]:
        return [processes[1].do("read", path, who, "gzip") for path in EDITS[edit].shown_on]

    read("reader")
    before = read("reader")
    assert not any(each["queries"] for each in before if each["status"] == 200)
    processes[0].do(edit, 1)
    after, made = read("reader"), read("uncached")
    assert [each["body"] for each in after] == [each["body"] for each in made]
    assert all(
        (new["status"], new["body"]) != (old["status"], old["body"]) or new["headers"]["Location"]
        for new, old in zip(after, before, strict=True)
    )


def test_a_short_walk(processes: list[Process]) -> None:
    assert take(processes, *SHORT)


@pytest.mark.drill
def test_a_long_walk(processes: list[Process]) -> None:
    assert len(take(processes, *LONG)) > 100
