"""A queue of tasks whose database is away."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import OperationalError
from django_tasks.backends.immediate import ImmediateBackend


class BrokenQueue(ImmediateBackend):
    def enqueue(self, task: Any, args: Any, kwargs: Any) -> NoReturn:
        raise OperationalError("the database is away")
