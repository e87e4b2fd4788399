"""What is said about one environment variable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Variable:
    """One variable; `form` says in words what `parse` accepts: it raises ValueError for anything else."""

    name: str
    meaning: str
    form: str
    default: str | None
    parse: Callable[[str], Any]
