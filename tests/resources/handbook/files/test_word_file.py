import io
import time
from dataclasses import replace
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from django.utils.translation import override

from resources.handbook.content import EditionMark, Link, Milestone, Passage
from resources.handbook.files import word_file
from tests.factories.handbook import handbook, product
from tests.resources.handbook.files.opened import NAMES, Opened, R, W, words

EDITION = EditionMark("2024-10", "October 2024", "2024-10-31")


@pytest.fixture(scope="module")
def opened():
    return Opened(word_file.make(handbook()))


def _value(element, path, name="val"):
    found = element.find(path, NAMES)
    return None if found is None else found.get(f"{W}{name}")


def test_the_same_handbook_gives_the_same_bytes_at_any_time_in_any_language(monkeypatch):
    first = word_file.make(handbook())
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(
        time, "localtime", lambda *_args: time.struct_time((2033, 5, 18, 3, 33, 20, 2, 138, 0))
    )
    with override("gd"):
        assert word_file.make(handbook()) == first


def test_entries_of_the_zip_have_no_time_of_their_own():
    with ZipFile(io.BytesIO(word_file.make(handbook()))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_of_the_library_that_writes_it_is_left(opened):
    assert not [name for name in opened.zip.namelist() if "thumbnail" in name or "customXml" in name]
    for name in opened.zip.namelist():
        assert b"python" not in opened.zip.read(name).lower()


def test_cover_has_title_summary_date_version_and_address(opened):
    assert list(opened.paragraphs)[:5] == [
        ("Title", "National Products Handbook"),
        ("Subtitle", "All products in one place."),
        ("", "Published October 2024"),
        ("HandbookStatus", "Working version of 15 January 2025, not an edition"),
        ("HandbookMade", "https://example.org/handbook/"),
    ]


def test_edition_is_named_on_the_cover_and_in_the_foot():
    opened = Opened(word_file.make(handbook(edition=EDITION)))
    assert "Edition 2024-10" in opened.styled("HandbookStatus")
    assert (
        words(opened.part("word/footer1.xml").find(f"{W}p")) == "National Products Handbook – Edition 2024-10"
    )


def test_properties_say_what_it_is_and_name_no_author():
    about = docx.Document(io.BytesIO(word_file.make(handbook()))).core_properties
    assert about.title == "National Products Handbook"
    assert about.subject == "Working version of 15 January 2025, not an edition"
    assert about.language == "en-GB"
    assert (about.author, about.last_modified_by) == ("", "")
    assert about.created.date().isoformat() == about.modified.date().isoformat() == "2025-01-15"


def test_edition_is_dated_by_its_own_day():
    about = docx.Document(io.BytesIO(word_file.make(handbook(edition=EDITION)))).core_properties
    assert about.modified.date().isoformat() == "2024-10-31"


@pytest.mark.parametrize(("language", "words_in"), [("en", "en-GB"), ("en-gb", "en-GB"), ("gd", "gd-GB")])
def test_text_is_in_the_language_of_the_handbook(language, words_in):
    styles = Opened(word_file.make(handbook(language=language))).part("word/styles.xml")
    assert _value(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang") == words_in


def test_every_style_in_use_is_defined(opened):
    styles = opened.part("word/styles.xml")
    defined = {style.get(f"{W}styleId") for style in styles.findall(f"{W}style")}
    used = set(
        opened.document.xpath("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", namespaces=NAMES)
    )
    used |= set(styles.xpath("//w:basedOn/@w:val | //w:next/@w:val", namespaces=NAMES))
    assert used <= defined
    assert {"Heading1", "Hyperlink", "HandbookTable", "ListBullet"} <= used


def test_sections_and_annexes_are_headings_in_order(opened):
    assert opened.styled("Heading1") == [
        "1. Introduction",
        "2. Overview",
        "3. How the resources fit together",
        "ANNEX A – Background: No One Left Behind timeline",
        "ANNEX B – Additional Resources",
    ]
    assert opened.styled("Heading2") == ["For whom"]


def test_headings_never_skip_a_level():
    html = "<h4>Deep</h4><p>x</p><h4>Deeper</h4><h3>Up</h3><h4>Down</h4>"
    book = handbook()
    sections = (replace(book.sections[0], body=Passage(html)), replace(book.sections[1], body=Passage(html)))
    styles = [style for style, _ in Opened(word_file.make(replace(book, sections=sections))).paragraphs]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels[:5] == [1, 2, 3, 2, 3]


def test_foot_of_each_page_but_the_cover_has_title_version_and_page_of_pages(opened):
    foot = opened.part("word/footer1.xml")
    title, page = foot.findall(f"{W}p")
    assert words(title) == "National Products Handbook – Working version of 15 January 2025, not an edition"
    assert words(page) == "Page 1 of 1"
    assert [code.text.strip() for code in page.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    runs = opened.find("//w:sectPr")
    assert all(run.find("w:footerReference", NAMES).get(f"{R}id") for run in runs)
    assert [run.find("w:titlePg", NAMES) is not None for run in runs] == [True, False, False, False]


def test_products_stand_on_lying_pages_and_the_rest_on_upright_ones(opened):
    shapes = [
        (int(size.get(f"{W}w")), int(size.get(f"{W}h")), size.get(f"{W}orient"))
        for size in opened.find("//w:sectPr/w:pgSz")
    ]
    assert shapes == [
        (11906, 16838, None),
        (11906, 16838, None),
        (16838, 11906, "landscape"),
        (11906, 16838, None),
    ]
    lying = opened.find("//w:p[w:pPr/w:sectPr/w:pgSz/@w:orient]")[0]
    before = lying.xpath("preceding-sibling::w:tbl", namespaces=NAMES)
    assert len(before) == 4


def test_handbook_without_products_has_no_lying_pages():
    book = handbook(0, categories=())
    assert not Opened(word_file.make(book)).find("//w:pgSz[@w:orient]")


def test_links_that_could_do_harm_are_left_as_words():
    links = (Link("Run", "javascript:alert(1)"), Link("Open", "file:///etc/passwd"), Link("None", ""))
    text = Passage(
        '<p><a href="#">Up</a> <a href="vbscript:x">Do</a> <a href="mailto:a@b.example">Write</a></p>'
    )
    book = handbook(1)
    standards = replace(product("Standards"), links=links, what=text)
    opened = Opened(
        word_file.make(replace(book, categories=(replace(book.categories[0], products=(standards,)),)))
    )
    assert ("Write", "mailto:a@b.example") in opened.links
    linked = {text for text, address in opened.links if "handbook/products" not in address}
    assert not {"Open", "None", "Up", "Do", "Standards"} & linked
    assert {"Open", "None", "Standards"} <= {words(one) for one in opened.find("//w:tc/w:p")}


def test_characters_that_xml_forbids_do_no_harm():
    book = handbook(
        title="Hand\x0bbook\x00 & <more>",
        summary="\ud800",
        milestones=(
            Milestone(
                "m", handbook().published, "A\x1fB", link=Link("x", "https://example.org/\x01?a=1&b=2")
            ),
        ),
    )
    opened = Opened(word_file.make(book))
    assert opened.styled("Title") == ["Handbook & <more>"]
    assert ("AB", "https://example.org/?a=1&b=2") in opened.links


def test_empty_handbook_is_a_document_too():
    nothing = dict.fromkeys(
        ("sections", "categories", "milestones", "further_resources", "timeline_notes"), ()
    )
    book = handbook(0, published=None, changed_on="", summary="", ambition="", **nothing)
    assert docx.Document(io.BytesIO(word_file.make(book))).tables == []


def test_two_hundred_products_take_less_than_five_seconds():
    book = handbook(200)
    start = time.perf_counter()
    file = word_file.make(book)
    assert time.perf_counter() - start < 5
    assert len(docx.Document(io.BytesIO(file)).tables) == 6
