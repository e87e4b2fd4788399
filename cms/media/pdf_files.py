"""Whether a PDF file is one and nothing else, and does nothing by itself.

Looks for the names of what acts, where objects stand: in the file, and packed in streams of objects. The time
that takes goes by the length of a file; parsing a hostile one may take for ever.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import is_zipfile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

START = b"%PDF-"
END = b"%%EOF"
END_IS_WITHIN = 1024  # bytes from the end, as in the readers people use
LARGEST_UNPACKED = 100 * 1024 * 1024
LONGEST_HEAD = 4096  # of a stream: what says how it is packed

STREAM = re.compile(rb"stream\r?\n")
END_OF_STREAM = b"endstream"
HOLDS_OBJECTS = re.compile(rb"/(ObjStm|First)\b")
PACKED_OTHERWISE = re.compile(rb"/(ASCII|LZW|RunLength|Crypt)")
# A letter of a name may be written as its number.
NUMBERED_LETTER = re.compile(rb"#([0-9a-fA-F]{2})")
# As a name or as the kind of an action, not as a part of the address in a link.
NAMED = rb"(?:/S|[\s<>\[\]()%%])/(?:%s)(?=[\s/<>\[\](%%])"
ACTS = re.compile(NAMED % rb"JavaScript|Launch|ImportData|SubmitForm")
EMBEDS = re.compile(NAMED % rb"EmbeddedFiles?")
LOCKED = re.compile(NAMED % rb"Encrypt")


def refuse_unsafe_pdf(file: bytes) -> None:
    """ValidationError, with one line for whoever uploads it."""
    if not file.startswith(START):
        raise ValidationError(_("This is no PDF file, whatever its name says."))
    if END not in file[-END_IS_WITHIN:] or is_zipfile(BytesIO(file)):
        raise ValidationError(_("This PDF is cut off, or something else follows behind it. Make it anew."))
    for objects in (file, *_packed_objects(file)):
        names = _plainly(objects)
        if LOCKED.search(names):
            raise ValidationError(
                _("This PDF is protected. Save it without a password or restrictions and upload that.")
            )
        if ACTS.search(names):
            raise ValidationError(
                _("This PDF holds a program or sends a form. Print it to a new PDF and upload that.")
            )
        if EMBEDS.search(names):
            raise ValidationError(
                _("This PDF holds another file inside. Print it to a new PDF and upload that.")
            )


def _packed_objects(file: bytes) -> Iterator[bytes]:
    left = LARGEST_UNPACKED
    for stream in STREAM.finditer(file):
        head = _plainly(file[max(0, stream.start() - LONGEST_HEAD) : stream.start()].rpartition(b"endobj")[2])
        if not HOLDS_OBJECTS.search(head):
            continue
        end = file.find(END_OF_STREAM, stream.end())
        try:
            objects = zlib.decompressobj().decompress(file[stream.end() : end], left + 1)
        except zlib.error:
            objects = b""  # not packed, and so looked at already
        left -= len(objects)
        if left < 0 or PACKED_OTHERWISE.search(head):
            raise ValidationError(_("This PDF is built as no usual program builds one. Make it anew."))
        yield objects


def _plainly(objects: bytes) -> bytes:
    return NUMBERED_LETTER.sub(lambda letter: bytes([int(letter[1], 16)]), objects)
