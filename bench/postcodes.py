"""What postcodes cost: the import of as many as Scotland has, and the look-ups among them."""

from __future__ import annotations

import csv
import random
import statistics
import tempfile
from collections.abc import Iterator
from io import StringIO
from itertools import islice, product
from pathlib import Path
from time import perf_counter

NUMBER = 158_287
LOOK_UPS = 2_000
# Seconds for the import, milliseconds for a look-up (of 95 in 100).
LONGEST_IMPORT, LONGEST_LOOK_UP = 20.0, 5.0
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"  # of the second half of a postcode
DISTRICTS = 30


def invented() -> Iterator[tuple[str, str]]:
    """Postcodes that look like real ones, with the councils of each area in turn."""
    from la_directory.finder.areas import AREAS

    for first, second in product(LETTERS, repeat=2):
        for area, codes in AREAS.items():
            for district, sector in product(range(1, DISTRICTS + 1), range(10)):
                code = codes[(district + sector) % len(codes)]
                yield f"{area}{district} {sector}{first}{second}", code


def postcodes() -> None:
    from django.core.management import call_command

    print("\nPostcodes")
    rows = list(islice(invented(), NUMBER))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "postcodes.csv"
        with file.open("w", newline="") as opened:
            csv.writer(opened).writerows([("postcode", "code"), *rows])
        for name in ("importing the first set", "importing the next set"):
            began = perf_counter()
            call_command("import_postcodes", str(file), stdout=StringIO())
            took = perf_counter() - began
            print(f"{name:38}{took:>8.2f} s{'' if took < LONGEST_IMPORT else '  too long'}")
    look_ups([postcode for postcode, _code in rows])


def look_ups(known: list[str]) -> None:
    """As the page asks, without a request around it: whole postcodes, districts and sectors."""
    from la_directory.finder.find import find_councils

    chosen = random.Random(1).sample(known, LOOK_UPS)  # noqa: S311  no secret
    find_councils(chosen[0])
    for name, asked in (
        ("a postcode", chosen),
        ("a district", [each.split()[0] for each in chosen]),
        ("a sector", [each[:-2] for each in chosen]),
    ):
        times = []
        for words in asked:
            began = perf_counter()
            find_councils(words)
            times.append((perf_counter() - began) * 1000)
        most = statistics.quantiles(times, n=20)[-1]
        verdict = "" if most < LONGEST_LOOK_UP else "  too long"
        print(f"looking up {name:27}{statistics.median(times):>8.2f} ms median{most:>8.2f} ms p95{verdict}")
