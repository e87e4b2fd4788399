"""`python -m bench`: what pages cost, what they cost when there are many, how fast they are served."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import django

HEADING = f"{'':38}{'queries':>8}{'ms':>8}{'kB':>7}{'ratio':>8}"
FEW, MANY = 100, 10_000  # of each list
BUDGETS = {"/": 8, "/no-one-left-behind/": 10, "/publications/": 12, "/no-one-left-behind/updates/": 12}


def line(name: str, measured, minimal) -> str:
    ratio = measured.milliseconds / minimal.milliseconds
    budget = BUDGETS.get(measured.address)
    verdict = "" if budget is None or measured.queries <= budget else f"  over {budget} queries"
    if measured.status != 200:
        verdict += f"  answers {measured.status}"
    figures = f"{measured.queries:>8}{measured.milliseconds:>8.1f}{measured.kilobytes:>7.1f}{ratio:>8.2f}"
    return f"{name:38}{figures}{verdict}"


def prepare() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("load_demo_site", verbosity=0)


def one_page_a_type() -> list[tuple[str, str]]:
    """Name and address of the first live page of each of our page types, and of the search."""
    from wagtail.models import get_page_models

    found = []
    for model in get_page_models():
        if model.__module__.startswith("wagtail."):
            continue
        page = model.objects.live().order_by("depth", "path").first()
        if page is not None:
            found.append((model.__name__, page.url))
    return [*sorted(found), ("search", "/search/?q=work")]


def in_process() -> None:
    from bench.growth import LAST_PAGE, fill
    from bench.in_process import measure
    from bench.minimal import minimal
    from resources.models import PublicationPage, UpdatePage

    content, listing = minimal()
    print("In process, uncached, one of each page type; ratio to a minimal page of a Wagtail project")
    print(HEADING)
    print(line("minimal page", content, content))
    print(line("minimal list of 20", listing, listing))
    lists = {
        "CaseStudiesPage",
        "CouncilCaseStudiesPage",
        "ProductIndexPage",
        "PublicationIndexPage",
        "UpdateIndexPage",
        "search",
    }
    for name, address in one_page_a_type():
        print(line(name, measure(address), listing if name in lists else content))
    addresses = [
        "/",
        "/publications/",
        f"/publications/{LAST_PAGE}",
        "/no-one-left-behind/updates/",
        "/privacy/",
    ]
    fill(FEW, PublicationPage, UpdatePage)
    small = {address: measure(address) for address in addresses}
    fill(MANY, PublicationPage, UpdatePage)
    print(f"\nThe same with {MANY:,} publications and {MANY:,} updates; ratio to {FEW} of each")
    print(HEADING)
    for address, before in small.items():
        print(line(address, measure(address, runs=10), before))


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="employability-bench-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "cms.settings.bench",
            "PAGE_CACHE_MEGABYTES": "0",
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'bench.sqlite3'}",
        }
        django.setup()
        from bench.bulletin import bulletin
        from bench.case_studies import case_studies
        from bench.handbook import handbook
        from bench.lighthouse import lighthouse
        from bench.minimal import make_minimal_pages
        from bench.postcodes import postcodes
        from bench.search import relevance, speed
        from bench.served import served
        from bench.start import start

        prepare()
        make_minimal_pages()
        start()
        relevance()
        served()
        lighthouse()
        print()
        in_process()
        speed()
        handbook()
        postcodes()
        case_studies()
        bulletin()


if __name__ == "__main__":
    sys.exit(main())
