"""Writing an archive: a tar file in gzip whose last member says what the others are."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cms.operations.backup import manifest as manifests
from cms.operations.backup.manifest import Content, Manifest

COMPRESSION = 3  # pictures and documents do not get smaller for more


class Archive:
    """An archive that is being written; each member is hashed while it goes in."""

    def __init__(self, tar: tarfile.TarFile, manifest: Manifest) -> None:
        self.tar, self.manifest = tar, manifest

    def add_file(self, name: str, source: BinaryIO) -> None:
        """As long as it was when it was opened: what is added to it later belongs to the next backup."""
        stat = os.fstat(source.fileno())
        self.add(name, source, stat.st_size, stat.st_mtime)

    def add(self, name: str, source: BinaryIO, size: int, changed: float) -> None:
        taken = _Taken(source)
        self.tar.addfile(_member(name, size, changed), taken)
        self.manifest.files[name] = Content(size, taken.hash.hexdigest())
        if taken.is_short:
            self.manifest.noted.append(f"{name} was cut short while it was copied")

    def add_manifest(self) -> None:
        text = self.manifest.as_json()
        self.tar.addfile(
            _member(manifests.NAME, len(text), self.manifest.moment.timestamp()), io.BytesIO(text)
        )


class _Taken(io.RawIOBase):
    """Reads exactly what is asked for: a file that became shorter is filled with zeros and noted."""

    def __init__(self, source: BinaryIO) -> None:
        self.source, self.hash, self.is_short = source, hashlib.sha256(), False

    def read(self, size: int = -1) -> bytes:
        data = self.source.read(size)
        if len(data) < size:
            self.is_short = True
            data += bytes(size - len(data))
        self.hash.update(data)
        return data


def _member(name: str, size: int, changed: float) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = size, int(changed), 0o600
    return member


@contextmanager
def new_archive(path: Path, manifest: Manifest) -> Iterator[Archive]:
    """Readable by its owner alone, and on the disk when the block ends."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        with (
            gzip.GzipFile(fileobj=file, mode="wb", compresslevel=COMPRESSION, filename="") as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
        ):
            archive = Archive(tar, manifest)
            yield archive
            archive.add_manifest()
        file.flush()
        os.fsync(file.fileno())
