"""Damaged and hostile archives: one clear line each, and nothing on the machine is touched."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from cms.operations.backup import reading
from tests.drills.default_database import as_default
from tests.operations.backup.machine import Machine, standing_on

pytestmark = pytest.mark.django_db
Change = Callable[[dict[str, bytes], dict], None]


@pytest.fixture(scope="module")
def whole(demo_folder: Path, django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One that is as it should be, made once."""
    demo = Machine(shutil.copytree(demo_folder, tmp_path_factory.mktemp("whole") / "demo"))
    with django_db_blocker.unblock(), override_settings(**demo.settings), as_default(demo.url):
        return demo.backup()


@pytest.fixture
def archive(db: None, whole: Path, fresh: Machine, tmp_path: Path, settings) -> Iterator[Path]:
    """A copy of it to be spoilt, on a machine with nothing else."""
    fresh.folder.mkdir()
    with standing_on(fresh, settings):
        yield Path(shutil.copy(whole, tmp_path))


def assert_refused(archive: Path, fresh: Machine, words: str) -> None:
    with pytest.raises(CommandError) as refusal:
        call_command("restore", str(archive), force=True)
    line = str(refusal.value)
    assert words in line
    assert len(line.splitlines()) == 1
    assert fresh.everything() == {}


@contextmanager
def appended(archive: Path) -> Iterator[tarfile.TarFile]:
    """A second version of the archive, with what the block adds before its manifest."""
    with tarfile.open(archive) as old:
        members = [(one, old.extractfile(one).read()) for one in old.getmembers()]
    with tarfile.open(archive, "w:gz", compresslevel=1) as new:
        for member, content in members[:-1]:
            new.addfile(member, io.BytesIO(content))
        yield new
        new.addfile(members[-1][0], io.BytesIO(members[-1][1]))


def with_other_manifest(archive: Path, change: Callable[[dict], object]) -> None:
    with tarfile.open(archive) as old:
        members = [(one, old.extractfile(one).read()) for one in old.getmembers()]
    manifest = json.loads(members[-1][1])
    text = json.dumps(change(manifest) or manifest).encode()
    members[-1][0].size = len(text)
    with tarfile.open(archive, "w:gz", compresslevel=1) as new:
        for member, content in [*members[:-1], (members[-1][0], text)]:
            new.addfile(member, io.BytesIO(content))


@pytest.mark.parametrize("left", [0, 1, 100, 50_000, -1, -9, -2000])
def test_what_was_cut_short_is_refused(archive: Path, fresh: Machine, left: int) -> None:
    archive.write_bytes(archive.read_bytes()[:left])
    assert_refused(archive, fresh, "this archive is damaged or was not made by backup")


def test_every_changed_byte_is_seen(archive: Path, fresh: Machine) -> None:
    whole = archive.read_bytes()
    end = len(whole)
    for place in (0, 200, end // 3, end // 2, end - 30, end - 6, end - 1):
        archive.write_bytes(_spoilt(whole, place))
        assert_refused(archive, fresh, "this archive is damaged")


def _spoilt(whole: bytes, place: int) -> bytes:
    """With another byte there, or before: a run of zeros is packed in many ways that unpack alike."""
    spoilt = whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :]
    try:
        is_as_before = gzip.decompress(spoilt) == gzip.decompress(whole)
    except (OSError, EOFError, zlib.error):
        is_as_before = False
    return _spoilt(whole, place - 1) if is_as_before else spoilt


@pytest.mark.parametrize("content", [b"", b"words", gzip.compress(b"words", mtime=0), os.urandom(5000)])
def test_what_is_no_archive_is_refused(archive: Path, fresh: Machine, content: bytes) -> None:
    archive.write_bytes(content)
    assert_refused(archive, fresh, "this archive is damaged or was not made by backup")


def test_a_file_that_is_not_there_and_a_folder_are_refused(archive: Path, fresh: Machine) -> None:
    assert_refused(archive.with_name("nothing"), fresh, "No such file")
    assert_refused(archive.parent, fresh, "Is a directory")


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../outside",
        "media/../../outside",
        "media/./here",
        "media//here",
        "media/",
        "media",
        "site.sqlite3",
        "media/.restoring-1/here",
        "media/" + "long/" * 1000,
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(archive: Path, fresh: Machine, name: str) -> None:
    with appended(archive) as tar:
        tar.addfile(tarfile.TarInfo(name))
    assert_refused(archive, fresh, "may not stand in it")


