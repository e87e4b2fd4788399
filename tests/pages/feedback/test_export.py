"""The report as CSV and XLSX: what is filtered, in Scottish time, without a formula."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.test import Client
from openpyxl import load_workbook

REPORT = "/admin/reports/feedback/"
HEADINGS = [
    "Given",
    "Page title",
    "Page number",
    "Answer",
    "Reason",
    "Comment",
    "Dealt with",
    "Dealt with by",
]


def rows_of(client: Client, kind: str, **query: object) -> list[list[object]]:
    answer = client.get(REPORT, {"export": kind, **query})
    assert f"feedback.{kind}" in answer["Content-Disposition"]
    content = b"".join(answer.streaming_content)
    if kind == "csv":
        return list(csv.reader(io.StringIO(content.decode())))
    sheet = load_workbook(io.BytesIO(content)).active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    return [list(row) for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize(
    ("kind", "given", "empty"), [("csv", "2026-07-01 10:00", ""), ("xlsx", datetime(2026, 7, 1, 10), None)]
)
def test_an_export_holds_what_the_report_shows(
    feedback, the_page, editor: Client, kind, given, empty
) -> None:
    feedback(comment="Link two", created_at=datetime(2026, 7, 1, 9, tzinfo=UTC))
    feedback(answer="yes", reason="", created_at=datetime(2026, 7, 2, 9, tzinfo=UTC))
    number = str(the_page.pk) if kind == "csv" else the_page.pk
    assert rows_of(editor, kind, answer="no") == [
        HEADINGS,
        [given, the_page.title, number, "No", "Broken link", "Link two", empty, empty],
    ]
    assert len(rows_of(editor, kind)) == 3


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "comment", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("https://evil.example","x")']
)
def test_a_comment_that_looks_like_a_formula_is_text(feedback, editor: Client, kind, comment) -> None:
    feedback(comment=comment, page_title=comment)
    row = rows_of(editor, kind)[1]
    assert [row[1], row[5]] == [f"'{comment}", f"'{comment}"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_odd_characters_break_no_export(feedback, editor: Client, kind) -> None:
    feedback(comment="a\x01b\x0b\x1f\ufffe\U0001f600\u202e")
    assert rows_of(editor, kind)[1][5] == "ab\U0001f600\u202e"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_of_nothing_has_headings(the_page, editor: Client, kind) -> None:
    assert rows_of(editor, kind) == [HEADINGS]
