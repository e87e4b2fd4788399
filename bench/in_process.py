"""Queries and time of one page, without a server between."""

from __future__ import annotations

import gzip
import statistics
import time
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

RUNS = 30


@dataclass(frozen=True)
class Measured:
    """What one address costs: status, number of queries, median milliseconds, HTML in kilobytes (gzip)."""

    address: str
    status: int
    queries: int
    milliseconds: float
    kilobytes: float


def measure(address: str, client: Client | None = None, runs: int = RUNS) -> Measured:
    client = client or Client()
    for _ in range(2):
        response = client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    queries = len(captured)  # now: the next request empties the log
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - start) * 1000)
    size = len(gzip.compress(response.content)) / 1000
    return Measured(address, response.status_code, queries, statistics.median(times), size)