@pytest.mark.parametrize(
    "kind",
    [
        tarfile.SYMTYPE,
        tarfile.LNKTYPE,
        tarfile.CHRTYPE,
        tarfile.BLKTYPE,
        tarfile.FIFOTYPE,
        tarfile.DIRTYPE,
        tarfile.CONTTYPE,
        tarfile.GNUTYPE_SPARSE,
    ],
)
def test_what_is_no_plain_file_is_refused(archive: Path, fresh: Machine, kind: bytes) -> None:
    member = tarfile.TarInfo("media/thing")
    member.type, member.linkname = kind, "/etc/passwd"
    with appended(archive) as tar:
        tar.addfile(member)
    assert_refused(archive, fresh, "may not stand in it")


def test_a_header_that_wants_all_the_memory_is_refused(archive: Path, fresh: Machine) -> None:
    member = tarfile.TarInfo("media/thing")
    member.type, member.size = tarfile.XHDTYPE, 2**40
    with gzip.open(archive, "wb") as file:
        file.write(member.tobuf(tarfile.GNU_FORMAT))
        file.write(bytes(10_000))
    assert_refused(archive, fresh, "one of its members is not right")


def test_headers_that_add_up_in_memory_are_refused(archive: Path, fresh: Machine) -> None:
    with tarfile.open(archive, "w:gz", pax_headers={"key": "value"}) as tar:
        tar.addfile(tarfile.TarInfo("media/thing"))
    assert_refused(archive, fresh, "a header for all of its members may not stand in it")
    with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
        member = tarfile.TarInfo("media/thing")
        member.pax_headers = {"comment": "x" * 100_000}
        tar.addfile(member)
    assert_refused(archive, fresh, "one of its members is not right")


def test_a_negative_size_is_refused(archive: Path, fresh: Machine) -> None:
    member = tarfile.TarInfo("media/thing")
    member.size = -(2**20)
    with gzip.open(archive, "wb") as file:
        file.write(member.tobuf(tarfile.GNU_FORMAT))
        file.write(bytes(10_000))
    assert_refused(archive, fresh, "may not stand in it")


def test_what_unpacks_to_more_than_there_is_room_for_is_refused(
    archive: Path, fresh: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.operations.backup.restoring._free", lambda _folder: 1_000_000)
    assert_refused(archive, fresh, "there is no room for it (1,000,000 bytes are free)")


def test_a_manifest_without_end_is_refused(
    archive: Path, fresh: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST_MANIFEST", 1000)
    assert_refused(archive, fresh, "its manifest is too long")


def test_a_member_more_or_twice_is_refused(archive: Path, fresh: Machine) -> None:
    with appended(archive) as tar:
        tar.addfile(tarfile.TarInfo("media/more.png"))
    assert_refused(archive, fresh, "'media/more.png' is not what its manifest says")
    with appended(archive) as tar:
        tar.addfile(tarfile.TarInfo("media/more.png"))
    assert_refused(archive, fresh, "it holds more than its manifest says")


def test_words_after_the_end_are_refused(archive: Path, fresh: Machine) -> None:
    archive.write_bytes(archive.read_bytes() + gzip.compress(b"words"))
    assert_refused(archive, fresh, "something stands after its end")


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: [1],
        lambda manifest: {"format": 1},
        lambda manifest: manifest.update(rows=[1]),
        lambda manifest: manifest.update(rows={"home": -1}),
        lambda manifest: manifest.update(made_at="yesterday"),
        lambda manifest: manifest.update(engine="oracle"),
        lambda manifest: manifest.update(migrations=[{}]),
        lambda manifest: manifest.update(key=1),
        lambda manifest: manifest["files"].clear(),
        lambda manifest: manifest.update(format=0),
    ],
)
def test_a_manifest_without_sense_is_refused(archive: Path, fresh: Machine, change) -> None:
    with_other_manifest(archive, change)
    assert_refused(archive, fresh, "its manifest")


def test_a_format_of_later_code_is_refused(archive: Path, fresh: Machine) -> None:
    with_other_manifest(archive, lambda manifest: manifest.update(format=2))
    assert_refused(archive, fresh, "its format is newer than this code knows")


def test_other_numbers_of_rows_are_refused(archive: Path, fresh: Machine) -> None:
    with_other_manifest(archive, lambda manifest: manifest["rows"].update(wagtailcore_page=1))
    with pytest.raises(CommandError, match="other numbers of rows than the manifest says"):
        call_command("restore", str(archive))
    assert not fresh.database.exists()
    assert fresh.uploads() == {}
