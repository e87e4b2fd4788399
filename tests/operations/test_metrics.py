"""What Prometheus is told: as it reads it, and nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.db.models.functions import Now
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from bulletin.models import Delivery, Sending, SendingWorker
from bulletin.send import gate
from bulletin.send.progress import LeftOver, left_over
from cms.mail import outbox
from cms.operations import metrics, parts
from cms.operations.clock import Clock
from cms.operations.jobs import gather
from cms.operations.models import Worker
from cms.operations.part_words import STATES as STATES_OF_THE_REPORT
from tests.bulletin.send import post_room

pytestmark = pytest.mark.django_db

PROJECT = Path(__file__).resolve().parents[2]
TOKEN = "a-word-that-only-prometheus-knows-1234"
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(autouse=True)
def token(settings) -> None:
    settings.METRICS_TOKEN = TOKEN


def asked(client: Client) -> HttpResponse:
    return client.get("/metrics", headers=BEARER)


def told(client: Client) -> dict[str, dict[tuple[str, ...], float]]:
    """Each metric by its name, and its samples by their labels."""
    response = asked(client)
    assert response.status_code == 200
    return {
        family.name: {tuple(sample.labels.values()): sample.value for sample in family.samples}
        for family in text_string_to_metric_families(response.content.decode())
    }


def test_without_a_token_there_is_no_such_address(settings) -> None:
    settings.METRICS_TOKEN = ""
    for headers in ({}, BEARER, {"authorization": "Bearer "}):
        # As any address without its last slash.
        assert Client().get("/metrics", headers=headers, follow=True).status_code == 404


@pytest.mark.parametrize(
    "given",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN[:-1]}",
        f"Basic {TOKEN}",
        TOKEN,
        "Bearer é",
    ],
)
def test_who_does_not_hold_the_token_learns_nothing(client: Client, given: str | None) -> None:
    response = client.get("/metrics", headers={} if given is None else {"authorization": given})
    assert (response.status_code, response.content) == (401, b"401\n")
    assert response["WWW-Authenticate"] == "Bearer"
    assert "no-store" in response["Cache-Control"]


def test_the_token_is_compared_in_constant_time(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []
    monkeypatch.setattr(metrics, "constant_time_compare", lambda *both: compared.append(both))
    assert asked(client).status_code == 401, "its answer decides"
    assert compared == [(TOKEN, TOKEN)]


def test_prometheus_reads_it_and_nobody_keeps_it(client: Client, settings) -> None:
    settings.PAGE_CACHE_MEGABYTES = 8
    response = asked(client)
    assert response["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "no-store" in response["Cache-Control"] and not response.cookies
    assert client.get("/metrics").status_code == 401, "nothing of the answer before"
    assert client.post("/metrics", headers=BEARER).status_code == 405


def test_it_answers_whatever_host_is_asked_for_and_over_plain_http(client: Client, settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/metrics", headers={**BEARER, "host": "10.0.0.7"})
    assert response.status_code == 200
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_each_part_is_in_one_state_as_readyz_says(client: Client) -> None:
    states = told(client)["employability_part_state"]
    ready = client.get("/readyz").json()
    assert {part for part, state in states} == set(ready)
    for part, state in ready.items():
        assert {name for name in metrics.STATES if states[part, name]} == {state["state"]}


def test_states_are_those_of_the_report() -> None:
    assert set(metrics.STATES) == set(STATES_OF_THE_REPORT)


def test_every_number_of_a_part_is_told(client: Client) -> None:
    """A new key of a part needs a name here, or a reason not to have one."""
    left_out = {("tasks", "failed")}  # of two weeks; those of a day tell more
    named = {(number.part, number.key) for number in metrics.NUMBERS}
    told_of = {**client.get("/readyz").json(), "search_engine": parts.search_engine()}
    there = {(part, key) for part, state in told_of.items() for key in state if key != "state"}
    assert there - left_out == named


def test_numbers_are_those_of_the_parts(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()
    list(Clock(gather()).tick())
    Worker.objects.create(worker_id="first", last_seen=now - timedelta(seconds=20))
    SendingWorker.objects.create(name="post-1", seen_at=Now())
    outbox.post("reader@example.org", "tests.later", not_before=now - timedelta(minutes=10))
    gate.hold("It was restored.")
    monkeypatch.setattr(parts, "newest_backup", lambda: now - timedelta(hours=5))
    monkeypatch.setattr(parts, "disk", lambda: {"state": "ok", "free": 0.25})
    values = {name: samples[()] for name, samples in told(client).items() if () in samples}
    assert values["employability_task_worker_seen_seconds"] == pytest.approx(20, abs=5)
    assert values["employability_clock_seen_seconds"] < 30
    assert values["employability_clock_jobs_failed"] == 0
    assert values["employability_mail_waiting"] == 1
    assert values["employability_mail_oldest_seconds"] == pytest.approx(600, abs=5)
    assert values["employability_bulletin_workers"] == 1
    assert values["employability_bulletin_gate_open"] == 0
    assert values["employability_backup_age_seconds"] == pytest.approx(5 * 3600, abs=5)
    assert values["employability_disk_free_ratio"] == 0.25


def test_what_never_was_has_no_age_and_what_does_not_wait_has_waited_for_nothing(client: Client) -> None:
    found = told(client)
    assert "employability_clock_seen_seconds" not in found
    assert "employability_backup_age_seconds" not in found
    assert found["employability_tasks_oldest_seconds"] == {(): 0}


def test_deliveries_are_counted_by_state_and_nobody_is_named(client: Client) -> None:
    before = left_over().uncertain  # of the demo site
    post_room.subscribers(5)
    sending = post_room.started()
    rows = sending.deliveries.order_by("pk")
    rows.filter(pk=rows[0].pk).update(state=Delivery.State.FAILED)
    rows.filter(pk__in=[rows[1].pk, rows[2].pk]).update(state=Delivery.State.UNCERTAIN)
    rows.filter(pk=rows[3].pk).update(state=Delivery.State.SENT)
    deliveries = {("waiting",): 1, ("failed",): 1, ("uncertain",): before + 2}
    assert told(client)["employability_bulletin_deliveries"] == deliveries
    assert b"@" not in asked(client).content
    Sending.objects.update(state=Sending.State.SENT)
    assert left_over() == LeftOver(waiting=0, failed=0, uncertain=before + 2), "these still wait for a person"


def test_labels_are_few_whatever_the_site_holds(client: Client) -> None:
    """Each name and label stands in the code."""
    samples = told(client)
    assert set(samples) <= {
        "employability_info",
        "employability_part_state",
        "employability_bulletin_deliveries",
        *(metrics.PREFIX + number.name for number in metrics.NUMBERS),
    }
    assert sum(map(len, samples.values())) < 120


def test_a_database_that_is_away_is_an_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> parts.State:
        raise DatabaseError

    monkeypatch.setattr(parts, "database", away)
    found = told(client)
    assert found["employability_part_state"]["database", "away"] == 1
    assert set(found) == {"employability_info", "employability_part_state"}


def test_a_scrape_costs_few_queries(client: Client, django_assert_max_num_queries: Callable) -> None:
    asked(client)
    with django_assert_max_num_queries(18):
        asked(client)


def test_the_library_is_not_loaded_where_there_is_no_token() -> None:
    code = (
        "import sys, django; django.setup(); from django.core.wsgi import get_wsgi_application; "
        "get_wsgi_application(); sys.exit('prometheus_client' in sys.modules)"
    )
    variables = {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "METRICS_TOKEN": ""}
    loaded = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", code], cwd=PROJECT, env={**os.environ, **variables}, check=False
    )
    assert loaded.returncode == 0
