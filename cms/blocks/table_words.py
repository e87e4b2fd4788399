"""The words of a table for translators: its headings and cells, each in its place.

wagtail-localize passes over tables of this kind, so the cells would stay English.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.rich_text import RichText
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.ingest import organise_template_segments
from wagtail_localize.strings import extract_strings, restore_strings

Segment = StringSegmentValue | TemplateSegmentValue


class TranslatableCells:
    """Of a block whose value is a TypedTable. Figures and dates are no words."""

    untranslated = ("figure", "partial_date")

    def get_translatable_segments(self, value: TypedTable | None) -> list[Segment]:
        return list(self._segments(value)) if value else []

    def restore_translated_segments(self, value: TypedTable, segments: Iterable[Segment]) -> TypedTable:
        by_place = defaultdict(list)
        for segment in segments:
            place, rest = segment.unwrap()
            by_place[place].append(rest)
        columns = [
            {**column, "heading": _text(by_place.get(f"column-{number}"), column["heading"])}
            for number, column in enumerate(value.columns)
        ]
        rows = [
            {
                **row,
                "values": [
                    _restored(cell, by_place.get(f"row-{number}-{place}"))
                    for place, cell in enumerate(row["values"])
                ],
            }
            for number, row in enumerate(value.row_data)
        ]
        return TypedTable(columns=columns, row_data=rows, caption=value.caption)

    def _segments(self, value: TypedTable) -> Iterator[Segment]:
        for number, column in enumerate(value.columns):
            yield StringSegmentValue(f"column-{number}", column["heading"])
        for number, row in enumerate(value.row_data):
            for place, cell in enumerate(row["values"]):
                if value.columns[place]["block"].name not in self.untranslated:
                    yield from (each.wrap(f"row-{number}-{place}") for each in _of_cell(cell))


def _of_cell(cell: RichText | str | None) -> Iterator[Segment]:
    if not isinstance(cell, RichText):
        yield StringSegmentValue("", cell or "")
        return
    template, strings = extract_strings(cell.source)
    yield TemplateSegmentValue("", "html", template, len(strings))
    yield from (StringSegmentValue("", string, attrs=attrs) for string, attrs in strings)


def _text(segments: list[Segment] | None, english: str) -> str:
    return segments[0].render_text() if segments else english


def _restored(cell: Any, segments: list[Segment] | None) -> Any:
    if not segments:
        return cell
    if not isinstance(cell, RichText):
        return segments[0].render_text()
    _format, template, strings = organise_template_segments(segments)
    return RichText(restore_strings(template, strings))
