import csv
from dataclasses import replace

from django.utils.translation import override

from cms.partial_dates.value import PartialDate
from resources.handbook.content import EditionMark, Link, Passage
from resources.handbook.files import csv_file
from tests.factories.handbook import CATEGORIES, handbook, product


def _rows(book):
    return list(csv.DictReader(csv_file.make(book).decode("utf-8-sig").splitlines(keepends=True)))


def _with(**fields):
    book = handbook(1)
    standards = replace(product("Service Standards"), **fields)
    first = replace(book.categories[0], products=(standards,))
    return replace(book, categories=(first, *book.categories[1:]))


def _row(**fields):
    return _rows(_with(**fields))[0]


def test_file_starts_with_the_mark_that_spreadsheets_know_utf_8_by():
    assert csv_file.make(handbook(1)).startswith(b"\xef\xbb\xbfCategory,")


def test_each_product_has_one_row_in_the_order_of_the_handbook():
    rows = _rows(handbook(9))
    assert [row["Category"] for row in rows] == [CATEGORIES[0]] * 3 + [
        name for name in CATEGORIES[1:] for _time in range(2)
    ]
    assert rows[0]["What is it called?"] == "Product 1"


def test_row_says_everything_of_a_product():
    assert _row(rhythm="Updated twice a year") == {
        "Category": "National products",
        "What is it called?": "Service Standards",
        "When was it published?": "December 2021",
        "What does it do?": "Says what Service Standards is good for.",
        "Who made it?": "Made by partners together.",
        "Who can use it?": "• Local authorities\n• Delivery partners",
        "How and when can it be used?": "Used in planning. Read the guide.",
        "Audiences": "Delivery partners",
        "How often it is updated": "Updated twice a year",
        "Status": "Current",
        "Main link": "https://example.org/service-standards/",
        "Other links": "Summary: https://example.org/service-standards.pdf",
        "Page address": "https://example.org/handbook/products/service-standards/",
        "Id": "product-service-standards",
        "Handbook version": "Working version of 15 January 2025, not an edition",
    }


def test_row_of_an_edition_names_the_edition():
    book = replace(_with(), edition=EditionMark("2024-10", "October 2024", "2024-10-31"))
    assert _rows(book)[0]["Handbook version"] == "Edition 2024-10"


def test_no_cell_is_a_formula():
    dangerous = '=HYPERLINK("https://evil.example")'
    book = _with(
        name=dangerous,
        what=Passage(f"<p>{dangerous}</p>"),
        usage=Passage("<p>+1</p>"),
        rhythm="@SUM(A1)",
        links=(Link("x", "\t=1"), Link("-2", "https://example.org/")),
        id="-1",
    )
    for cell in _rows(replace(book, categories=(replace(book.categories[0], name="＝1"),)))[0].values():
        assert not cell.startswith(("=", "+", "-", "@", "＝", "\t"))


def test_product_with_nothing_but_a_name_has_empty_cells():
    nothing = dict.fromkeys(("what", "made_by", "used_by", "usage"), Passage())
    row = _row(published=None, links=(), audiences=(), url="", **nothing)
    assert [name for name, cell in row.items() if cell] == [
        "Category", "What is it called?", "Status", "Id", "Handbook version",
    ]  # fmt: skip


def test_status_says_what_replaced_a_product():
    book = handbook(2)
    old = product("Old toolkit", status="replaced", replaced_by=book.categories[1].products[0].id)
    book = replace(book, categories=(replace(book.categories[0], products=(old,)), *book.categories[1:]))
    assert _rows(book)[0]["Status"] == "Replaced by another: Product 2"


def test_whoever_asks_gets_the_same_bytes():
    book = _with(published=PartialDate.parse("5 December 2018"))
    with override("gd"):
        assert csv_file.make(book) == csv_file.make(book)
        asked_in_gaelic = csv_file.make(book)
    assert asked_in_gaelic == csv_file.make(book)
    assert b"5 December 2018" in asked_in_gaelic


def test_gaelic_handbook_has_gaelic_dates():
    [_category, _name, published, *_others] = _rows(replace(_with(), language="gd"))[0].values()
    assert "Dùbhlachd" in published
