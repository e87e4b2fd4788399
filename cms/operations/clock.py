"""The clock: runs each regular job when it is due, once, however many clocks there are."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from traceback import format_exception_only

from django.db import DatabaseError, connection
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string

from cms.operations.jobs import RegularJob
from cms.operations.masking import masked
from cms.operations.models import Job

log = logging.getLogger(__name__)

# A clock that dies in the middle of a job keeps it from the others for this long at most.
LEASE = timedelta(seconds=90)
RENEW_EVERY = 30.0  # seconds
ERROR_LENGTH = 2000


@dataclass(frozen=True)
class Outcome:
    """How one run of a job ended; `error` is empty when it went well."""

    name: str
    seconds: float
    error: str = ""


class Clock:
    """One clock with a name of its own; it takes a job by a lease that it renews while the job runs."""

    def __init__(self, jobs: Mapping[str, RegularJob]) -> None:
        self.jobs = jobs
        self.name = get_random_string(32)

    def tick(self) -> Iterator[Outcome]:
        """Run every job that is due now, one after the other."""
        self.register()
        due = Job.objects.filter(name__in=self.jobs, next_run__lte=timezone.now()).order_by(
            "next_run", "name"
        )
        for name in list(due.values_list("name", flat=True)):
            if self.claim(name):
                yield self.run(self.jobs[name])

    def register(self) -> None:
        """Give each job its row; one whose interval has changed in the code starts on the new one.

        A changed time of day counts once the run that is already set has been made.
        """
        now = timezone.now()
        rows = dict(Job.objects.values_list("name", "every"))
        for job in self.jobs.values():
            every = int(job.every.total_seconds())
            if job.name not in rows:
                row = Job(name=job.name, every=every, next_run=job.first_run(now))
                Job.objects.bulk_create([row], ignore_conflicts=True)
            elif rows[job.name] != every:
                Job.objects.filter(name=job.name).update(every=every, next_run=job.first_run(now))

    def claim(self, name: str) -> bool:
        """True for exactly one of the clocks that ask for a due job."""
        now = timezone.now()
        free = Q(locked_until=None) | Q(locked_until__lt=now)
        taken = Job.objects.filter(free, name=name, next_run__lte=now).update(
            locked_until=now + LEASE, locked_by=self.name, last_run=now
        )
        return taken == 1

    def run(self, job: RegularJob) -> Outcome:
        """Run a claimed job, write down how it went and when it is due again."""
        started = timezone.now()
        error = ""
        with self.lease_kept(job.name):
            try:
                job.run()
            except Exception as problem:  # a broken job must not keep the others from running
                log.exception("The job %s failed", job.name)
                error = masked("".join(format_exception_only(problem)).strip())[:ERROR_LENGTH]
        finished = timezone.now()
        Job.objects.filter(name=job.name, locked_by=self.name).update(
            next_run=job.next_run(finished),
            last_finished=finished,
            last_error=error,
            locked_until=None,
            locked_by="",
        )
        return Outcome(job.name, (finished - started).total_seconds(), error)

    @contextmanager
    def lease_kept(self, name: str) -> Iterator[None]:
        """Renew the lease from a second thread for as long as the job runs."""
        done = threading.Event()

        def renew() -> None:
            try:
                while not done.wait(RENEW_EVERY):
                    self.renew(name)
            finally:
                connection.close()

        thread = threading.Thread(target=renew, name=f"lease of {name}", daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def renew(self, name: str) -> None:
        try:
            mine = Job.objects.filter(name=name, locked_by=self.name)
            mine.update(locked_until=timezone.now() + LEASE)
        except DatabaseError as error:
            log.warning("The lease of %s was not renewed: %s", name, type(error).__name__)
