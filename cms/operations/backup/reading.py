"""Reading an archive that may be damaged or made to do harm: nothing of it is believed unseen."""

from __future__ import annotations

import gzip
import hashlib
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from cms.operations.backup import manifest as manifests
from cms.operations.backup.manifest import Content, Manifest, is_safe
from cms.operations.backup.problems import Damaged, NotRestored, in_words
from cms.operations.backup.progress import Told, tell_nobody

CHUNK = 1024 * 1024
LONGEST_HEADER = 64 * 1024  # tarfile takes a long name into memory in one piece, and those of a row at once
LARGEST_MANIFEST = 200 * CHUNK
MOST_MEMBERS = 2_000_000
FOR_THE_WEB_SERVER = 0o644
LONGEST_END = CHUNK  # zeros with which tar fills its last block
BROKEN = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, ValueError, OverflowError, RecursionError)


class _Careful(gzip.GzipFile):
    """No header makes it take more into memory than a header may hold."""

    longest = LONGEST_HEADER

    def read(self, size: int | None = -1) -> bytes:
        if size is None or not 0 <= size <= self.longest:
            raise Damaged("one of its members is not right")
        return super().read(size)


class _NoneForAll(dict[str, str]):
    """Headers for all members that follow: tarfile would keep each of them in memory."""

    def __setitem__(self, key: str, value: str) -> None:
        raise Damaged("a header for all of its members may not stand in it")


def check(path: Path, room: int | None = None, told: Told = tell_nobody) -> Manifest:
    """Read everything and compare it with the manifest; Damaged or NotRestored with one line.

    `room` is how many bytes there is place for; an archive that unpacks to more is refused while it is read.
    """
    found: dict[str, Content] = {}
    manifest: Manifest | None = None
    taken = 0
    with _members(path) as members:
        for name, size, _changed, source in members:
            taken += size
            if room is not None and taken > room:
                raise NotRestored(f"{path}: there is no room for it ({room:,} bytes are free).")
            if manifest is not None or name in found:
                raise _damaged(path, "it holds more than its manifest says")
            if name == manifests.NAME:
                manifest = _manifest(path, source, size)
            else:
                found[name] = Content(size, _digest(source))
                told(len(found))
    if manifest is None:
        raise _damaged(path, "it has no manifest, so it is not whole")
    if found != manifest.files:
        first = min(n for n in {*found, *manifest.files} if found.get(n) != manifest.files.get(n))
        raise _damaged(path, f"{first!r} is not what its manifest says")
    return manifest


def take_out(
    path: Path, manifest: Manifest, place_of: Callable[[str], Path], told: Told = tell_nobody
) -> None:
    """Write each member of a checked archive where it belongs; Damaged when it is another one by now."""
    with _members(path) as members:
        for number, (name, size, changed, source) in enumerate(members):
            if name != manifests.NAME:
                content = Content(size, _write(source, place_of(name), changed))
                if content != manifest.files.get(name):
                    raise _damaged(path, f"{name!r} has changed since it was checked")
            told(number)


def _write(source: IO[bytes], target: Path, changed: float) -> str:
    """Write a new file through to the disk, and give the SHA-256 of what was written."""
    sha256 = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        for data in _chunks(source):
            sha256.update(data)
            file.write(data)
        os.fchmod(file.fileno(), FOR_THE_WEB_SERVER)
        file.flush()
        os.fsync(file.fileno())
    os.utime(target, (changed, changed))
    return sha256.hexdigest()


def _manifest(path: Path, source: IO[bytes], size: int) -> Manifest:
    if size > LARGEST_MANIFEST:
        raise _damaged(path, "its manifest is too long")
    try:
        return manifests.read(b"".join(_chunks(source)))
    except Damaged as problem:
        raise _damaged(path, str(problem)) from None


@contextmanager
def _members(path: Path) -> Iterator[Iterator[tuple[str, int, float, IO[bytes]]]]:
    """Name, bytes, time and content of each member; whatever is wrong becomes one line."""
    try:
        with path.open("rb") as file, _Careful(fileobj=file) as packed:
            with tarfile.open(fileobj=packed, mode="r:", pax_headers=_NoneForAll()) as tar:
                yield _safe_members(tar, packed)
            _read_to_the_end(packed)
    except Damaged as problem:
        raise problem if problem.args[0].startswith(str(path)) else _damaged(path, str(problem)) from None
    except BROKEN:
        raise _damaged(path, "it cannot be read to its end") from None
    except OSError as problem:
        raise NotRestored(in_words(problem)) from None


def _next(tar: tarfile.TarFile, packed: _Careful) -> tarfile.TarInfo | None:
    packed.longest = LONGEST_HEADER
    try:
        return tar.next()
    finally:
        packed.longest = CHUNK


def _safe_members(tar: tarfile.TarFile, packed: _Careful) -> Iterator[tuple[str, int, float, IO[bytes]]]:
    number = 0
    while (member := _next(tar, packed)) is not None:
        number += 1
        is_plain = member.type in (tarfile.REGTYPE, tarfile.AREGTYPE) and not member.issparse()
        source = tar.extractfile(member) if is_plain and member.size >= 0 else None
        if source is None or not is_safe(member.name) or number > MOST_MEMBERS:
            raise Damaged(f"{member.name[:100]!r} may not stand in it")
        yield member.name, member.size, member.mtime, source
        tar.members.clear()  # it would remember them all


def _read_to_the_end(packed: BinaryIO | gzip.GzipFile) -> None:
    """The checksum of gzip stands at its end; nothing but zeros may stand before it."""
    length = 0
    while data := packed.read(CHUNK):
        length += len(data)
        if length > LONGEST_END or data.strip(b"\0"):
            raise Damaged("something stands after its end")


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    while data := source.read(CHUNK):
        yield data


def _digest(source: IO[bytes]) -> str:
    sha256 = hashlib.sha256()
    for data in _chunks(source):
        sha256.update(data)
    return sha256.hexdigest()


def _damaged(path: Path, why: str) -> Damaged:
    return Damaged(f"{path}: this archive is damaged or was not made by backup: {why}.")
