"""Why a file of postcodes is not taken over."""

from __future__ import annotations


class CannotImport(ValueError):
    """The message is one line for whoever gave the file: where, what stands there, what was expected."""

    def __init__(self, message: str, file: str = "", row: int | None = None, column: str = "") -> None:
        place = ", ".join(
            filter(None, (file, f"row {row}" if row else "", f"column {column}" if column else ""))
        )
        super().__init__(" ".join(f"{place}: {message}".removeprefix(": ").split()))


LONGEST_SHOWN = 40


def quoted(cell: str) -> str:
    """What stands in a cell, short enough for one line and without signs that a terminal obeys."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in cell)
    return f"“{shown[:LONGEST_SHOWN]}{'…' if len(shown) > LONGEST_SHOWN else ''}”"
