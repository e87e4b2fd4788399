"""Regular jobs are run when they are due, once, and a broken one does not stop the others."""

from __future__ import annotations

import os
import signal
import time as time_module
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from cms.operations import clock_jobs
from cms.operations.clock import LEASE, Clock
from cms.operations.jobs import RegularJob, Schedule, gather
from cms.operations.models import Job

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Runs(list[str]):
    """Remembers which jobs were run."""

    def job(self, name: str, schedule: Schedule = MINUTE) -> RegularJob:
        return RegularJob(name, schedule, lambda: self.append(name))


def clock_of(*jobs: RegularJob) -> Clock:
    return Clock({job.name: job for job in jobs})


def broken() -> None:
    raise ValueError("no paper in the printer")


@pytest.fixture
def runs(move_clock) -> Runs:
    move_clock(NOON)
    return Runs()


def test_a_job_runs_at_once_and_then_each_time_it_is_due(runs: Runs, move_clock) -> None:
    clock = clock_of(runs.job("water"))
    for seconds, expected in ((0, 1), (59, 1), (60, 2), (61, 2), (121, 3)):
        move_clock(NOON + timedelta(seconds=seconds))
        list(clock.tick())
        assert len(runs) == expected, f"after {seconds} seconds"


def test_no_address_is_kept_of_what_went_wrong(runs: Runs) -> None:
    def refused() -> None:
        raise ValueError("nobody at somebody@council.example")

    list(clock_of(RegularJob("print", MINUTE, refused)).tick())
    assert Job.objects.get(name="print").last_error == "ValueError: nobody at [address]"


def test_what_was_missed_is_not_made_up_for(runs: Runs, move_clock) -> None:
    clock = clock_of(runs.job("water"))
    list(clock.tick())
    move_clock(NOON + timedelta(days=3))
    list(clock.tick())
    assert len(runs) == 2


def test_a_broken_job_is_written_down_runs_again_and_stops_no_other(runs: Runs, move_clock) -> None:
    clock = clock_of(RegularJob("print", MINUTE, broken), runs.job("water"))
    outcomes = {outcome.name: outcome.error for outcome in clock.tick()}
    assert outcomes == {"print": "ValueError: no paper in the printer", "water": ""}
    assert Job.objects.get(name="print").last_error == "ValueError: no paper in the printer"
    assert runs == ["water"]
    move_clock(NOON + MINUTE)
    mended = clock_of(runs.job("print"))
    list(mended.tick())
    assert Job.objects.get(name="print").last_error == ""
    assert runs == ["water", "print"]


def test_two_clocks_never_run_one_job_at_once(runs: Runs) -> None:
    """The second clock looks while the first is in the middle of the job."""
    other = clock_of(runs.job("send"))

    def send() -> None:
        runs.append("send")
        list(other.tick())

    list(clock_of(RegularJob("send", MINUTE, send)).tick())
    list(other.tick())
    assert runs == ["send"]


def test_two_clocks_that_see_the_same_due_job_claim_it_once(runs: Runs) -> None:
    first, second = clock_of(runs.job("send")), clock_of(runs.job("send"))
    first.register()
    assert [first.claim("send"), second.claim("send")] == [True, False]


def test_the_job_of_a_dead_clock_is_run_after_its_lease(runs: Runs, move_clock) -> None:
    dead, alive = clock_of(runs.job("send")), clock_of(runs.job("send"))
    dead.register()
    dead.claim("send")
    list(alive.tick())
    assert runs == []
    move_clock(NOON + LEASE + timedelta(seconds=1))
    list(alive.tick())
    assert runs == ["send"]


def test_a_lease_is_renewed_while_the_job_runs(runs: Runs, move_clock) -> None:
    slow, other = clock_of(runs.job("send")), clock_of(runs.job("send"))
    slow.register()
    slow.claim("send")
    move_clock(NOON + LEASE - timedelta(seconds=1))
    slow.renew("send")
    move_clock(NOON + LEASE + timedelta(seconds=1))
    list(other.tick())
    assert runs == []


