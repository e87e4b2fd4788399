"""Chance damage: whatever happens to a file, it is read or refused, and nothing else."""

import random
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.handbook.files import word_file
from resources.handbook.word import CannotReadWord, read
from tests.factories.handbook import handbook
from tests.resources.handbook.word import documents as word
from tests.resources.handbook.word.documents import (
    item,
    link,
    picture,
    product,
    products_table,
    raised,
    row,
    text,
)

RICH = word.handbook(
    text("Words ", link("link", "https://example.org/"), raised("1"), word.field_link("a", 'HYPERLINK "#b"')),
    text(picture("A wheel")),
    item("a"),
    item("b", "number", 1),
    products_table(product("One"), row(word.cell("Two", span=2, merge="restart"), "a"), product("", "soon")),
    word.heading("Annex A"),
    word.table(word.headings("Date", "Milestone"), row("2018", "Begun")),
    extra=word.footnotes("A note."),
)
OWN = word_file.make(handbook(3))


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_or_refused(file: bytes) -> None:
    try:
        found = read(file)
    except CannotReadWord as refusal:
        assert "\n" not in str(refusal)
        return
    assert all(str(remark) for remark in found.remarks)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_bytes_that_are_cut_or_changed_are_read_or_refused(data: st.DataObject) -> None:
    file = bytearray(data.draw(st.sampled_from([RICH, OWN])))
    del file[data.draw(st.integers(0, len(file))) :]
    for _change in range(data.draw(st.integers(0, 8))):
        if file:
            file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(file))


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("file", [RICH, OWN], ids=["made by hand", "made by the site"])
def test_xml_whose_elements_are_lost_moved_or_renamed_is_read_or_refused(file: bytes, seed: int) -> None:
    """The zip stays whole, so that the damage reaches the reader itself."""
    chance = random.Random(seed)
    changed = parts(file)
    names = [name for name in changed if name.endswith((".xml", ".rels")) and "theme" not in name]
    name = "word/document.xml" if seed % 2 else chance.choice(names)
    changed[name] = mangled(changed[name].decode(), chance).encode()
    read_or_refused(word.zipped(changed))


def mangled(xml: str, chance: random.Random) -> str:
    """Still well formed: attributes get nonsense, elements another name, empty ones come and go."""
    names = sorted(set(re.findall(r"<(w:\w+)", xml))) or ["w:p"]
    for _change in range(chance.randint(1, 6)):
        kind = chance.randint(0, 3)
        if kind == 0:
            values = ["", "-1", "99999999999999999999", "x", "\u202e", "0", "nil", "w:p"]
            found = list(re.finditer(r'="([^"]*)"', xml))
            if found:
                place = chance.choice(found)
                if "http" not in place[1]:
                    xml = xml[: place.start(1)] + chance.choice(values) + xml[place.end(1) :]
        elif kind == 1:
            old, new = chance.choice(names), chance.choice(names)
            xml = re.sub(rf"(</?){old}(?=[ />])", rf"\1{new}", xml)
        elif kind == 2:
            empty = list(re.finditer(r"<w:\w+(?: [^<>]*)?/>", xml))
            if empty:
                place = chance.choice(empty)
                xml = xml[: place.start()] + xml[place.end() :]
        else:
            ends = list(re.finditer(r"</w:\w+>", xml))
            if ends:
                place = chance.choice(ends)
                xml = f"{xml[: place.start()]}<{chance.choice(names)}/>{xml[place.start() :]}"
    return xml
