"""The regular jobs of the site, gathered from the module `clock_jobs` of every app.

Such a module holds `JOBS`, names with when and what:

    JOBS = {
        "publish_scheduled": (timedelta(minutes=1), publish_scheduled),   # every minute
        "send_review_reminders": (time(7, 30), send_review_reminders),    # each day, Europe/London
    }

A job takes no arguments, is short (long work goes into the task queue) and may be run again after it
broke off. An app of a lower layer needs to import nothing for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from importlib import import_module

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django.utils.module_loading import module_has_submodule

MODULE = "clock_jobs"
ONE_DAY = timedelta(days=1)

Schedule = timedelta | time


@dataclass(frozen=True)
class RegularJob:
    name: str
    schedule: Schedule
    run: Callable[[], object]

    @property
    def every(self) -> timedelta:
        return ONE_DAY if isinstance(self.schedule, time) else self.schedule

    def first_run(self, now: datetime) -> datetime:
        """At once, unless the job has its time of day."""
        return self.next_run(now) if isinstance(self.schedule, time) else now

    def next_run(self, now: datetime) -> datetime:
        """The first moment after `now` that the schedule names; what was missed is not made up for."""
        if isinstance(self.schedule, timedelta):
            return now + self.schedule
        day = timezone.localtime(now).date()
        while (moment := timezone.make_aware(datetime.combine(day, self.schedule))) <= now:
            day += ONE_DAY
        return moment


def gather() -> dict[str, RegularJob]:
    """Every registered job by its name."""
    jobs: dict[str, RegularJob] = {}
    for app in apps.get_app_configs():
        if not module_has_submodule(app.module, MODULE):
            continue
        table: Mapping[str, tuple[Schedule, Callable[[], object]]] = import_module(
            f"{app.name}.{MODULE}"
        ).JOBS
        for name, (schedule, run) in table.items():
            if name in jobs:
                raise ImproperlyConfigured(
                    f"Two regular jobs are named {name}; one of them is in {app.name}."
                )
            jobs[name] = RegularJob(name, schedule, run)
    return jobs
