"""What the site wrote itself, where the round trip of all content is not enough."""

from dataclasses import replace

from resources.handbook.content import Passage, Section
from resources.handbook.files import word_file
from resources.handbook.word import read
from resources.handbook.word.found import FoundHandbook
from tests.factories.handbook import handbook
from tests.resources.handbook.word.documents import PNG


def read_back(html: str) -> FoundHandbook:
    book = replace(handbook(), sections=(Section("s1", 1, "One", Passage(html)), *handbook().sections[1:]))
    return read(word_file.make(book, pictures={"wheel.png": PNG}))


def test_pictures_come_back_with_their_bytes_description_and_caption() -> None:
    figure = '<figure><img src="{}" alt="{}"/>{}</figure>'
    caption = "<figcaption>Figure 1</figcaption>"
    found = read_back(figure.format("wheel.png", "A wheel", caption) + figure.format("wheel.png", "", ""))
    assert [(one.content, one.alt) for one in found.pictures] == [(PNG, "A wheel"), (PNG, "")]
    assert found.sections[0].body.html.count("<figure>") == 2
    assert caption in found.sections[0].body.html


def test_a_picture_that_is_marked_as_decoration_needs_no_description() -> None:
    found = read_back('<figure><img src="wheel.png" alt=""/></figure>')
    assert not any("needs a description" in remark.words for remark in found.remarks)


def test_nothing_but_the_contents_is_told_of_our_own_file() -> None:
    [remark] = read(word_file.make(handbook())).remarks
    assert "of contents were left out" in remark.words


def test_capitals_are_kept_as_records_have_them() -> None:
    book = handbook()
    shouted = replace(book, categories=(replace(book.categories[0], name="NOLB"), *book.categories[1:]))
    assert read(word_file.make(shouted)).categories[0] == "NOLB"
