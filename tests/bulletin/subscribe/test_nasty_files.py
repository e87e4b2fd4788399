"""Files that are no list, or were made to do harm: one clear line each, and never a traceback."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from bulletin.models import Subscriber
from bulletin.subscribe.importing import reading
from bulletin.subscribe.importing.reading import CannotRead, Problem, rows_of
from bulletin.subscribe.importing.rows import Row

HEADINGS = b"email,name,consented_on,source\n"
GOOD = b"ann@list.example,Ann,2024-05-01,Perth\n"
NASTY = {
    "this file is empty": b"",
    "zero bytes": HEADINGS + b"ann@list.example,A\0nn,2024-05-01,Perth\n",
    "no heading email, consented_on, source": b"a table of something else\n1,2,3\n",
    "no heading consented_on": b"email,name,source\n",
    "stands there twice": b"email,email,consented_on,source\n",
    "not in UTF-8": HEADINGS + b"ann@list.example,A\x81nn,2024-05-01,Perth\n",
    "row 3 cannot be read": HEADINGS + GOOD + b'"ann"x@list.example,Ann,2024-05-01,Perth\n',
    "row 2 cannot be read": HEADINGS + b'ann@list.example,"' + b"A" * 200_000 + b'",2024-05-01,Perth\n',
    "not a CSV file": b"PK\x03\x04 a workbook",
    "is not a CSV file": b"%PDF-1.7",
}


@pytest.mark.django_db
@pytest.mark.parametrize("words", NASTY)
def test_what_cannot_be_read_is_refused_in_one_line(demo_site, tmp_path: Path, words: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(NASTY[words])
    before = Subscriber.objects.count()
    with pytest.raises(CommandError, match=words) as refusal:
        call_command("import_subscribers", str(path))
    assert "\n" not in str(refusal.value) and str(refusal.value).startswith(str(path))
    assert Subscriber.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["missing.csv", "", "x" * 300])
def test_a_file_that_is_not_there_is_told_in_one_line(demo_site, tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError, match=r"No such file|Is a directory|name too long"):
        call_command("import_subscribers", str(tmp_path / name))


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 1_000)
    with pytest.raises(CannotRead, match="larger than"):
        list(rows_of(BytesIO(HEADINGS + GOOD * 100)))


def test_rows_have_the_numbers_that_spreadsheet_programs_show() -> None:
    rows = list(rows_of(BytesIO(HEADINGS + b"\n\n,,,\n" + GOOD + b'"x\ny",,,\n' + GOOD)))
    assert [row.number for row in rows] == [5, 6, 7]


@how(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=400)
    | st.text(max_size=300).map(lambda text: HEADINGS + text.encode("utf-8", "replace"))
)
def test_whatever_the_bytes_are_each_row_is_good_or_told(content: bytes) -> None:
    try:
        rows = list(rows_of(BytesIO(content)))
    except CannotRead as problem:
        assert str(problem) and "\n" not in str(problem)
        return
    for row in rows:
        assert isinstance(row, Row) or (isinstance(row, Problem) and "\n" not in str(row))


@how(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=4, max_size=4))
def test_whatever_the_cells_hold_each_row_is_good_or_told(cells: list[str]) -> None:
    line = ",".join('"{}"'.format(cell.replace('"', '""')) for cell in cells)
    content = HEADINGS + line.encode("utf-8", "replace")
    try:
        rows = list(rows_of(BytesIO(content)))
    except CannotRead:
        return
    assert len(rows) <= 1
