"""A new set of postcodes takes the place of the present one at one stroke, or not at all."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from la_directory.models import Postcode, PostcodeSet, PostcodeShare
from la_directory.postcodes.read import Findings
from la_directory.postcodes.refusal import CannotImport
from la_directory.postcodes.take_over import take_over
from tests.la_directory.postcodes import files
from tests.la_directory.postcodes.files import FIFE, GLASGOW

pytestmark = pytest.mark.django_db

FIRST = {f"G1{number}AA": GLASGOW for number in range(10)}
SECOND = {f"G1{number}AA": FIFE if number else GLASGOW for number in range(10)}


def put(councils: dict[str, str], name: str = "all.csv", **options: object) -> PostcodeSet:
    return take_over(Findings(kind="plain", councils=councils), name, **options)


def council() -> str | None:
    """What readers are told of one postcode."""
    return Postcode.objects.councils_of(["G11AA"]).get("G11AA")


def test_readers_see_the_present_set_until_the_new_one_is_whole() -> None:
    first, seen = put(FIRST, "first.csv"), []
    second = put(SECOND, "second.csv", progress=lambda share: seen.append(council()))
    assert seen == [GLASGOW]
    assert council() == FIFE
    assert PostcodeShare.objects.counts_of(["G1"]) == {"G1": {FIFE: 9, GLASGOW: 1}}
    assert set(Postcode.objects.values_list("of", flat=True)) == {second.pk}
    first.refresh_from_db()
    assert (first.is_current, first.rows, second.file_name) == (False, 10, "second.csv")
    assert PostcodeSet.objects.current() == PostcodeSet.objects.get(pk=second.pk)


def test_an_import_that_breaks_off_changes_nothing_and_the_next_one_cleans_up() -> None:
    put(FIRST)

    def end(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(SECOND, progress=end)
    assert council() == GLASGOW
    assert Postcode.objects.count() == 20
    put(SECOND)
    assert council() == FIFE
    assert (Postcode.objects.count(), PostcodeSet.objects.count()) == (10, 2)


def test_of_two_imports_at_once_the_later_one_wins() -> None:
    with pytest.raises(CannotImport, match="another import of postcodes has begun"):
        put(FIRST, progress=lambda share: put(SECOND))
    assert council() == FIFE
    assert set(PostcodeShare.objects.values_list("of", flat=True)) == {PostcodeSet.objects.current().pk}


def test_far_fewer_postcodes_or_a_lost_council_refuse_the_file_unless_the_operator_says_so() -> None:
    put(FIRST)
    fewer = dict(list(FIRST.items())[:8])
    with pytest.raises(CannotImport, match="8 postcodes are far fewer than the 10 in use: under 90%"):
        put(fewer)
    with pytest.raises(CannotImport, match="no postcode of Glasgow City, which has some now"):
        put(dict.fromkeys(FIRST, FIFE))
    assert Postcode.objects.count() == 10
    put(fewer, accept_fewer=True)
    assert Postcode.objects.count() == 8


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_the_command_says_what_came_in(tmp_path: Path) -> None:
    out, err = StringIO(), Terminal()
    call_command("import_postcodes", str(files.os_folder(tmp_path)), stdout=out, stderr=err)
    said = " ".join(out.getvalue().split())
    for words in (
        "Fife 1",
        "Glasgow City 2",
        "Outside Scotland, left out 2",
        "Former code S12000015 1",
        "3 postcodes are in use now, from OS Code-Point Open",
        "No postcode at all: Aberdeen City,",
    ):
        assert words in said
    assert "100%" in err.getvalue()
    record = PostcodeSet.objects.current()
    assert (record.file_name, record.kind, record.rows, record.elsewhere) == (
        "codepo_gb",
        "OS Code-Point Open",
        3,
        2,
    )


def test_the_command_refuses_in_one_line_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_postcodes", str(tmp_path / "none.csv"))
    (tmp_path / "bad.csv").write_text("postcode,code\nG1 1AA,S12000098\n")
    err = StringIO()
    with pytest.raises(CommandError, match=r"bad\.csv, row 2, column code"):
        call_command("import_postcodes", str(tmp_path / "bad.csv"), stderr=err)
    assert not PostcodeSet.objects.exists()
    assert err.getvalue() == ""  # no bar where nobody watches
