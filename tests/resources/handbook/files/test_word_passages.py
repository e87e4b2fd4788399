import io
from dataclasses import replace

import docx
import pytest
from PIL import Image

from resources.handbook.content import Passage
from resources.handbook.files import word_file
from tests.factories.handbook import handbook
from tests.resources.handbook.files.opened import NAMES, WP, Opened, W, words


def _section(html, **options):
    book = handbook(0)
    section = replace(book.sections[0], body=Passage(html))
    return Opened(word_file.make(replace(book, sections=(section,)), **options))


def _written(html):
    return _section(html).after("1. Introduction")


def _picture(kind="PNG", size=(40, 20)):
    file = io.BytesIO()
    Image.new("RGB", size, "navy").save(file, kind)
    return file.getvalue()


def test_words_of_one_look_are_one_run():
    opened = _section("<p><b>on</b><b>e</b> two <i>th</i><i>ree</i></p>")
    paragraph = opened.find("//w:p[w:r/w:t='one']")[0]
    assert [words(run) for run in paragraph.findall(f"{W}r")] == ["one", " two ", "three"]


def test_looks_add_up():
    opened = _section('<p><b>a<i>b<sup>c</sup></i></b><a href="https://example.org/"><b>d</b>e</a></p>')
    looks = {
        words(run): {one.tag.removeprefix(W) for one in run.findall("w:rPr/*", NAMES)}
        for run in opened.find("//w:p[w:r/w:t='a']//w:r")
    }
    assert looks == {
        "a": {"b"},
        "b": {"b", "i"},
        "c": {"b", "i", "vertAlign"},
        "d": {"rStyle", "b"},
        "e": {"rStyle"},
    }
    assert ("de", "https://example.org/") in opened.links


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>  two \n\n words  </p>", "two words"),
        ("<p>a <b> b </b> c</p>", "a b c"),
        ("<p>one<br/>two<br> three </p>", "one\ntwo\nthree"),
        ("<p>fish &amp; chips &lt;3&gt;</p>", "fish & chips <3>"),
        ("<p>10\u00a0000 £ – “é” 日本 𝄞</p>", "10\u00a0000 £ – “é” 日本 𝄞"),
        ("loose words", "loose words"),
        ("<p>seen<!-- not seen --></p>", "seen"),
    ],
)
def test_text_is_spaced_as_a_browser_shows_it(html, text):
    assert _written(html) == [("", text)]


def test_lists_in_lists_have_their_levels():
    html = "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>"
    opened = _section(html)
    assert opened.after("1. Introduction") == [
        ("ListBullet", "a"),
        ("ListBullet2", "b"),
        ("ListNumber3", "c"),
        ("ListBullet", "d"),
    ]
    levels = [one.get(f"{W}val") for one in opened.find("//w:body/w:p/w:pPr/w:numPr/w:ilvl")]
    assert levels == ["0", "1", "2", "0"]


def test_each_numbered_list_starts_again_at_one():
    opened = _section("<ol><li>a</li><li>b</li></ol><p>x</p><ol><li>c</li></ol>")
    a, b, c = [one.get(f"{W}val") for one in opened.find("//w:body/w:p/w:pPr/w:numPr/w:numId")]
    assert a == b != c
    numbering = opened.part("word/numbering.xml")
    for number in (a, c):
        start = numbering.find(f"w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride", NAMES)
        assert start.get(f"{W}val") == "1"


def test_every_list_in_use_is_defined():
    opened = _section("<ul><li>a<ol><li>b</li></ol></li></ul>")
    numbering = opened.part("word/numbering.xml")
    defined = {one.get(f"{W}numId") for one in numbering.findall(f"{W}num")}
    assert {one.get(f"{W}val") for one in opened.find("//w:numId")} <= defined


def test_item_goes_on_in_further_paragraphs():
    html = "<ul><li><p>a</p><p>b</p><ul><li>c</li></ul>d</li><li>e</li></ul>"
    assert _written(html) == [
        ("ListBullet", "a"),
        ("ListContinue", "b"),
        ("ListBullet2", "c"),
        ("ListContinue", "d"),
        ("ListBullet", "e"),
    ]


def test_lists_deeper_than_word_has_styles_for_keep_their_words():
    html = "".join(f"<ul><li>{depth}" for depth in range(12)) + "</li></ul>" * 12
    assert [text for _style, text in _written(html)] == [str(depth) for depth in range(12)]


def test_picture_with_bytes_is_drawn_with_its_words_and_caption():
    html = '<figure><img src="wheel.png" alt="A wheel"/><figcaption>The wheel</figcaption></figure>'
    opened = _section(html, pictures={"wheel.png": _picture()})
    (properties,) = opened.find("//wp:docPr")
    assert properties.get("descr") == "A wheel"
    assert opened.after("1. Introduction") == [("", ""), ("Caption", "The wheel")]
    document = docx.Document(io.BytesIO(opened.zip.fp.getvalue()))
    assert [part.blob for part in document.part.package.image_parts] == [_picture()]


def test_picture_that_is_too_wide_is_fitted_to_the_page():
    opened = _section('<img src="a" alt="A"/>', pictures={"a": _picture(size=(4000, 1000))})
    (extent,) = opened.find("//wp:extent")
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    assert width == (11906 - 2 * 1134) * 635
    assert abs(width / height - 4) < 0.01


def test_picture_that_tells_nothing_is_marked_as_decorative():
    opened = _section('<img src="a" alt=""/>', pictures={"a": _picture()})
    (properties,) = opened.find(f"//{'wp:docPr'}")
    assert [one.get("val") for one in properties.iter() if one.tag.endswith("}decorative")] == ["1"]
    assert WP in properties.tag


@pytest.mark.parametrize(
    "pictures", [None, {}, {"a.png": b""}, {"a.png": b"no picture"}, {"a.png": _picture("WEBP")}]
)
def test_picture_that_cannot_be_drawn_is_told_in_words(pictures):
    written = _section('<p>x<img src="a.png" alt="A wheel"/>y</p>', pictures=pictures).after(
        "1. Introduction"
    )
    assert written == [("", "x"), ("HandbookMade", "A wheel"), ("", "y")]


def test_caption_of_a_picture_that_is_not_there_is_made_by_the_site_too():
    html = '<figure><img src="x" alt="A wheel"/><figcaption>The wheel</figcaption></figure>'
    assert _written(html) == [("HandbookMade", "A wheel"), ("HandbookMade", "The wheel")]


def test_one_picture_in_two_places_is_kept_once():
    html = '<img src="a" alt="A"/><p>x</p><img src="b" alt="B"/>'
    opened = _section(html, pictures={"a": _picture(), "b": _picture()})
    assert [one.get("id") for one in opened.find("//wp:docPr")] == ["1", "2"]
    assert len([name for name in opened.zip.namelist() if name.startswith("word/media/")]) == 1
