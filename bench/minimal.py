"""The smallest pages that Wagtail can have, in a project of their own: ours are measured against them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict

from bench.in_process import Measured, measure

SETTINGS = "bench.bare.minimal_pages"
PAGE, LIST = "/minimal/", "/minimal-list/"


def make_minimal_pages() -> None:
    _in_their_project("make")


def minimal() -> tuple[Measured, Measured]:
    """The page, and the list of twenty."""
    page, listing = json.loads(_in_their_project("measure"))
    return Measured(**page), Measured(**listing)


def _in_their_project(step: str) -> str:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": SETTINGS}
    command = [sys.executable, "-m", "bench.minimal", step]
    return subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


def _make() -> None:
    from django.core.management import call_command
    from wagtail.models import Site

    from bench.models import MinimalListPage, MinimalPage

    call_command("migrate", verbosity=0)
    home = Site.objects.get().root_page
    home.add_child(instance=MinimalPage(title="Minimal", slug="minimal", text="Words. " * 300))
    listing = home.add_child(instance=MinimalListPage(title="Minimal list", slug="minimal-list"))
    for number in range(20):
        listing.add_child(instance=MinimalPage(title=f"Minimal {number}", slug=f"minimal-{number}"))


def _measure() -> None:
    print(json.dumps([asdict(measure(address)) for address in (PAGE, LIST)]))


if __name__ == "__main__":
    import django

    django.setup()
    {"make": _make, "measure": _measure}[sys.argv[1]]()
