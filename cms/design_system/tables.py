"""Tables that can be read on every screen."""

from collections.abc import Sequence
from typing import Any

Cell = dict[str, Any]


def labelled_rows(rows: Sequence[Sequence[Cell]], headings: Sequence[str]) -> list[list[Cell]]:
    """Each cell with the heading of its column, which it shows where the header row cannot be seen."""
    labels = [*headings, *[""] * max(map(len, rows), default=0)]
    return [[{**cell, "label": label} for cell, label in zip(row, labels, strict=False)] for row in rows]


def numeric_columns(rows: Sequence[Sequence[Cell]], count: int) -> list[bool]:
    """Which columns hold nothing but figures, so that their headings stand to the right as they do."""
    return [
        bool(rows) and all(len(row) > index and row[index].get("is_number", False) for row in rows)
        for index in range(count)
    ]