def test_a_clock_that_lost_its_lease_does_not_end_the_run_of_another(runs: Runs, move_clock) -> None:
    job = runs.job("send")
    slow, other = clock_of(job), clock_of(job)
    slow.register()
    slow.claim("send")
    move_clock(NOON + LEASE + timedelta(seconds=1))
    assert other.claim("send")
    slow.run(job)
    assert Job.objects.get().locked_by == other.name


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 1, 5, 3, 0, tzinfo=UTC), datetime(2026, 1, 5, 7, 30, tzinfo=UTC)),
        (datetime(2026, 1, 5, 7, 30, tzinfo=UTC), datetime(2026, 1, 6, 7, 30, tzinfo=UTC)),
        (datetime(2026, 7, 5, 3, 0, tzinfo=UTC), datetime(2026, 7, 5, 6, 30, tzinfo=UTC)),
        (datetime(2026, 3, 28, 8, 0, tzinfo=UTC), datetime(2026, 3, 29, 6, 30, tzinfo=UTC)),
        (datetime(2026, 10, 24, 8, 0, tzinfo=UTC), datetime(2026, 10, 25, 7, 30, tzinfo=UTC)),
    ],
)
def test_a_time_of_day_is_that_of_london(now: datetime, expected: datetime) -> None:
    assert RegularJob("remind", time(7, 30), broken).next_run(now) == expected


def test_a_daily_job_waits_for_its_time(runs: Runs, move_clock) -> None:
    clock = clock_of(runs.job("remind", time(14, 0)))
    list(clock.tick())
    assert runs == []
    move_clock(NOON + timedelta(hours=2))
    list(clock.tick())
    assert runs == ["remind"]


def test_a_new_schedule_in_the_code_is_taken_over(runs: Runs, move_clock) -> None:
    list(clock_of(runs.job("water", timedelta(days=1))).tick())
    list(clock_of(runs.job("water", MINUTE)).tick())
    assert Job.objects.get().every == 60
    assert runs == ["water", "water"]


def test_jobs_are_gathered_from_the_apps() -> None:
    jobs = gather()
    assert set(clock_jobs.JOBS) <= set(jobs)
    assert jobs["publish_scheduled"].every <= MINUTE


def test_two_jobs_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [config_of("cms.operations"), config_of("cms.operations")]
    monkeypatch.setattr("cms.operations.jobs.apps.get_app_configs", lambda: twice)
    with pytest.raises(ImproperlyConfigured, match="Two regular jobs are named publish_scheduled"):
        gather()


def config_of(name: str) -> object:
    from django.apps import apps

    return next(config for config in apps.app_configs.values() if config.name == name)


def test_the_command_runs_what_is_due_and_says_so(only_jobs: Callable, runs: Runs, capsys) -> None:
    only_jobs(runs.job("water"), runs.job("feed", time(23, 0)))
    call_command("clock", once=True)
    assert runs == ["water"]
    assert "water: done" in capsys.readouterr().out


def test_the_command_fails_when_a_job_has_failed(only_jobs: Callable, runs: Runs) -> None:
    only_jobs(RegularJob("print", MINUTE, broken), runs.job("water"))
    with pytest.raises(CommandError, match="1 of 2 jobs failed: print"):
        call_command("clock", once=True)
    assert runs == ["water"]


@pytest.fixture
def only_jobs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts other jobs in the place of the site's own."""

    def put(*jobs: RegularJob) -> None:
        table = {job.name: job for job in jobs}
        monkeypatch.setattr("cms.operations.management.commands.clock.gather", lambda: table)

    return put


def test_a_clock_that_is_told_to_end_finishes_its_job_first(
    only_jobs: Callable, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It would close the connection that holds this test's transaction.
    monkeypatch.setattr("cms.operations.management.commands.clock.close_old_connections", lambda: None)

    def send() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time_module.sleep(0.01)
        runs.append("sent")

    only_jobs(RegularJob("a", MINUTE, send), runs.job("b"))
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        call_command("clock", reload=False)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert runs == ["sent"]
    assert Job.objects.get(name="a").locked_until is None
