"""Telling how far a long piece of work is."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[int], None]


def tell_nobody(_number: int) -> None:
    """For those who do not watch."""
