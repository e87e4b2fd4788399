"""How good and how fast search is: the judged list, and 20,000 pages."""

from __future__ import annotations

import json
import os
import secrets
import statistics
import subprocess
import sys
from hashlib import sha256
from math import log2
from time import perf_counter
from typing import Any

from bench.addresses import search_engine, service_address
from bench.bulletin import missed

# success@1, nDCG@10, and milliseconds of 95 in 100 searches.
OF_DATABASE, OF_ENGINE = (0.70, 0.80, 300.0), (0.85, 0.90, 60.0)
ROUNDS = 20
FIRST = 10
COMMON = [
    "support",
    "council",
    "work",
    "employability",
    "no one left behind",
    "jobs and training",
    "plan 2024",
]
ALL = {"kind": "", "council": "", "audience": "", "year": ""}


def relevance() -> None:
    """Before more pages are made: the list was judged from the demo site alone."""
    print("\nSearch: the judged list                success@1  nDCG@10   and of each half of the questions")
    _tell("database, SQLite", measured(), OF_DATABASE)
    if server := service_address("POSTGRES_URL"):
        _tell("database, PostgreSQL", _on_postgresql(server), OF_DATABASE)
    with search_engine() as asked:
        if asked:
            _tell("Elasticsearch", measured(), OF_ENGINE)
            _tell_of_failures(asked)


def measured() -> list[tuple[float, float]]:
    """success@1 and nDCG@10 of all questions in the language of the demo site, and of each half of them.

    Weights are tried on one half, so that the other tells whether they suit questions nobody looked at.
    """
    from django.conf import settings

    from search.models import Entry
    from search.results import find
    from tests.search.judged import questions

    addresses = dict(Entry.objects.values_list("pk", "address"))
    reached: list[list[tuple[bool, float]]] = [[], []]
    for judged in questions():
        found = find(judged.question, settings.LANGUAGE_CODE).everything[:FIRST]
        gains = [judged.gains.get(addresses[match.pk], 0) for match in found]
        best = _gained(sorted(judged.gains.values(), reverse=True)[:FIRST])
        reached[_half(judged.question)].append((gains[:1] == [3], _gained(gains) / best))
    return [_means(some) for some in (reached[0] + reached[1], *reached)]


def _half(question: str) -> int:
    return sha256(question.encode()).digest()[-1] % 2


def _means(some: list[tuple[bool, float]]) -> tuple[float, float]:
    first, gained = zip(*some, strict=True)
    return statistics.mean(first), statistics.mean(gained)


def _gained(gains: list[int]) -> float:
    """The discounted cumulative gain."""
    return sum((2**gain - 1) / log2(place + 2) for place, gain in enumerate(gains))


def _tell(name: str, reached: list[tuple[float, float]], goals: tuple[float, float, float]) -> None:
    (first, gained), *halves = reached
    is_enough = first >= goals[0] and gained >= goals[1]
    of_halves = ", ".join(f"{each:.3f} / {other:.3f}" for each, other in halves)
    print(f"{name:38}{first:>10.3f}{gained:>9.3f}   {of_halves}{'' if is_enough else '  not good enough'}")
    if not is_enough:
        missed.append(f"search in {name}")


def _tell_of_failures(asked: Any) -> None:
    if asked.breaker.failures:
        print("Elasticsearch has not answered every question; the database has.")


def _on_postgresql(server: str) -> list[tuple[float, float]]:
    import psycopg

    name = f"bench_{secrets.token_hex(4)}"
    own = {
        "DATABASE_URL": f"{server.rpartition('/')[0]}/{name}",
        "DJANGO_SETTINGS_MODULE": "cms.settings.local",
    }
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            for command in (
                ["manage.py", "migrate", "--verbosity=0"],
                ["manage.py", "load_demo_site", "--verbosity=0"],
                ["-m", "bench.search"],
            ):
                done = subprocess.run(  # noqa: S603  our own commands
                    [sys.executable, *command], check=True, env=os.environ | own, stdout=subprocess.PIPE
                )
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    return [(first, gained) for first, gained in json.loads(done.stdout)]


def speed() -> None:
    """With as many pages as there are by now."""
    from search import filling
    from search.models import Entry

    began = perf_counter()
    filling.refresh_all()
    print(f"\nSearch with {Entry.objects.count():,} entries, made in {perf_counter() - began:.1f} s")
    print(f"{'':38}{'median':>8}{'p95':>8}")
    _time("database, SQLite", OF_DATABASE)
    began = perf_counter()
    with search_engine() as asked:
        if asked:
            print(f"Elasticsearch, filled in {perf_counter() - began:.1f} s")
            _time("Elasticsearch", OF_ENGINE)
            _tell_of_failures(asked)


def _time(name: str, goals: tuple[float, float, float]) -> None:
    """Each of the common words, and all of them together."""
    times = {words: [_milliseconds(words) for _ in range(ROUNDS)] for words in COMMON}
    everything = [each for some in times.values() for each in some]
    for words, some in [*times.items(), (f"all of them, {name}", everything)]:
        slow = statistics.quantiles(some, n=20)[-1]
        is_late = some is everything and slow > goals[2]
        print(f"{words:38}{statistics.median(some):>8.0f}{slow:>8.0f} ms{'  too slow' if is_late else ''}")
        if is_late:
            missed.append(f"search in {name}")


def _milliseconds(words: str) -> float:
    from django.conf import settings

    from search.results import find

    began = perf_counter()
    found = find(words, settings.LANGUAGE_CODE)
    found.choices(ALL)
    found.page(1, ALL)
    return (perf_counter() - began) * 1000


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(measured()))
