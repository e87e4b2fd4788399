"""Files that are refused, each with one clear line."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from resources.handbook.word import CannotReadWord, read
from tests.resources.handbook.word import documents as word
from tests.resources.handbook.word.documents import NAMES, text

GOOD = word.handbook(text("Words."))
ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
BODY = "<w:document {}><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"


def good(**extra: bytes | str) -> bytes:
    names = {"document": "word/document.xml", "types": "[Content_Types].xml", "styles": "word/styles.xml"}
    return word.document(
        text("Words."), extra={names.get(name, name): content for name, content in extra.items()}
    )


def with_part(name: str, content: bytes | str = b"x") -> bytes:
    return word.document(text("Words."), extra={name: content})


def without(name: str) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(GOOD)) as old, ZipFile(file, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
    return file.getvalue()


def rezipped(**how: int) -> bytes:
    file = BytesIO()
    with ZipFile(BytesIO(GOOD)) as old, ZipFile(file, "w", **how) as new:
        for one in old.namelist():
            new.writestr(one, old.read(one))
    return file.getvalue()


def doubled() -> bytes:
    file = BytesIO(GOOD)
    with ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", BODY.format(NAMES, "other words"))
    return file.getvalue()


def locked() -> bytes:
    """The mark that a zip has a password, on each of its parts."""
    file = bytearray(GOOD)
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = file.find(start)
        while at >= 0:
            file[at + flags] |= 1
            at = file.find(start, at + 4)
    return bytes(file)


def other_checksum() -> bytes:
    file = bytearray(GOOD)
    at = file.find(b"PK\x01\x02")
    file[at + 16] ^= 0xFF
    return bytes(file)


def many_parts() -> bytes:
    return word.document(text("a"), extra={f"word/part{number}.bin": b"" for number in range(2_100)})


DAMAGED, HOSTILE, OTHER, MACROS, TOO_MUCH = (
    "damaged",
    "Word does not build",
    "not a Word",
    "macros",
    "unpacks to far",
)
REFUSED = {
    "old file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old .doc file"),
    "nothing": (lambda: b"", "empty"),
    "plain words": (lambda: b"Dear all,", OTHER),
    "rich text format": (lambda: rb"{\rtf1\ansi hello}", OTHER),
    "pdf": (lambda: b"%PDF-1.7 ...", OTHER),
    "only the start of a zip": (lambda: b"PK\x03\x04", DAMAGED),
    "half a file": (lambda: GOOD[: len(GOOD) // 2], DAMAGED),
    "no end": (lambda: GOOD[:-10], DAMAGED),
    "another checksum": (other_checksum, DAMAGED),
    "other zip": (lambda: word.zipped({"a.txt": "b"}), OTHER),
    "workbook": (lambda: good(types=word.content_types("application/vnd.ms-excel.sheet.main+xml")), OTHER),
    "no document": (lambda: without("word/document.xml"), DAMAGED),
    "no types": (lambda: without("[Content_Types].xml"), OTHER),
    "no body": (lambda: good(document=f"<w:document {NAMES}/>"), "no text that can be read"),
    "broken xml": (lambda: good(document=f"<w:document {NAMES}><w:body>"), DAMAGED),
    "broken styles": (lambda: good(styles="<w:styles"), DAMAGED),
    "unknown encoding": (lambda: good(document=b'<?xml version="1.0" encoding="cp9999"?><a/>'), DAMAGED),
    "entities": (lambda: good(document=ENTITIES + BODY.format(NAMES, "&b;")), HOSTILE),
    "entity of a file": (lambda: good(document=OUTSIDE + BODY.format(NAMES, "&x;")), HOSTILE),
    "entities in wide letters": (
        lambda: good(
            document=('<?xml version="1.0" encoding="utf-16"?>' + ENTITIES + "<a/>").encode("utf-16")
        ),
        HOSTILE,
    ),
    "entities in a part that is not read": (
        lambda: with_part("customXml/item1.xml", ENTITIES + "<a/>"),
        HOSTILE,
    ),
    "deep xml": (lambda: good(document="<a>" * 500 + "</a>" * 500), HOSTILE),
    "macros": (lambda: with_part("word/vbaProject.bin"), MACROS),
    "macros by type": (
        lambda: good(types=word.content_types("application/vnd.ms-word.document.macroEnabled.main+xml")),
        MACROS,
    ),
    "controls that run": (lambda: with_part("word/activeX/activeX1.xml", "<a/>"), MACROS),
    "bomb": (lambda: with_part("word/media/big.bin", b"\x00" * 30_000_000), TOO_MUCH),
    "bomb of many": (
        lambda: word.document(text("a"), extra={f"word/{n}.bin": b"\x00" * 500_000 for n in range(180)}),
        TOO_MUCH,
    ),
    "too many parts": (many_parts, TOO_MUCH),
    "too large": (lambda: b"PK\x03\x04" + b"\x00" * (20 * 1024 * 1024), "larger than 20 MB"),
    "password": (locked, "password"),
    "doubled part": (doubled, DAMAGED),
    "unusual packing": (lambda: rezipped(compression=ZIP_BZIP2), DAMAGED),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_old_damaged_hostile_or_no_word_document_is_refused_in_one_line(case: str) -> None:
    make, words = REFUSED[case]
    with pytest.raises(CannotReadWord, match=words) as refusal:
        read(make())
    message = str(refusal.value)
    assert "\n" not in message
    assert len(message) < 140


def test_the_same_file_without_harm_is_read() -> None:
    for file in (GOOD, good(), rezipped(compression=ZIP_DEFLATED), rezipped()):
        assert read(file).sections or read(file).remarks


def test_more_elements_than_a_document_has_are_refused_before_they_fill_the_memory(monkeypatch) -> None:
    monkeypatch.setattr("resources.handbook.word.elements.MOST_ELEMENTS", 50)
    with pytest.raises(CannotReadWord, match=HOSTILE):
        read(word.handbook(*[text("a") for _number in range(60)]))


def test_strict_names_of_elements_are_read_like_the_usual_ones() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>1. One</w:t></w:r></w:p>{text("Words.")}'
    )
    names = f'xmlns:w="{strict}"'
    found = read(good(document=f"<w:document {names}><w:body>{body}</w:body></w:document>"))
    assert [(one.heading, one.body.text) for one in found.sections] == [("One", "Words.")]


@pytest.mark.parametrize("type_", ["document", "template"])
def test_templates_are_read_like_documents(type_: str) -> None:
    main = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{type_}.main+xml"
    assert read(good(types=word.content_types(main))).remarks
