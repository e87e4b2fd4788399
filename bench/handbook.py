"""What the handbook costs: its page, its files and its import, with nine products and with two hundred."""

from __future__ import annotations

import resource
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from time import perf_counter

from bench.growth import multiply
from bench.in_process import measure

# Seconds and kilobytes that are allowed.
LONGEST = {"csv": 5.0, "json": 5.0, "docx": 5.0, "pdf": 15.0, "import": 5.0}
HEAVIEST = 60.0
QUERIES = 12
DOCUMENT = Path(__file__).resolve().parents[2] / "shared/input/national-products-handbook.docx"


def seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def verdict(value: float, allowed: float) -> str:
    return "" if value <= allowed else f"  over {allowed:g}"


def show(name: str, value: float, unit: str, allowed: float) -> None:
    print(f"{name:38}{value:>8.2f} {unit}{verdict(value, allowed)}")


def pages(title: str) -> None:
    print(f"\n{title}")
    for address in ("/handbook/", "/handbook/products/"):
        found = measure(address)
        print(
            f"{address:38}{found.queries:>8} queries{found.milliseconds:>8.1f} ms{found.kilobytes:>7.1f} kB"
            f"{verdict(found.queries, QUERIES)}{verdict(found.kilobytes, HEAVIEST)}"
        )


def files() -> None:
    from resources.handbook.files.formats import FORMATS
    from resources.handbook.files.working import whole_handbook
    from resources.handbook.importing.held import handbook_page

    book = whole_handbook(handbook_page())
    print(f"{'products':38}{len(list(book.products)):>8}")
    for name, file_format in FORMATS.items():
        show(f"making the {name}", seconds(lambda made=file_format: made.make(book, {})), "s", LONGEST[name])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'memory of the whole bench so far':38}{peak:>8.0f} MiB")


def word_import() -> None:
    from django.core.management import call_command

    if not DOCUMENT.exists():
        print(f"The import was not measured: there is no {DOCUMENT.name}.")
        return
    quiet = StringIO()
    took = seconds(lambda: call_command("import_handbook", str(DOCUMENT), dry_run=True, stdout=quiet))
    show("reading and comparing the Word file", took, "s", LONGEST["import"])
    took = seconds(lambda: call_command("import_handbook", str(DOCUMENT), publish=True, stdout=quiet))
    show("importing it", took, "s", LONGEST["import"])


def handbook() -> None:
    from cms.page_cache import generation
    from resources.models import ProductPage

    pages("The handbook with nine products")
    files()
    multiply(ProductPage.objects.live().order_by("path").first(), 191)
    generation.advance()
    pages("With two hundred")
    files()
    word_import()
