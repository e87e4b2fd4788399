"""The CSV files of what an operator names: one file, plain or .gz, or all of a folder or a zip.

Nothing is unpacked to the disk: a name inside a zip leads nowhere. What is measured is what comes out.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from la_directory.postcodes.refusal import CannotImport, quoted

MOST_FILES = 5_000
LARGEST = 4 * 1024**3  # bytes or signs of all files together; the largest known, of the ONS, has half of it
HIGHEST_RATIO = 100  # unpacked to packed; lists of postcodes reach about 15
SMALL = 1024**2
LONGEST_LINE = 20_000
GZIP_MARK = b"\x1f\x8b"
ENDINGS = (".csv", ".txt", ".csv.gz")
IS_ENCRYPTED = 0x1
DAMAGE = (BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


@dataclass(frozen=True)
class Source:
    """One CSV file; `opened` gives its lines and a function that tells how far one has read, of `size`."""

    name: str
    size: int
    opened: Callable[[], Iterator[tuple[IO[bytes], IO[bytes]]]]


class Budget:
    """How much may still come out of all files."""

    def __init__(self, largest: int = LARGEST) -> None:
        self.left = largest

    def lines(self, stream: IO[bytes], name: str) -> Iterator[str]:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
        number = 0
        while line := text.readline(LONGEST_LINE):
            number += 1
            self.left -= len(line)
            if self.left < 0:
                raise CannotImport(f"more than {LARGEST // 1024**3} GiB of text", name)
            if len(line) == LONGEST_LINE:
                raise CannotImport(f"a line of more than {LONGEST_LINE:,} signs", name, number)
            if "\0" in line:
                raise CannotImport("this is no text in UTF-8 or ASCII", name, number)
            yield line


@contextmanager
def sources_of(path: Path) -> Iterator[list[Source]]:
    """The files in the order of their names; they can be read until the block ends."""
    try:
        if path.is_dir():
            yield _sorted(list(_in_folder(path)), path)
        elif is_zipfile(path):
            with ZipFile(path) as archive:
                yield _sorted(list(_in_zip(archive, path)), path)
        else:
            yield [_file(path, path.name)]
    except DAMAGE as problem:
        raise CannotImport("the file is damaged or not whole", path.name) from problem


def _sorted(found: list[Source], path: Path) -> list[Source]:
    if len(found) > MOST_FILES:
        raise CannotImport(f"more than {MOST_FILES:,} files", path.name)
    # The ONS puts the same rows once more, cut by area, into a folder beside the whole.
    whole = [each for each in found if "multi_csv" not in PurePosixPath(each.name).parts]
    has_whole = any(PurePosixPath(each.name).name.upper().startswith(("ONSPD", "NSPL")) for each in whole)
    return sorted(whole if has_whole else found, key=lambda each: each.name)


def _is_wanted(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name.lower().endswith(ENDINGS) and not any(part.startswith((".", "__MACOSX")) for part in parts)


def _in_folder(folder: Path) -> Iterator[Source]:
    for number, file in enumerate(folder.rglob("*")):
        if number > 10 * MOST_FILES:
            raise CannotImport(f"more than {10 * MOST_FILES:,} files", folder.name)
        name = file.relative_to(folder).as_posix()
        if _is_wanted(name) and file.is_file():
            yield _file(file, name)


def _file(path: Path, name: str) -> Source:
    @contextmanager
    def opened() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
        with path.open("rb") as file:
            is_packed = file.read(2) == GZIP_MARK
            file.seek(0)
            yield (gzip.GzipFile(fileobj=file) if is_packed else file), file

    return Source(name, path.stat().st_size, opened)


def _in_zip(archive: ZipFile, path: Path) -> Iterator[Source]:
    members = archive.infolist()
    if sum(member.file_size for member in members) > LARGEST:
        raise CannotImport(f"more than {LARGEST // 1024**3} GiB when unpacked", path.name)
    for member in members:
        _refuse_unsafe(member, path.name)
        if not member.is_dir() and _is_wanted(member.filename):
            yield _member(archive, member)


def _refuse_unsafe(member: ZipInfo, file: str) -> None:
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
        raise CannotImport(f"the zip names a file outside itself, {quoted(name)}", file)
    if member.flag_bits & IS_ENCRYPTED:
        raise CannotImport(f"{quoted(name)} is locked with a password", file)
    if member.file_size > SMALL and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
        raise CannotImport(f"{quoted(name)} is far larger unpacked than lists of postcodes are", file)


def _member(archive: ZipFile, member: ZipInfo) -> Source:
    @contextmanager
    def opened() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
        with archive.open(member) as stream:
            is_packed = member.filename.lower().endswith(".gz")
            yield (gzip.GzipFile(fileobj=stream) if is_packed else stream), stream

    return Source(member.filename, member.file_size, opened)
