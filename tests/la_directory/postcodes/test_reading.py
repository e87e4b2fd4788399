"""Every published form of the postcodes is recognised, and a row that cannot be right refuses the file."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from la_directory.postcodes import sources
from la_directory.postcodes.read import read
from la_directory.postcodes.refusal import CannotImport
from la_directory.postcodes.shares import count
from tests.la_directory.postcodes import files
from tests.la_directory.postcodes.files import FIFE, GLASGOW, Maker, os_row, text

TWO = {"G11AA": GLASGOW, "KY11AA": FIFE}


@pytest.mark.parametrize(
    ("make", "kind", "councils", "left_out"),
    [
        (files.os_folder, "OS Code-Point Open", {**TWO, "G331AB": GLASGOW}, (0, 2, 1)),
        (files.os_zip, "OS Code-Point Open", {**TWO, "G331AB": GLASGOW}, (0, 2, 1)),
        (
            files.nrs_folder,
            "NRS Scottish Postcode Directory",
            {**TWO, "G331AB": GLASGOW, "G331AC": GLASGOW},
            (2, 0, 0),
        ),
        (files.onspd, "ONS Postcode Directory", TWO, (1, 3, 0)),
        (files.onspd_of_2025, "ONS Postcode Directory", TWO, (1, 3, 0)),
        (files.plain_gz, "CSV of postcodes and codes", TWO, (0, 0, 0)),
        (files.plain_without_names, "CSV of postcodes and codes", TWO, (0, 0, 0)),
    ],
)
def test_each_kind_is_known_by_its_columns(
    tmp_path: Path, make: Maker, kind: str, councils: dict[str, str], left_out: tuple[int, int, int]
) -> None:
    found = read(make(tmp_path))
    assert (found.kind, found.councils) == (kind, councils)
    assert (found.terminated, found.elsewhere, found.without_council) == left_out


def test_former_codes_split_postcodes_and_further_files_are_counted(tmp_path: Path) -> None:
    found = read(files.os_folder(tmp_path))
    assert found.former_codes == {"S12000015": 1}
    assert found.passed_over == ["Doc/licence.txt"]
    assert read(files.nrs_folder(tmp_path)).split == 1


def test_shares_count_what_lies_across_the_border(tmp_path: Path) -> None:
    path = tmp_path / "border.csv"
    path.write_text(text("postcode,code", "TD15 1TX,S12000026", "TD15 1AA,E06000057", "NE1 1AA,E08000021"))
    assert sorted(count(read(path))) == [
        ("TD", "", 1),
        ("TD", "S12000026", 1),
        ("TD15", "", 1),
        ("TD15", "S12000026", 1),
        ("TD15 1", "", 1),
        ("TD15 1", "S12000026", 1),
    ]


HEAD = "postcode,gss_code"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("town,letters\nAyr,3\n", "bad.csv, row 1: unknown columns; expected columns of OS Code-Point Open"),
        ("", "no postcode of a council in Scotland was found"),
        (f"{HEAD}\nNE1 1AA,E08000021\n", "no postcode of a council in Scotland was found"),
        (f"{HEAD}\nG1 1AA\n", "bad.csv, row 2: too few columns: 1, expected at least 2"),
        (f"{HEAD}\n\nG1 1A,{GLASGOW}\n", "bad.csv, row 3, column postcode: “G1 1A” is no postcode"),
        (f"{HEAD}\nG1 1AA,Glasgow\n", "bad.csv, row 2, column gss_code: “GLASGOW” is no GSS code"),
        (
            f"G1 1AB,{GLASGOW}\nG1 1AA,S12000099\n",
            "bad.csv, row 2, column 2: “S12000099” is neither a current nor a former code",
        ),
        (f"{HEAD}\nG1 1AA,{GLASGOW}\nG11AA,{FIFE}\n", "row 3, column gss_code: G11AA is in S12000047 here"),
        (f"{HEAD}\nG1 1AA,{GLASGOW}\0\n", "bad.csv, row 2: this is no text"),
        (f"{HEAD}\nG1 1AA,{'x' * 20_001}\n", "bad.csv, row 2: a line of more than 20,000 signs"),
        (f'{HEAD}\n"G1 1AA"x,{GLASGOW}\n', "bad.csv, row 2: this is no CSV"),
        (f"{HEAD}\nG1 1AA,\x1b[31mred\n", "column gss_code: “?[31MRED” is no GSS code"),
        (text(os_row("G1 1AA", GLASGOW))[:-30] + "\n", "bad.csv, row 1: this is no CSV"),
    ],
)
def test_what_cannot_be_right_gets_one_clear_line(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content)
    with pytest.raises(CannotImport) as refusal:
        read(path)
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_folder_of_two_kinds_is_refused(tmp_path: Path) -> None:
    folder = files.os_folder(tmp_path)
    (folder / "later.csv").write_text(text(HEAD, f"G1 1AA,{GLASGOW}"))
    with pytest.raises(
        CannotImport, match=r"later\.csv: this is CSV of postcodes and codes, the files before"
    ):
        read(folder)


@pytest.mark.parametrize("name", ["../outside.csv", "/etc/outside.csv", "a\\..\\..\\b.csv", "C:/outside.csv"])
def test_a_zip_that_names_files_outside_itself_is_refused(tmp_path: Path, name: str) -> None:
    with ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr(name, text(HEAD, f"G1 1AA,{GLASGOW}"))
    with pytest.raises(CannotImport, match="names a file outside itself"):
        read(tmp_path / "bad.zip")


def test_a_zip_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", "G1 1AA," * 300_000)
    with pytest.raises(CannotImport, match="far larger unpacked"):
        read(path)
    monkeypatch.setattr(sources, "LARGEST", 1_000_000)
    with pytest.raises(CannotImport, match="GiB when unpacked"):
        read(path)


def test_damaged_archives_are_refused(tmp_path: Path) -> None:
    whole = files.plain_gz(tmp_path).read_bytes()
    (tmp_path / "cut.csv.gz").write_bytes(whole[:-12])
    zipped = bytearray(files.os_zip(tmp_path).read_bytes())
    zipped[80:90] = b"\xff" * 10
    (tmp_path / "cut.zip").write_bytes(zipped)
    for name in ("cut.csv.gz", "cut.zip"):
        with pytest.raises(CannotImport, match="damaged or not whole"):
            read(tmp_path / name)
