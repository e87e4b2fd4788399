"""The objects of a PDF file that stand packed in streams, where a search of the file does not see them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

LARGEST_UNPACKED = 100 * 1024 * 1024
SPACE = b"\0\t\n\f\r "

# Also the end of "endstream": so what stands before a stream begins behind the stream before it.
STREAM = re.compile(rb"stream(?:\r\n|\r|\n)?")
END_OF_STREAM = b"endstream"
# What an outline has as its first is another object, not a number.
HOLDS_OBJECTS = re.compile(rb"/ObjStm\b|/First[\0\s]*+\d++(?![\0\s]++\d)")
PACKED = b"/FlateDecode"
PACKED_OTHERWISE = re.compile(
    rb"/(?:DecodeParms|DP|Predictor|ASCII\w*|A85|AHx|LZW\w*|RunLength\w*|RL|Fl|Crypt|CCF|CCITT\w*|JBIG2\w*|DCT\w*|JPX\w*)\b"
)
# A letter of a name may be written as its number.
NUMBERED_LETTER = re.compile(rb"#([0-9a-fA-F]{2})")


class BuiltOddly(Exception):
    """Objects are packed as no usual program packs them, so that they cannot be looked at."""


def all_objects(file: bytes) -> Iterator[bytes]:
    """The file as it stands, then each stream of objects unpacked, with all names in plain letters.

    A stream of objects is packed once with Deflate, without a predictor, and described without strings and
    comments, in which anything could be hidden; BuiltOddly for every other form.
    """
    yield _plainly(file)
    left = LARGEST_UNPACKED
    behind_the_last = 0
    for stream in STREAM.finditer(file):
        head = _plainly(file[behind_the_last : stream.start()])
        behind_the_last = stream.end()
        found = HOLDS_OBJECTS.search(head)
        if not found:
            continue
        if head.count(PACKED) != 1 or PACKED_OTHERWISE.search(head):
            raise BuiltOddly
        description = head[found.start() :]
        if re.search(rb"[()%]", description) or not description.rstrip(SPACE).endswith(b">>"):
            raise BuiltOddly
        objects = _unpacked(file, stream.end(), left)
        left -= len(objects)
        yield _plainly(objects)


def _unpacked(file: bytes, start: int, most: int) -> bytes:
    end = file.find(END_OF_STREAM, start)
    unpacker = zlib.decompressobj()
    try:
        objects = unpacker.decompress(file[start:end], most + 1)
    except zlib.error:
        raise BuiltOddly from None
    if len(objects) > most or not unpacker.eof or unpacker.unused_data.strip(SPACE):
        raise BuiltOddly
    return objects


def _plainly(objects: bytes) -> bytes:
    return NUMBERED_LETTER.sub(lambda letter: bytes([int(letter[1], 16)]), objects)
