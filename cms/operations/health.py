"""Whether the process lives (/healthz), and how the parts it needs are doing (/readyz).

Both are answered by a middleware that stands before all that needs the database or knows the site's hosts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from cms.operations.backup.folder import newest_backup
from cms.operations.jobs import gather
from cms.operations.models import Job, Worker
from la_directory.models import PostcodeSet
from search.engine.connection import Engine, engine
from search.models import EngineAbsence, EngineChange

# Seconds after which a part that should have moved counts as late.
TASK_LATE = 300
ENGINE_LATE = 300
CLOCK_LATE = 300
BACKUP_LATE = 2 * 24 * 3600
POSTCODES_LATE = 200 * 24 * 3600  # new files come out four times a year
OK, LATE, AWAY = "ok", "late", "away"
CLOCK_JOB = "publish_scheduled"  # the most frequent one tells how the clock is doing

State = dict[str, Any]
View = Callable[[HttpRequest], HttpResponseBase]


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """The state of each part and its age in seconds; 503 while the database is away."""
    try:
        parts = {"database": database(), "tasks": tasks(), "clock": clock(), "postcodes": postcodes()}
        if settings.BACKUP_KEEP:
            parts["backup"] = backup()
        if asked := engine():
            parts["search_engine"] = search_engine(asked)
    except DatabaseError:
        return JsonResponse({"database": {"state": AWAY}}, status=503, headers={"Retry-After": "10"})
    return JsonResponse(parts)


def database() -> State:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {"state": OK}


def tasks() -> State:
    """The age of the task that has waited longest, and how long ago a worker was seen."""
    now = timezone.now()
    ready = DBTaskResult.objects.ready()
    waiting = age(now, ready.aggregate(oldest=Min("enqueued_at"))["oldest"])
    return {
        "state": LATE if waiting is not None and waiting > TASK_LATE else OK,
        "waiting": ready.count(),
        "age": waiting,
        "worker_seen": age(now, Worker.objects.values_list("last_seen", flat=True).first()),
        "failed": DBTaskResult.objects.failed().count(),
    }


def clock() -> State:
    """How long ago the clock finished its most frequent job, and the jobs whose last run failed."""
    now = timezone.now()
    finished = age(now, Job.objects.filter(name=CLOCK_JOB).values_list("last_finished", flat=True).first())
    # The row of a job that is no longer in the code stays behind, with the error of its last run.
    failed = Job.objects.filter(name__in=gather()).exclude(last_error="")
    return {
        "state": LATE if finished is None or finished > CLOCK_LATE else OK,
        "age": finished,
        "failed": list(failed.values_list("name", flat=True)),
    }


def postcodes() -> State:
    """How long ago the postcodes in use were imported; without any the finder knows names and areas alone."""
    current = PostcodeSet.objects.current()
    if current is None:
        return {"state": AWAY, "age": None}
    seconds = age(timezone.now(), current.imported_at)
    return {"state": LATE if seconds > POSTCODES_LATE else OK, "age": seconds}


def backup() -> State:
    """How long ago the newest backup was made that this process sees; the site is ready without one."""
    seconds = age(timezone.now(), newest_backup())
    if seconds is None:
        return {"state": AWAY, "age": None}
    return {"state": LATE if seconds > BACKUP_LATE else OK, "age": seconds}


def search_engine(asked: Engine) -> State:
    """Whether it answered when it was last asked, and how long what it was not told yet has waited.

    Readers get their answers from the database meanwhile, so the site is ready all the same.
    """
    now = timezone.now()
    absence = EngineAbsence.objects.first()
    waiting = EngineChange.objects.aggregate(number=Count("pk"), oldest=Min("made_at"))
    late = age(now, waiting["oldest"])
    state = LATE if late is not None and late > ENGINE_LATE else OK
    return {
        "state": AWAY if absence or asked.breaker.is_open else state,
        "waiting": waiting["number"],
        "age": late,
        "away_for": age(now, absence.since) if absence else None,
    }


class HealthMiddleware:
    """Answers the two addresses of health itself, and nothing else."""

    answers = {"/healthz": healthz, "/readyz": readyz}

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answers.get(request.path_info, self.get_response)(request)


def age(now: datetime, moment: datetime | None) -> int | None:
    return None if moment is None else max(0, int((now - moment).total_seconds()))
