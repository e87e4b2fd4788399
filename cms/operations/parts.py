"""How each part of the site is doing: its state, and ages in seconds.

/readyz, /metrics, the operators' report and the dashboard of administrators ask here. Nothing is secret or
personal: whoever may ask for /readyz reads it.
"""

from __future__ import annotations

import pkgutil
import shutil
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Count, Min, Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bulletin.models import Sending
from bulletin.send import gate
from bulletin.send.progress import workers_now
from cms.mail import permission
from cms.mail.models import OutboxMail
from cms.operations.backup.newest import newest_backup
from cms.operations.jobs import gather
from cms.operations.models import Job, Worker
from cms.page_cache.forgiving import failures
from la_directory.models import PostcodeSet
from search.engine.connection import engine
from search.models import EngineAbsence, EngineChange

# Seconds after which a part that should have moved counts as late.
TASK_LATE = 300
WORKER_LATE = 150  # it gives a sign of life every 30 seconds
ENGINE_LATE = 300
CLOCK_LATE = 300
MAIL_LATE = 900
BACKUP_LATE = 2 * 24 * 3600
POSTCODES_LATE = 200 * 24 * 3600  # new files come out four times a year
DISK_LOW = 0.1  # share that should stay free
FAILED_WITHIN = timedelta(days=1)

OK, LATE, AWAY, FAILED, HELD, LOW = "ok", "late", "away", "failed", "held", "low"
CLOCK_JOB = "publish_scheduled"  # the most frequent one tells how the clock is doing

State = dict[str, Any]


def database() -> State:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {"state": OK}


def migrations() -> State:
    """How many this code has that the database has not seen."""
    applied = MigrationRecorder(connection).migration_qs.values_list("app", "name")
    pending = len(migrations_of_the_code() - set(applied))
    return {"state": LATE if pending else OK, "pending": pending}


@cache
def migrations_of_the_code() -> frozenset[tuple[str, str]]:
    """By the names of their files: importing them all would cost each web process memory."""
    folders = [(config.label, Path(config.path) / "migrations") for config in apps.get_app_configs()]
    return frozenset((label, one.name) for label, folder in folders for one in modules_in(folder))


def modules_in(folder: Path) -> Iterable[pkgutil.ModuleInfo]:
    return (one for one in pkgutil.iter_modules([str(folder)]) if one.name[0] not in "_~")


def shared_cache() -> State:
    """Redis, where there is one; without it each page is made anew, and no limit holds."""
    try:
        caches["shared"].get("readyz")
    except failures():
        return {"state": AWAY}
    return {"state": OK}


def tasks() -> State:
    """The age of the task that has waited longest, how long ago a worker was seen, and what failed today."""
    now = timezone.now()
    ready = DBTaskResult.objects.ready().aggregate(number=Count("pk"), oldest=Min("enqueued_at"))
    waiting = age(now, ready["oldest"])
    seen = age(now, Worker.objects.values_list("last_seen", flat=True).first())
    lately = Q(finished_at__gte=now - FAILED_WITHIN)
    failed = DBTaskResult.objects.failed().aggregate(number=Count("pk"), today=Count("pk", filter=lately))
    if seen is None or seen > WORKER_LATE:
        state = AWAY
    elif waiting is not None and waiting > TASK_LATE:
        state = LATE
    else:
        state = FAILED if failed["today"] else OK
    return {
        "state": state,
        "waiting": ready["number"],
        "age": waiting,
        "worker_seen": seen,
        "failed": failed["number"],
        "failed_today": failed["today"],
    }


def clock() -> State:
    """How long ago the clock finished its most frequent job, and the jobs whose last run failed."""
    now = timezone.now()
    finished = age(now, Job.objects.filter(name=CLOCK_JOB).values_list("last_finished", flat=True).first())
    # The row of a job that is no longer in the code stays behind, with the error of its last run.
    failed = list(Job.objects.filter(name__in=gather()).exclude(last_error="").values_list("name", flat=True))
    if finished is None or finished > CLOCK_LATE:
        return {"state": LATE, "age": finished, "failed": failed}
    return {"state": FAILED if failed else OK, "age": finished, "failed": failed}


