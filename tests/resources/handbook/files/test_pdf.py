"""The PDF says what the handbook says, and leads readers through it."""

from __future__ import annotations

import logging
import subprocess
import sys
from dataclasses import replace
from itertools import islice

import pytest
from django.utils import translation
from weasyprint import Document

from resources.handbook.content import Category, EditionMark, Link, Passage, Section
from resources.handbook.files.pdf_file import laid_out, make
from tests.factories.handbook import handbook, product
from tests.resources.handbook.files.pdf_pages import (
    all_words,
    bookmarks,
    boxes,
    contents_lines,
    elements,
    footer_words,
    outer_links,
    page_words,
    pages_of_anchors,
    top_words,
    unpacked,
    words,
)

HEADINGS = "What is it called? When was it published? What does it do? Who made it? Who can use it?"


@pytest.fixture(scope="module")
def document() -> Document:
    return laid_out(handbook())


@pytest.fixture(scope="module")
def long_document() -> Document:
    return laid_out(handbook(200))


def with_first_product(**fields: object) -> Document:
    book = handbook()
    first, *others = book.categories
    changed = replace(first, products=(product("Product 1", **fields), *first.products[1:]))
    return laid_out(replace(book, categories=(changed, *others)))


def test_title_language_author_and_standard_are_in_the_file():
    file = unpacked(make(handbook()))
    for part in (
        b"/Title <feff" + "National Products Handbook – Working version".encode("utf-16-be").hex().encode(),
        b"/Author (Employability in Scotland)",
        b"/Subject (All products in one place.)",
        b"/Lang (en)",
        b"/CreationDate (D:20250115)",
        b"/DisplayDocTitle true",
        b"/Marked true",
        b"/S /Document",
        b'pdfuaid:part="1"',
    ):
        assert part in file


def test_the_same_handbook_gives_the_same_bytes_later_and_elsewhere(tmp_path):
    program = (
        "import django, hashlib; django.setup();"
        "from resources.handbook.files.pdf_file import make;"
        "from tests.factories.handbook import handbook;"
        "print(hashlib.sha256(make(handbook())).hexdigest())"
    )
    hashes = set()
    for seed in ("1", "2"):
        environment = {
            "DJANGO_SETTINGS_MODULE": "cms.settings.test",
            "PYTHONHASHSEED": seed,
            "TMPDIR": str(tmp_path),
        }
        result = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        )
        hashes.add(result.stdout.strip())
    assert len(hashes) == 1


def test_cover_says_what_it_is_and_where_it_lives(document):
    cover = page_words(document.pages[0])
    for text in ("National Products Handbook", "Published October 2024", "https://example.org/handbook/"):
        assert text in cover
    assert "Working version of 15 January 2025, not an edition" in cover


def test_every_page_has_title_version_and_number_in_its_footer(document):
    total = len(document.pages)
    assert [footer_words(page) for page in document.pages] == [
        "National Products Handbook Working version of 15 January 2025, not an edition"
        f" | Page {number} of {total}"
        for number in range(1, total + 1)
    ]


def test_an_edition_carries_its_name_and_is_nowhere_called_working_version():
    mark = EditionMark("2024-10", "Autumn edition", "2024-10-31", "The first one.")
    document = laid_out(handbook(edition=mark))
    assert all("Edition 2024-10" in footer_words(page) for page in document.pages)
    assert "Autumn edition" in page_words(document.pages[0])
    assert "The first one." in page_words(document.pages[0])
    assert "Working version" not in all_words(document) + document.metadata.title
    assert document.metadata.created == "2024-10-31"


def test_bookmarks_follow_the_headings(document):
    labels = [(label, [inner[0] for inner in within]) for label, _page, within in bookmarks(document)]
    assert labels == [
        ("Contents", []),
        ("1. Introduction", ["For whom"]),
        (
            "2. Overview",
            ["National products", "Supplementary resources", "Local resources", "Data resources"],
        ),
        ("3. How the resources fit together", []),
        ("ANNEX A – Background: No One Left Behind timeline", ["2016", "2018", "2021"]),
        ("ANNEX B – Additional Resources", []),
    ]


@pytest.mark.parametrize("name", ["document", "long_document"])
def test_contents_lead_to_the_pages_they_name(name, request):
    document = request.getfixturevalue(name)
    lines, places = contents_lines(document), pages_of_anchors(document)
    assert [title for title, _number in lines.values()][:3] == ["1. Introduction", "For whom", "2. Overview"]
    assert {anchor: number for anchor, (_title, number) in lines.items()} == {
        anchor: places[anchor] for anchor in lines
    }
    numbers = {label: page for label, page, _within in bookmarks(document)}
    assert {title: number for title, number in lines.values() if title in numbers} == {
        title: number for title, number in numbers.items() if title != "Contents"
    }


def test_links_are_live(document):
    expected = {
        "https://example.org/product-1/",
        "https://example.org/product-9.pdf",
        "https://example.org/guide/",
    }
    expected |= {
        "https://example.org/agreement/",
        "https://example.org/bulletin/",
        "https://example.org/handbook/",
    }
    assert expected <= outer_links(document)


