"""Sending many odd requests, made anew for each seed."""

from __future__ import annotations

from collections.abc import Iterator

from django.test import Client
from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as how

from tests.hostile.addresses import ALL
from tests.hostile.answers import Stranger
from tests.hostile.odd_requests import OddRequest, odd_requests


def plain_addresses(good: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Those in which nothing odd has a place."""
    places = {f"good_{place}": value for place, value in good.items()}
    for name, entry in ALL.items():
        for path in entry.paths:
            if "{" not in path.replace("{good_", ""):
                yield name, path.format(**places)


def send_odd_requests(stranger: Stranger, good: dict[str, str], number: int) -> None:
    """The same ones each time, so that a fault that was found is found again.

    First every address is asked for as a reader would: what the first one who comes makes for all others,
    such as images in their sizes, is made then.
    """
    for name, path in plain_addresses(good):
        Client().get(path)
        stranger.sends(OddRequest(name, "GET", path))

    @how(
        max_examples=number,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @seed(number)
    @given(odd_requests(good))
    def send(odd: OddRequest) -> None:
        stranger.sends(odd)

    send()
