"""Several lists of results shown as one."""

from __future__ import annotations

from typing import Any

from wagtail.search.backends.base import BaseSearchResults


class InTurn:
    """Results one after the other, fetched as far as a page of them needs."""

    def __init__(self, *parts: BaseSearchResults) -> None:
        self.parts = parts

    def __len__(self) -> int:
        return sum(part.count() for part in self.parts)

    def __getitem__(self, wanted: slice) -> list[Any]:
        found: list[Any] = []
        start, stop = wanted.start or 0, wanted.stop
        for part in self.parts:
            found += part[max(start, 0) : max(stop, 0)]
            length = part.count()
            start, stop = start - length, stop - length
        return found