def test_products_stand_in_a_captioned_table_a_category_on_sideways_pages(document):
    pages = [page for page in document.pages if elements(page, "caption") and page.width > page.height]
    captions = [words(caption) for page in pages for caption in elements(page, "caption")]
    assert captions == ["National products", "Supplementary resources", "Local resources", "Data resources"]
    rows = [words(row) for page in pages for row in elements(page, "tr") if "Product 1 Summary" in words(row)]
    assert len(rows) == 1
    for text in ("December 2021", "good for.", "partners together", "Local authorities", "Read the guide"):
        assert text in rows[0]


def test_a_long_table_repeats_its_headings_and_names_itself_on_every_page(long_document):
    captions = set()
    for page in long_document.pages:
        if not elements(page, "table") or page.width < page.height:
            continue
        first = next(words(box) for box in boxes(page) if box.element_tag == "thead")
        assert first.startswith(HEADINGS)
        new = [words(caption) for caption in elements(page, "caption")]
        starts_with_table = next(box for box in boxes(page) if box.element_tag in {"caption", "h2", "thead"})
        if starts_with_table.element_tag == "thead":
            assert top_words(page).endswith(", continued")
            assert top_words(page).removesuffix(", continued") in captions
        else:
            assert top_words(page) == ""
        captions.update(new)
    assert len(captions) == 4


def test_no_row_is_cut_no_last_row_stands_alone_and_no_caption_without_rows():
    rows = (product(f"Row {number}", usage=Passage("<p>Long words. </p>" * 9)) for number in range(99))
    sizes = (2, 5, 3, 6, 4, 7, 8, 5)
    categories = [Category(f"c{size}{row}", "C", tuple(islice(rows, size))) for row, size in enumerate(sizes)]
    seen: list[int] = []
    parts: dict[int, int] = {}
    for page in laid_out(handbook(categories=tuple(categories))).pages:
        bodies = [box for box in boxes(page) if box.element_tag == "tbody" and page.width > page.height]
        for body in bodies:
            seen += [id(row.element) for row in body.children]
            parts[id(body.element)] = len(body.children)
        assert len(elements(page, "caption")) <= len(bodies) or page.width < page.height
    assert len(seen) == len(set(seen)) == sum(sizes)
    assert min(parts.values()) > 1


def test_status_rhythm_and_further_links_are_shown():
    document = with_first_product(
        status="withdrawn",
        status_note="Nobody needs it",
        rhythm="Updated twice a year",
        links=(
            Link("Main", "https://example.org/main/"),
            Link("Form", "https://example.org/f.pdf", "PDF, 2 MB"),
        ),
    )
    text = all_words(document)
    for part in ("Withdrawn: Nobody needs it", "Updated twice a year", "Form (PDF, 2 MB)"):
        assert part in text
    assert "https://example.org/main/" in outer_links(document)


def test_diagram_is_a_list_first_and_then_a_drawing_with_words_for_it(document):
    text = all_words(document)
    assert "Shared ambition: Better outcomes for people" in text
    assert "Product 1 supports Product 2" in text
    file = unpacked(make(handbook()))
    assert file.count(b"/S /Figure") == 1
    drawing = [box for page in document.pages for box in boxes(page) if str(box.element_tag).endswith("}svg")]
    title = drawing[0].element.find("{http://www.w3.org/2000/svg}title").text
    assert title.startswith("How the resources fit together. ")
    assert "Data resources" in title


def test_timeline_holds_milestones_and_products_by_year_with_notes(document):
    annex = next(
        page_words(page) for page in document.pages if "ANNEX A" in page_words(page) and page.anchors
    )
    assert annex.index("2016 New powers") < annex.index("5 December 2018 Agreement signed *")
    assert annex.index("By both partners.") < annex.index("December 2021 Product 1 (product)")
    assert "* The principles stand in the plan." in annex


def test_further_resources_stand_in_a_table_that_names_the_group_in_every_row():
    first, second = handbook().further_resources
    more = replace(second, id="r3", title="Newsletter")
    last = laid_out(handbook(1, further_resources=(first, second, more))).pages[-1]
    assert [words(row) for row in elements(last, "tr")] == [
        "Type of Resource Date Published Publication / Resource",
        "Statistics Latest statistics Statistics",
        "Website Ongoing Bulletin archive",
        "Website Ongoing Newsletter",
    ]


def test_the_language_is_the_handbooks_whoever_asks():
    with translation.override("gd"):
        document = laid_out(handbook())
    assert "December 2021" in all_words(document)
    assert document.metadata.lang == "en"


def test_words_that_look_like_code_stay_words():
    document = laid_out(handbook(title="<b>Bold</b> & {{ book.id }}"))
    assert "<b>Bold</b> & {{ book.id }}" in page_words(document.pages[0])


def test_an_empty_handbook_is_a_file_too():
    sections = (
        Section("s", 1, "Only", Passage("<p>Words.</p>"), "products"),
        Section("t", 2, "D", shows="diagram"),
    )
    book = handbook(0, sections=sections, categories=(), milestones=(), further_resources=(), published=None)
    nothing = replace(book, timeline_introduction=Passage(), resources_introduction=Passage(), ambition="")
    assert "ANNEX" not in all_words(laid_out(nothing))
    assert make(nothing).startswith(b"%PDF-1.7")


def test_weasyprint_finds_nothing_to_complain_of(caplog):
    with caplog.at_level(logging.WARNING):
        make(handbook())
    assert [record.getMessage() for record in caplog.records] == []
