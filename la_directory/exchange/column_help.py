"""The columns explained at a terminal."""

from __future__ import annotations

import textwrap

from django.core.management.base import DjangoHelpFormatter

from la_directory.exchange.columns import explained

INDENT = 24


class Formatter(DjangoHelpFormatter):
    """Keeps the lines of the table of columns as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if "\n" in text else super()._fill_text(text, width, indent)


def table_of_columns() -> str:
    lines = ["columns, by name and in any order:"]
    for name, kinds, about in explained():
        text = f"({kinds}) {about}"
        wrapped = textwrap.wrap(text, width=100, subsequent_indent=" " * INDENT, initial_indent=" " * INDENT)
        lines.append(f"  {name:<{INDENT - 2}}{wrapped[0].strip()}")
        lines += wrapped[1:]
    return "\n".join(lines)