def mail() -> State:
    """What waits for the relay, how long the oldest is due, and what was given up in a month."""
    now = timezone.now()
    waits, tried = Q(failed_at=None), ~Q(last_reply="")
    found = OutboxMail.objects.aggregate(
        waiting=Count("pk", filter=waits),
        failed=Count("pk", filter=~waits),
        due=Min("not_before", filter=waits & ~tried & Q(not_before__lte=now)),
        tried=Min("made_at", filter=waits & tried),
    )
    late = age(now, min(filter(None, (found["due"], found["tried"])), default=None))
    if found["waiting"] and not permission.may_go():
        state = HELD
    else:
        state = LATE if late is not None and late > MAIL_LATE else OK
    return {"state": state, "waiting": found["waiting"], "age": late, "failed": found["failed"]}


def bulletin() -> State:
    """Whether this database may send, workers that live, what is due and since when, what is paused."""
    now = timezone.now()
    due = Q(state__in=[Sending.State.QUEUED, Sending.State.SENDING], send_at__lte=now)
    found = Sending.objects.order_by().aggregate(
        due=Count("pk", filter=due),
        oldest=Min("send_at", filter=due),
        paused=Count("pk", filter=Q(state=Sending.State.PAUSED)),
    )
    workers, is_open = workers_now(), gate.state().is_open
    working = OK if workers else AWAY
    return {
        "state": working if is_open and not found["paused"] else HELD,
        "workers": workers,
        "due": found["due"],
        "age": age(now, found["oldest"]),
        "paused": found["paused"],
        "gate": "open" if is_open else "shut",
    }


def disk() -> State:
    """The share of the disk of DATA_DIR that is free."""
    try:
        room = shutil.disk_usage(settings.VAR_DIR)
    except OSError:
        return {"state": AWAY, "free": None}
    free = round(room.free / room.total, 3)
    return {"state": LOW if free < DISK_LOW else OK, "free": free}


def postcodes() -> State:
    """How long ago the postcodes in use were imported; without any the finder knows names and areas alone."""
    current = PostcodeSet.objects.current()
    if current is None:
        return {"state": AWAY, "age": None}
    seconds = age(timezone.now(), current.imported_at)
    return {"state": LATE if seconds > POSTCODES_LATE else OK, "age": seconds}


def backup() -> State:
    """How long ago the newest backup was made that this process sees; the site is ready without one.

    One from days to come was made by a clock that was wrong, and says nothing.
    """
    now, newest = timezone.now(), newest_backup()
    if newest is None:
        return {"state": AWAY, "age": None}
    is_late = abs((now - newest).total_seconds()) > BACKUP_LATE
    return {"state": LATE if is_late else OK, "age": age(now, newest)}


def search_engine() -> State:
    """Whether it answered when it was last asked, and how long what it was not told yet has waited.

    Readers get their answers from the database meanwhile, so the site is ready all the same.
    """
    now, asked = timezone.now(), engine()
    absence = EngineAbsence.objects.first()
    waiting = EngineChange.objects.aggregate(number=Count("pk"), oldest=Min("made_at"))
    late = age(now, waiting["oldest"])
    state = LATE if late is not None and late > ENGINE_LATE else OK
    return {
        "state": AWAY if absence or (asked and asked.breaker.is_open) else state,
        "waiting": waiting["number"],
        "age": late,
        "away_for": age(now, absence.since) if absence else None,
    }


def in_use() -> dict[str, Callable[[], State]]:
    """The parts of this site besides the database; one that its settings leave out is not among them."""
    parts: dict[str, Callable[[], State]] = {"migrations": migrations, "tasks": tasks, "clock": clock}
    if settings.REDIS_URL:
        parts["cache"] = shared_cache
    parts |= {"mail": mail, "bulletin": bulletin, "disk": disk, "postcodes": postcodes}
    if settings.BACKUP_KEEP:
        parts["backup"] = backup
    if engine():
        parts["search_engine"] = search_engine
    return parts


def all_parts() -> dict[str, State]:
    """By name. DatabaseError while the database is away; a part whose table is missing is away by itself."""
    return {"database": database(), **{name: _told(part) for name, part in in_use().items()}}


def _told(part: Callable[[], State]) -> State:
    try:
        return part()
    except DatabaseError:
        return {"state": AWAY}


def age(now: datetime, moment: datetime | None) -> int | None:
    return None if moment is None else max(0, int((now - moment).total_seconds()))
