"""Files of office programs: zips of parts, unpacked with care, and what tells old or hostile ones."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

# The start of a .doc or .xls file, and of a newer one with a password.
OLD_OFFICE_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# In a part: entities that grow when they are read. Office programs write none.
DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
# In the name of a part, behind a slash.
PROGRAM = re.compile(r"vba(Project|Data)|/activeX/|macrosheets|customUI/", re.IGNORECASE)
# What reading a damaged zip may raise.
DAMAGE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
)
# A part below this size may shrink as much as it likes.
SMALL_PART = 512 * 1024


class CannotUnpack(Exception):
    """The file is refused; those who ask give the reason in words for the person who gave it."""


class Damaged(CannotUnpack):
    """It is no zip, breaks off, or holds a part twice."""


class Locked(CannotUnpack):
    """It has a password."""


class TooMuch(CannotUnpack):
    """It holds more than such a file holds, or shrinks more than what people write."""


@dataclass(frozen=True)
class Limits:
    """Bytes of all parts together, how many parts, and how many times smaller a part may become."""

    unpacked: int
    parts: int
    ratio: int | None = None

    def after(self, parts: Mapping[str, bytes]) -> Limits:
        """What is left for another file inside the same one."""
        taken = sum(len(content) for content in parts.values())
        return replace(self, unpacked=self.unpacked - taken, parts=self.parts - len(parts))


def unpacked(file: bytes, limits: Limits) -> dict[str, bytes]:
    """Parts by name. Sizes are counted while they are read, for what a zip says of itself may be a lie."""
    parts: dict[str, bytes] = {}
    left = limits.unpacked
    try:
        with ZipFile(BytesIO(file)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > limits.parts:
                raise TooMuch
            for info in infos:
                if info.flag_bits & 1:
                    raise Locked
                if info.filename in parts or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                    raise Damaged
                most = min(left, max(SMALL_PART, info.compress_size * limits.ratio)) if limits.ratio else left
                with archive.open(info) as part:
                    # Reading past the end makes the zip compare its checksum.
                    content = part.read(most + 1)
                if len(content) > most:
                    raise TooMuch
                left -= len(content)
                parts[info.filename] = content
    except DAMAGE:
        raise Damaged from None
    return parts
