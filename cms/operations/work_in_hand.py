"""Which request or task the thread is at, by an id that stands in each log line of it."""

from __future__ import annotations

import re
import uuid
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.signals import request_finished
from django.http import HttpRequest
from django_tasks.signals import task_finished, task_started

WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")

_request_id: ContextVar[str] = ContextVar("request_id", default="")
_task_id: ContextVar[str] = ContextVar("task_id", default="")


def ids() -> dict[str, str]:
    """`request_id` and `task_id`, as far as there are any."""
    named = {"request_id": _request_id.get(), "task_id": _task_id.get()}
    return {name: value for name, value in named.items() if value}


def id_of(request: HttpRequest) -> str:
    """What the proxy in front calls this request; a new id where none stands there, or it says none."""
    given = request.META.get("HTTP_X_REQUEST_ID", "") if settings.TRUSTED_PROXIES else ""
    return given if WELL_FORMED.fullmatch(given) else uuid.uuid4().hex


def begin_request(request_id: str) -> None:
    """Holds until the answer is closed: Django writes of a fault after all middleware."""
    _request_id.set(request_id)


def _end_request(**signal: Any) -> None:
    _request_id.set("")


def _begin_task(task_result: Any, **signal: Any) -> None:
    _task_id.set(str(task_result.id))


def _end_task(**signal: Any) -> None:
    _task_id.set("")


def follow() -> None:
    """After django-tasks' own receivers, so that its word on the end of a task still has the id."""
    request_finished.connect(_end_request, dispatch_uid="end_request")
    task_started.connect(_begin_task, dispatch_uid="begin_task")
    task_finished.connect(_end_task, dispatch_uid="end_task")
