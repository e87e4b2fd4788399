"""Small files of each kind, written the way their makers write them."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

GLASGOW, FIFE, ENGLISH = "S12000049", "S12000047", "E06000057"
OS_SHORT = "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC"
OS_LONG = (
    "Postcode,Positional_quality_indicator,Eastings,Northings,Country_code,NHS_regional_HA_code,NHS_HA_code,"
    "Admin_county_code,Admin_district_code,Admin_ward_code"
)
NRS_HEAD = "Postcode,PostcodeDistrict,DateOfIntroduction,DateOfDeletion,SplitIndicator,CouncilArea2019Code"


def os_row(postcode: str, code: str) -> str:
    return f'"{postcode}",10,394235,806529,"S92000003","","S08000031","","{code}","S13002612"'


G_ROWS = [os_row("G1  1AA", GLASGOW), os_row("G331AB", GLASGOW), os_row("G33 1AC", "")]
KY_ROWS = [os_row("KY1 1AA", "S12000015")]
NE_ROWS = [os_row("TD151AA", ENGLISH), os_row("NE1 1AA", ENGLISH)]


def text(*lines: str) -> str:
    return "\r\n".join(lines) + "\r\n"


def os_folder(folder: Path) -> Path:
    """Without names in the data, and with the file of names that comes along."""
    path = folder / "codepo_gb"
    (path / "Data/CSV").mkdir(parents=True)
    (path / "Doc").mkdir()
    for name, rows in (("g", G_ROWS), ("ky", KY_ROWS), ("ne", NE_ROWS)):
        (path / f"Data/CSV/{name}.csv").write_text(text(*rows))
    (path / "Doc/Code-Point_Open_Column_Headers.csv").write_text(text(OS_SHORT, OS_LONG))
    (path / "Doc/licence.txt").write_text("Open Government Licence\n")
    return path


def os_zip(folder: Path) -> Path:
    """With the two rows of names on top of each file."""
    path = folder / "codepo_gb.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, rows in (("g", G_ROWS), ("ky", KY_ROWS), ("ne", NE_ROWS)):
            archive.writestr(f"Data/CSV/{name}.csv", text(OS_SHORT, OS_LONG, *rows))
        archive.writestr("Doc/metadata.txt", "PRODUCT: Code-Point Open\n")
    return path


def nrs_folder(folder: Path) -> Path:
    """Small and large users; a deleted postcode, one that came back, and one that two councils share."""
    path = folder / "spd"
    path.mkdir()
    small = [
        f"G1 1AA,G1,01/01/1980,,N,{GLASGOW}",
        f"G33 1AB,G33,01/01/1980,31/12/1999,N,{GLASGOW}",
        f"G33 1AB,G33,01/01/2005,,N,{GLASGOW}",
        f"G33 1ACA,G33,01/01/1980,,Y,{GLASGOW}",
        "G33 1ACB,G33,01/01/1980,,Y,S12000050",
        f"G33 1AD,G33,01/01/1980,01/06/2001,N,{GLASGOW}",
    ]
    (path / "SmallUser.csv").write_text(text(NRS_HEAD, *small))
    (path / "LargeUser.csv").write_text(text(NRS_HEAD, f"KY1 1AA,KY1,01/01/1980,,N,{FIFE}"))
    return path


def onspd(folder: Path, code_column: str = "oslaua") -> Path:
    path = folder / "ONSPD_FEB_2024_UK.csv"
    rows = [
        f'"G1  1AA","G1   1AA","G1 1AA","198001","","{GLASGOW}"',
        f'"G33 1AD","G33  1AD","G33 1AD","198001","200106","{GLASGOW}"',
        '"KY1 1AA","KY1  1AA","KY1 1AA","198001","","S12000015"',
        f'"TD151AA","TD15 1AA","TD15 1AA","198001","","{ENGLISH}"',
        '"JE2 3AB","JE2  3AB","JE2 3AB","198001","","L99999999"',
        '"BT1 1AA","BT1  1AA","BT1 1AA","198001","199612","N09000003"',
    ]
    path.write_text(text(f"pcd,pcd2,pcds,dointr,doterm,{code_column}", *rows))
    return path


def onspd_of_2025(folder: Path) -> Path:
    return onspd(folder, "lad25cd")


def plain_gz(folder: Path) -> Path:
    path = folder / "plain.csv.gz"
    path.write_bytes(
        gzip.compress(text("postcode,gss_code", f"G1 1AA,{GLASGOW}", f"ky1 1aa,{FIFE}").encode())
    )
    return path


def plain_without_names(folder: Path) -> Path:
    path = folder / "plain.csv"
    path.write_text("\ufeff" + text(f"G1 1AA,{GLASGOW}", f"KY1 1AA,{FIFE}", ""))
    return path


Maker = Callable[[Path], Path]
