"""Telling how far a long piece of work is."""

from __future__ import annotations

from collections.abc import Callable

from django.core.management.base import OutputWrapper

Told = Callable[[int], None]
SHOWN_EVERY = 100


def tell_nobody(_number: int) -> None:
    """For those who do not watch."""


def shown_on(output: OutputWrapper, words: str) -> Told:
    """A count that grows, where a terminal watches."""

    def told(number: int) -> None:
        if output.isatty() and number % SHOWN_EVERY == 0:
            output.write(f"\r{number:,} {words}", ending="")
            output.flush()

    return told
