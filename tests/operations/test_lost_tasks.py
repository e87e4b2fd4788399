"""A task whose worker has died is taken up once more, and given up after that."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from cms.operations import clock_jobs, heartbeat
from cms.operations.heartbeat import beat, say_goodbye
from cms.operations.lost_tasks import take_up_lost_tasks
from cms.operations.models import Worker

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def task(status: str = "RUNNING", minutes: int = 11, workers: tuple[str, ...] = ("first",)) -> DBTaskResult:
    """A task that was started some minutes before noon."""
    return DBTaskResult.objects.create(
        status=status,
        started_at=NOON - timedelta(minutes=minutes),
        args_kwargs={"args": [], "kwargs": {}},
        task_path="wagtail.tasks.some_task",
        worker_ids=list(workers),
        backend_name="default",
        run_after=NOON - timedelta(days=1),
    )


@pytest.fixture(autouse=True)
def noon(move_clock) -> None:
    move_clock(NOON)


def status_after(left: DBTaskResult) -> str:
    take_up_lost_tasks()
    left.refresh_from_db()
    return left.status


def test_a_lost_task_is_ready_for_another_worker() -> None:
    lost = task()
    assert status_after(lost) == "READY"
    assert lost in DBTaskResult.objects.ready()


def test_a_task_that_was_lost_twice_is_given_up() -> None:
    lost = task(workers=("first", "second"))
    assert status_after(lost) == "FAILED"
    assert lost.finished_at == NOON
    assert "2 workers died" in lost.traceback


def test_a_long_task_of_a_living_worker_goes_on() -> None:
    beat("first")
    assert status_after(task(minutes=240)) == "RUNNING"


def test_a_worker_that_has_not_been_seen_for_minutes_is_dead(move_clock) -> None:
    move_clock(NOON - timedelta(minutes=3))
    beat("first")
    move_clock(NOON)
    assert status_after(task()) == "READY"


def test_a_task_that_has_just_started_is_left_alone() -> None:
    assert status_after(task(minutes=9)) == "RUNNING"


@pytest.mark.parametrize("status", ["READY", "SUCCESSFUL", "FAILED"])
def test_a_task_that_is_not_running_is_left_alone(status: str) -> None:
    assert status_after(task(status)) == status


def test_a_worker_that_ends_well_leaves_no_sign_of_life() -> None:
    beat("first")
    beat("second")
    say_goodbye("second")
    assert list(Worker.objects.values_list("worker_id", flat=True)) == ["first"]


def test_the_sign_of_life_is_given_again_and_again_while_work_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The database is left out: a second thread would wait for this test's transaction."""
    signs: list[str] = []
    enough = threading.Event()

    def sign(worker_id: str) -> None:
        signs.append(worker_id)
        if len(signs) > 2:
            enough.set()

    monkeypatch.setattr(heartbeat, "beat", sign)
    monkeypatch.setattr(heartbeat, "BEAT_EVERY", 0.01)
    with heartbeat.beating("first"):
        assert enough.wait(5)
    given = len(signs)
    assert set(signs) == {"first"}
    time.sleep(0.05)
    assert len(signs) == given


def test_finished_tasks_are_kept_for_two_weeks(settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    for days in (13, 15):
        old = task("SUCCESSFUL")
        DBTaskResult.objects.filter(pk=old.pk).update(finished_at=NOON - timedelta(days=days))
    running = task()
    clock_jobs.remove_finished_tasks()
    assert DBTaskResult.objects.count() == 2
    assert DBTaskResult.objects.filter(pk=running.pk).exists()


def test_workers_unseen_for_days_are_forgotten() -> None:
    Worker.objects.create(worker_id="old", last_seen=NOON - timedelta(days=2))
    Worker.objects.create(worker_id="new", last_seen=NOON - timedelta(minutes=1))
    clock_jobs.remove_lost_workers()
    assert list(Worker.objects.values_list("worker_id", flat=True)) == ["new"]


def test_expired_sessions_are_removed() -> None:
    from django.contrib.sessions.models import Session

    for name, hours in (("old", -1), ("new", 1)):
        Session.objects.create(session_key=name, session_data="", expire_date=NOON + timedelta(hours=hours))
    clock_jobs.remove_expired_sessions()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
