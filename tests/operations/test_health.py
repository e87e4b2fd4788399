"""What a watching program learns of the site, with and without its database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db.models.functions import Now
from django.test import Client
from django_tasks_db.models import DBTaskResult

from bulletin.models import SendingWorker
from cms.operations import parts
from cms.operations.clock import Clock
from cms.operations.jobs import gather
from cms.operations.models import Job, Worker
from la_directory.models import PostcodeSet
from tests.operations.without_database import Answers

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HALF_FULL = SimpleNamespace(total=1000, used=500, free=500)


@pytest.fixture(autouse=True)
def noon(move_clock) -> None:
    move_clock(NOON)


def wait(minutes: int) -> None:
    """A task that has waited this long at noon."""
    task = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="wagtail.tasks.some_task",
        backend_name="default",
        run_after=NOON - timedelta(days=1),
    )
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=NOON - timedelta(minutes=minutes))


def kept_in(folder: Path, settings, *names: str) -> None:
    settings.BACKUP_FOLDER = folder
    for name in names:
        (folder / name).write_bytes(b"")


def test_the_process_says_that_it_lives(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


def test_all_is_well_when_clock_and_workers_have_just_been_seen(
    client: Client, tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(Clock(gather()).tick())
    Worker.objects.create(worker_id="first", last_seen=NOON - timedelta(seconds=20))
    SendingWorker.objects.create(name="post-1", seen_at=Now())
    PostcodeSet.objects.create(file_name="all.csv", is_current=True, imported_at=NOON - timedelta(days=1))
    kept_in(tmp_path, settings, "backup-20260302T023000Z.tar.gz")
    monkeypatch.setattr(parts.shutil, "disk_usage", lambda folder: HALF_FULL)
    response = client.get("/readyz")
    assert response.status_code == 200
    tasks = {"state": "ok", "waiting": 0, "age": None, "worker_seen": 20, "failed": 0, "failed_today": 0}
    bulletin = {"state": "ok", "workers": 1, "due": 0, "age": None, "paused": 0, "gate": "open"}
    assert response.json() == {
        "database": {"state": "ok"},
        "migrations": {"state": "ok", "pending": 0},
        "tasks": tasks,
        "clock": {"state": "ok", "age": 0, "failed": []},
        "mail": {"state": "ok", "waiting": 0, "age": None, "failed": 0},
        "bulletin": bulletin,
        "disk": {"state": "ok", "free": 0.5},
        "postcodes": {"state": "ok", "age": 86_400},
        "backup": {"state": "ok", "age": 34_200},
    }
    assert "no-store" in response["Cache-Control"]


def test_health_is_told_whatever_host_is_asked_for(client: Client) -> None:
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).status_code == 200
    assert client.post("/healthz").status_code == 405


def test_a_task_nobody_takes_up_is_late(client: Client) -> None:
    Worker.objects.create(worker_id="first", last_seen=NOON)
    wait(minutes=2)
    assert client.get("/readyz").json()["tasks"]["state"] == "ok"
    wait(minutes=6)
    tasks = client.get("/readyz").json()["tasks"]
    assert (tasks["state"], tasks["waiting"], tasks["age"]) == ("late", 2, 360)


def test_a_worker_that_is_not_seen_for_minutes_is_away(client: Client) -> None:
    assert client.get("/readyz").json()["tasks"]["state"] == "away"
    Worker.objects.create(worker_id="first", last_seen=NOON - timedelta(minutes=3))
    tasks = client.get("/readyz").json()["tasks"]
    assert (tasks["state"], tasks["worker_seen"]) == ("away", 180)


def test_a_clock_that_stands_still_is_late(client: Client, move_clock) -> None:
    assert client.get("/readyz").json()["clock"]["state"] == "late"
    list(Clock(gather()).tick())
    move_clock(NOON + timedelta(minutes=6))
    clock = client.get("/readyz").json()["clock"]
    assert (clock["state"], clock["age"]) == ("late", 360)


def test_postcodes_are_away_until_they_are_imported_and_late_after_months(client: Client) -> None:
    assert client.get("/readyz").json()["postcodes"] == {"state": "away", "age": None}
    PostcodeSet.objects.create(file_name="old.csv", is_current=True, imported_at=NOON - timedelta(days=201))
    assert client.get("/readyz").json()["postcodes"]["state"] == "late"


def test_the_newest_backup_tells_its_age_and_none_is_no_failure(
    client: Client, tmp_path: Path, settings
) -> None:
    kept_in(tmp_path, settings, ".unfinished-1", "backup-of-mine.tar.gz")
    response = client.get("/readyz")
    assert (response.status_code, response.json()["backup"]) == (200, {"state": "away", "age": None})
    kept_in(tmp_path, settings, "backup-20260227T120000Z.tar.gz", "backup-20260201T120000Z.tar.gz")
    assert client.get("/readyz").json()["backup"] == {"state": "late", "age": 3 * 86_400}
    settings.BACKUP_KEEP = 0
    assert "backup" not in client.get("/readyz").json()


def test_a_failed_job_is_named_without_its_error(client: Client) -> None:
    list(Clock(gather()).tick())
    Job.objects.filter(name="publish_scheduled").update(last_error="secret words")
    response = client.get("/readyz")
    assert response.json()["clock"]["failed"] == ["publish_scheduled"]
    assert b"secret" not in response.content


def test_a_job_that_is_no_longer_in_the_code_is_not_named(client: Client) -> None:
    Job.objects.create(name="water_plants", every=60, next_run=NOON, last_error="no water")
    assert client.get("/readyz").json()["clock"]["failed"] == []


def test_the_process_lives_without_its_database(without_database: Answers) -> None:
    assert without_database["/healthz"].status == 200


def test_the_site_is_not_ready_without_its_database(without_database: Answers) -> None:
    answer = without_database["/readyz"]
    assert answer.status == 503
    assert answer.body == '{"database": {"state": "away"}}'
    assert answer.headers["Retry-After"]


def test_readers_get_a_page_without_the_database(without_database: Answers) -> None:
    answer = without_database["/"]
    assert answer.status == 503
    assert "Sorry" in answer.body
    assert "</html>" in answer.body
    assert answer.headers["Retry-After"]
    assert answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "private, no-store"
