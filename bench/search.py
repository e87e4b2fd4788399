"""How good and how fast search is: the judged list, and 20,000 pages."""

from __future__ import annotations

import json
import os
import secrets
import statistics
import subprocess
import sys
from math import log2
from time import perf_counter

from bench.bulletin import missed, postgres_url

# Of the database; milliseconds, here of the slowest of ten.
LEAST_SUCCESS, LEAST_NDCG, LONGEST = 0.70, 0.80, 300.0
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
    print("\nSearch: the judged list                success@1  nDCG@10")
    _tell("database, SQLite", *measured())
    if server := postgres_url():
        _tell("database, PostgreSQL", *_on_postgresql(server))


def measured() -> tuple[float, float]:
    """success@1 and nDCG@10, of the questions in the language of the demo site."""
    from django.conf import settings

    from search.models import Entry
    from search.results import find
    from tests.search.judged import questions

    addresses = dict(Entry.objects.values_list("pk", "address"))
    first, gained = [], []
    for judged in questions():
        found = find(judged.question, settings.LANGUAGE_CODE).everything[:FIRST]
        gains = [judged.gains.get(addresses[match.pk], 0) for match in found]
        first.append(gains[:1] == [3])
        gained.append(_gained(gains) / _gained(sorted(judged.gains.values(), reverse=True)[:FIRST]))
    return statistics.mean(first), statistics.mean(gained)


def _gained(gains: list[int]) -> float:
    """The discounted cumulative gain."""
    return sum((2**gain - 1) / log2(place + 2) for place, gain in enumerate(gains))


def _tell(name: str, success: float, gained: float) -> None:
    verdict = "" if success >= LEAST_SUCCESS and gained >= LEAST_NDCG else "  not good enough"
    print(f"{name:38}{success:>10.3f}{gained:>9.3f}{verdict}")
    if verdict:
        missed.append(f"search in the {name}")


def _on_postgresql(server: str) -> tuple[float, float]:
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
            success, gained = json.loads(done.stdout)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    return success, gained


def speed() -> None:
    """With as many pages as there are by now."""
    from django.conf import settings

    from search import filling
    from search.models import Entry
    from search.results import find

    began = perf_counter()
    filling.refresh_all()
    print(f"\nSearch with {Entry.objects.count():,} entries, made in {perf_counter() - began:.1f} s")
    for words in COMMON:
        times = []
        for _ in range(10):
            began = perf_counter()
            found = find(words, settings.LANGUAGE_CODE)
            found.choices(ALL)
            found.page(1, ALL)
            times.append((perf_counter() - began) * 1000)
        slowest = max(times)
        verdict = "" if slowest <= LONGEST else "  too slow"
        print(f"{words:38}{statistics.median(times):>8.0f}{slowest:>8.0f} ms{verdict}")
        if verdict:
            missed.append(f"search for {words}")


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(measured()))
