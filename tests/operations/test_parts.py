"""What is wrong with a part of the site, and from when on it counts as wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.functions import Now
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bulletin.models import Sending, SendingWorker
from bulletin.send import gate
from cms.mail import outbox
from cms.mail.models import OutboxMail
from cms.operations import parts
from cms.operations.backup.manifest import known_migrations
from cms.operations.clock import Clock
from cms.operations.jobs import gather
from cms.operations.models import Job, Worker
from cms.settings.parts.connections import cache_settings
from tests.bulletin.send import post_room

pytestmark = pytest.mark.django_db


def states(*told: parts.State) -> list[str]:
    return [one["state"] for one in told]


def test_a_migration_that_was_not_run_is_counted() -> None:
    assert parts.migrations() == {"state": "ok", "pending": 0}
    MigrationRecorder(connection).migration_qs.filter(app="bulletin", name="0001_initial").delete()
    assert parts.migrations() == {"state": "late", "pending": 1}


def test_the_migrations_of_the_code_are_those_that_django_finds() -> None:
    assert {".".join(one) for one in parts.migrations_of_the_code()} == known_migrations()


def test_a_task_that_failed_today_is_told_and_one_of_last_week_is_only_counted() -> None:
    Worker.objects.create(worker_id="first", last_seen=timezone.now())
    task = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="wagtail.tasks.some_task",
        backend_name="default",
        run_after=timezone.now(),
        status="FAILED",
        finished_at=timezone.now() - timedelta(days=7),
    )
    assert (parts.tasks()["state"], parts.tasks()["failed"]) == ("ok", 1)
    DBTaskResult.objects.filter(pk=task.pk).update(finished_at=timezone.now() - timedelta(hours=7))
    assert (parts.tasks()["state"], parts.tasks()["failed_today"]) == ("failed", 1)


def test_a_job_whose_last_run_failed_is_a_failure() -> None:
    list(Clock(gather()).tick())
    assert parts.clock()["state"] == "ok"
    Job.objects.filter(name="take_up_lost_tasks").update(last_error="ValueError: no paper")
    assert parts.clock()["state"] == "failed"


def test_mail_is_late_when_the_oldest_has_been_due_for_a_quarter_of_an_hour() -> None:
    now = timezone.now()
    outbox.post("reader@example.org", "tests.later", not_before=now + timedelta(hours=1))
    assert parts.mail() == {"state": "ok", "waiting": 1, "age": None, "failed": 0}
    OutboxMail.objects.update(not_before=now - timedelta(minutes=10))
    assert states(parts.mail()) == ["ok"]
    OutboxMail.objects.update(not_before=now - timedelta(minutes=16))
    assert (parts.mail()["state"], parts.mail()["age"] // 60) == ("late", 16)


def test_mail_that_is_put_off_again_and_again_is_as_old_as_it_is() -> None:
    now = timezone.now()
    outbox.post("reader@example.org", "tests.later", not_before=now + timedelta(minutes=5))
    OutboxMail.objects.update(made_at=now - timedelta(hours=2), last_reply="All mail waits: 421")
    assert (parts.mail()["state"], parts.mail()["age"] // 3600) == ("late", 2)


def test_mail_is_held_while_the_gate_is_shut() -> None:
    outbox.post("reader@example.org", "tests.later", not_before=timezone.now() + timedelta(hours=1))
    gate.hold("It was restored.")
    assert (parts.mail()["state"], parts.bulletin()["state"], parts.bulletin()["gate"]) == (
        *("held", "held"),
        "shut",
    )


def test_the_bulletin_has_a_worker_something_due_or_a_pause() -> None:
    assert parts.bulletin()["state"] == "away"
    SendingWorker.objects.create(name="post-1", seen_at=Now())
    sending = post_room.queued(send_at=timezone.now() - timedelta(minutes=3))
    told = parts.bulletin()
    assert (told["state"], told["due"], told["age"] // 60, told["workers"]) == ("ok", 1, 3, 1)
    Sending.objects.filter(pk=sending.pk).update(state=Sending.State.PAUSED)
    assert (parts.bulletin()["state"], parts.bulletin()["paused"]) == ("held", 1)


@pytest.mark.parametrize(("free", "state"), [(500, "ok"), (100, "ok"), (99, "low"), (0, "low")])
def test_a_disk_is_low_below_a_tenth(monkeypatch: pytest.MonkeyPatch, free: int, state: str) -> None:
    usage = SimpleNamespace(total=1000, used=1000 - free, free=free)
    monkeypatch.setattr(parts.shutil, "disk_usage", lambda folder: usage)
    assert parts.disk() == {"state": state, "free": free / 1000}


def test_a_folder_that_is_gone_is_away(settings, tmp_path) -> None:
    settings.VAR_DIR = tmp_path / "gone"
    assert parts.disk() == {"state": "away", "free": None}


def test_redis_is_a_part_only_where_there_is_one(settings, client: Client) -> None:
    assert "cache" not in client.get("/readyz").json()
    settings.REDIS_URL = "redis://127.0.0.1:1/0"  # where nobody listens
    settings.CACHES = cache_settings(settings.REDIS_URL)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["cache"]) == (200, {"state": "away"})


def test_a_part_whose_table_is_missing_is_away_by_itself(client: Client, monkeypatch) -> None:
    """As between new code and its migrations."""

    def no_such_table() -> parts.State:
        raise DatabaseError

    monkeypatch.setattr(parts, "postcodes", no_such_table)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["postcodes"]) == (200, {"state": "away"})


def test_readers_of_readyz_cost_few_queries(client: Client, django_assert_max_num_queries: Callable) -> None:
    client.get("/readyz")
    with django_assert_max_num_queries(16):
        client.get("/readyz")


@pytest.mark.parametrize(("days", "state"), [(-0.2, "ok"), (-3, "late"), (900, "late")])
def test_a_backup_of_days_to_come_is_none(monkeypatch: pytest.MonkeyPatch, days: float, state: str) -> None:
    monkeypatch.setattr(parts, "newest_backup", lambda: timezone.now() + timedelta(days=days))
    assert parts.backup()["state"] == state
