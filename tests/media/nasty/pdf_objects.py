"""PDF files whose objects act or embed, in the open and packed so that a search might pass over them."""

from __future__ import annotations

import struct
import zlib
from functools import partial
from itertools import pairwise

from tests.media.nasty.documents import PROGRAM, pdf
from tests.media.nasty.file import Nasty

SCRIPT = b"7 0 << /Type /Action /S /JavaScript /JS (app.alert\\(1\\)) >>"
FLATE = b"/Filter /FlateDecode"
ODDLY, INSIDE = "no usual program", "another file inside"


def with_object(held: bytes) -> bytes:
    return pdf().replace(b"%%EOF", b"") + b"9 0 obj\n%s\nendobj\n%%%%EOF\n" % held


def with_packed_script(
    filters: bytes = FLATE,
    packed: bytes = zlib.compress(SCRIPT),
    kind: bytes = b"/ObjStm",
    line: bytes = b"\n",
) -> bytes:
    """The action stands in a stream of objects, where it cannot be seen."""
    head = b"6 0 obj\n<< /Type %s /N 1 /First 4 %s >>\nstream" % (kind, filters)
    return with_object(b"null").replace(b"%%EOF", head + line + packed + b"\nendstream\nendobj\n%%EOF")


def with_predictor() -> bytes:
    """Each byte as what it is more than the one above it, in rows of 16."""
    rows = [b"\0" * 16, *(SCRIPT[at : at + 16].ljust(16) for at in range(0, len(SCRIPT), 16))]
    less = (bytes((b - a) % 256 for a, b in zip(*pair, strict=True)) for pair in pairwise(rows))
    packed = zlib.compress(b"".join(b"\2" + row for row in less))
    return with_packed_script(FLATE + b" /DecodeParms << /Predictor 12 /Columns 16 >>", packed)


def with_end_inside() -> bytes:
    """Deflate may keep bytes as they are, and so the word that ends a stream."""
    kept, rest = b"7 0 (endstream) ", zlib.compressobj(wbits=-15)
    block = struct.pack("<BHH", 0, len(kept), 0xFFFF - len(kept)) + kept
    check = struct.pack(">I", zlib.adler32(kept + SCRIPT))
    return with_packed_script(packed=b"\x78\x01" + block + rest.compress(SCRIPT) + rest.flush() + check)


TWICE = zlib.compress(zlib.compress(SCRIPT))
LETTERS = zlib.compress(SCRIPT).hex().encode() + b">"
OBJECTS = {
    "pdf with a script in a rendition": (b"<< /S/Rendition/JS(app.alert\\(1\\)) >>", PROGRAM),
    "pdf with a script behind a null byte": (b"<</S\0/JavaScript\0/JS(x)>>", PROGRAM),
    "pdf with a script named elsewhere": (b"<</S %\n8 %\n0 R/JS(x)>>", ODDLY),
    "pdf with a script as an object": (b"9 0 obj/JavaScript endobj", PROGRAM),
    "pdf with a form of scripts": (b"<</AcroForm<</NeedAppearances true/XFA 5 0 R>>>>", PROGRAM),
    "pdf with a film that runs": (b"<</Type/Annot/Subtype/RichMedia>>", PROGRAM),
    "pdf with a model that runs": (b"<</Type/3D/Subtype/U3D/OnInstantiate 5 0 R>>", PROGRAM),
    "pdf that opens another": (b"<</S /GoToR /F (\\\\\\\\evil.example\\\\x.pdf)>>", PROGRAM),
    "pdf that opens one inside": (b"<</S/GoToE/F(\\\\\\\\evil.example\\\\x.pdf)>>", PROGRAM),
    "pdf with an unnamed attachment": (b"<</AF[<</Type/Filespec/EF<</F 5 0 R>>>>]>>", INSIDE),
    "pdf with an attachment elsewhere": (b"<</Type/Filespec/F 1 0 R/EF %x\n 5 0 R>>", INSIDE),
    "pdf with attachments in a compact table": (b"<</Dests 1 0 R/EmbeddedFiles 5 0 R>>", INSIDE),
    "pdf with a password in a compact table": (b"<</Root 1 0 R/Encrypt 5 0 R>>", "is protected"),
}
PACKED = {
    "with a word of the end": (partial(with_packed_script, FLATE + b" /X (endobj)"), ODDLY),
    "with another word of the end": (partial(with_packed_script, FLATE + b" /X (endstream)"), ODDLY),
    "with the end inside": (with_end_inside, ODDLY),
    "behind a long string": (partial(with_packed_script, FLATE + b" /X (%s)" % (b"A" * 5_000)), ODDLY),
    "behind a long name": (partial(with_packed_script, FLATE + b" /X /" + b"A" * 5_000), PROGRAM),
    "behind a comment": (partial(with_packed_script, FLATE + b" % endobj\n"), ODDLY),
    "behind half a line": (partial(with_packed_script, line=b"\r"), PROGRAM),
    "packed twice": (partial(with_packed_script, b"/Filter [/FlateDecode /FlateDecode]", TWICE), ODDLY),
    "in letters": (partial(with_packed_script, b"/Filter 9 0 R", LETTERS), ODDLY),
    "damaged": (partial(with_packed_script, packed=zlib.compress(SCRIPT)[2:]), ODDLY),
    "cut off": (partial(with_packed_script, packed=zlib.compress(SCRIPT)[:-4]), ODDLY),
    "with a predictor": (with_predictor, ODDLY),
    "too large": (partial(with_packed_script, packed=zlib.compress(bytes(101 << 20))), ODDLY),
}
PDF_OBJECTS = {
    "pdf with a packed script": Nasty("plan.pdf", with_packed_script, says=PROGRAM),
    "pdf with an unmarked packed script": Nasty(
        "plan.pdf", partial(with_packed_script, kind=b"/XObject"), says=PROGRAM
    ),
    **{
        name: Nasty("plan.pdf", partial(with_object, held), says=says)
        for name, (held, says) in OBJECTS.items()
    },
    **{
        f"pdf with a packed script {name}": Nasty("plan.pdf", make, says=says)
        for name, (make, says) in PACKED.items()
    },
}
