"""What Prometheus learns of the site (/metrics): the parts as /readyz tells them, and deliveries by state.

Only a process with METRICS_TOKEN loads this module. Requests are not counted here: each web process would
know its own alone, and the log has a line for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

from bulletin.send.progress import left_over
from cms.operations.parts import AWAY, FAILED, HELD, LATE, LOW, OK, State, all_parts
from cms.operations.version import version

STATES = (OK, LATE, AWAY, FAILED, HELD, LOW)
PREFIX = "employability_"
SCHEME = "bearer"


class Number(NamedTuple):
    """One number of a part, by its name for Prometheus; None is `of_nothing`, or there is no sample."""

    part: str
    key: str
    name: str
    meaning: str
    of_nothing: float | None = None


NUMBERS = (
    Number("migrations", "pending", "migrations_pending", "Migrations that were not run."),
    Number("tasks", "waiting", "tasks_waiting", "Tasks that wait for a worker."),
    Number("tasks", "age", "tasks_oldest_seconds", "How long the oldest task has waited.", 0),
    Number("tasks", "worker_seen", "task_worker_seen_seconds", "Since a task worker was last seen."),
    Number("tasks", "failed_today", "tasks_failed_in_a_day", "Tasks that failed within a day."),
    Number("clock", "age", "clock_seen_seconds", "Since the clock ended its most frequent job."),
    Number("clock", "failed", "clock_jobs_failed", "Jobs of the clock whose last run failed."),
    Number("mail", "waiting", "mail_waiting", "Mails in the outbox."),
    Number("mail", "age", "mail_oldest_seconds", "How long the oldest mail is due.", 0),
    Number("mail", "failed", "mail_failed", "Mails that were given up within a month."),
    Number("bulletin", "workers", "bulletin_workers", "Workers of the bulletin that live."),
    Number("bulletin", "due", "bulletin_sendings_due", "Sendings that are due and not sent."),
    Number("bulletin", "age", "bulletin_oldest_seconds", "How long the oldest of these is due.", 0),
    Number("bulletin", "paused", "bulletin_sendings_paused", "Sendings that wait for a person."),
    Number("bulletin", "gate", "bulletin_gate_open", "1 if mail may leave this database, 0 if it is a copy."),
    Number("disk", "free", "disk_free_ratio", "Share of the disk of DATA_DIR that is free."),
    Number("postcodes", "age", "postcodes_age_seconds", "Since the postcodes were imported."),
    Number("backup", "age", "backup_age_seconds", "Since the newest backup was made."),
    Number(
        "search_engine", "waiting", "search_engine_waiting", "Changes the search engine was not told yet."
    ),
    Number("search_engine", "age", "search_engine_oldest_seconds", "How long the oldest of these waits.", 0),
    Number("search_engine", "away_for", "search_engine_away_seconds", "Since it first did not answer.", 0),
)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """For who holds the token alone."""
    if not has_token(request):
        return HttpResponse("401\n", "text/plain", 401, headers={"WWW-Authenticate": "Bearer"})
    registry = CollectorRegistry()
    registry.register(Parts())
    return HttpResponse(generate_latest(registry), CONTENT_TYPE_PLAIN_0_0_4)


def has_token(request: HttpRequest) -> bool:
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    return scheme.lower() == SCHEME and constant_time_compare(token.strip(), settings.METRICS_TOKEN)


class Parts(Collector):
    """Asked anew for each answer; labels are names that stand in the code, so there are few of them."""

    def collect(self) -> Iterator[Metric]:
        try:
            told = all_parts()
        except DatabaseError:
            told = {"database": {"state": AWAY}}
        yield InfoMetricFamily(PREFIX.rstrip("_"), "The release that answers.", {"version": version()})
        yield _states(told)
        for number in NUMBERS:
            if number.key in told.get(number.part, {}):
                yield from _gauge(number, told[number.part][number.key])
        if told["database"]["state"] == OK:
            yield from _deliveries()


def _states(told: dict[str, State]) -> Metric:
    family = GaugeMetricFamily(
        f"{PREFIX}part_state",
        "1 for the state that a part is in, 0 for the others.",
        labels=("part", "state"),
    )
    for part, state in told.items():
        for name in STATES:
            family.add_metric((part, name), float(state["state"] == name))
    return family


def _gauge(number: Number, value: Any) -> Iterator[Metric]:
    found = number.of_nothing if value is None else _as_number(value)
    if found is not None:
        yield GaugeMetricFamily(PREFIX + number.name, number.meaning, found)


def _as_number(value: Any) -> float:
    if isinstance(value, list):  # of names
        return len(value)
    return float(value == "open") if isinstance(value, str) else float(value)


def _deliveries() -> Iterator[Metric]:
    """Of whom is for the admin to show."""
    try:
        left = left_over()
    except DatabaseError:  # as between new code and its migrations
        return
    family = GaugeMetricFamily(
        f"{PREFIX}bulletin_deliveries",
        "Recipients: waiting and failed of sendings that are not over, uncertain of all.",
        labels=("state",),
    )
    for name, number in left._asdict().items():
        family.add_metric((name,), number)
    yield family
