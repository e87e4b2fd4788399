"""The handbook of October 2024 as it was published, in ../shared where that is at hand."""

from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from cms.partial_dates.value import LATEST_STATISTICS, ONGOING, PartialDate
from resources.handbook.word import read
from resources.handbook.word.found import FoundHandbook
from tests.resources.handbook.word.test_damage import read_or_refused

FILE = Path(settings.BASE_DIR).parent / "shared" / "input" / "national-products-handbook.docx"

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="needs the Word file in ../shared/input")


@pytest.fixture(scope="module")
def book() -> FoundHandbook:
    return read(FILE.read_bytes())


def test_title_and_date_of_publication(book: FoundHandbook) -> None:
    assert book.title == "National Products Handbook"
    assert book.subtitle == "No One Left Behind"
    assert book.published == PartialDate.in_month(2024, 10)


def test_four_numbered_sections(book: FoundHandbook) -> None:
    assert [(section.heading, section.shows) for section in book.sections] == [
        ("Introduction", ""),
        ("What is the purpose of this handbook?", ""),
        ("Overview of No One Left Behind resources.", "products"),
        ("How the No One Left Behind national resources fit together", "diagram"),
    ]
    assert [section.body.html.count("<p>") for section in book.sections] == [3, 3, 1, 3]
    assert "<i>encouraged</i>" in book.sections[1].body.html
    assert '<a href="https://www.gov.scot/no-one-left-behind/">' in book.sections[0].body.html


def test_nine_products_in_four_categories(book: FoundHandbook) -> None:
    assert [(name, sum(one.category == name for one in book.products)) for name in book.categories] == [
        ("National products", 3),
        ("Supplementary resources", 2),
        ("Local resources", 2),
        ("Data resources", 2),
    ]
    assert all(
        one.published and one.what and one.made_by and one.used_by and one.usage for one in book.products
    )
    assert all(len(one.links) == 1 and one.links[0].title == one.name for one in book.products)
    assert book.products[4].name == "Continuous Improvement Toolkit"
    assert book.products[4].published == PartialDate.in_month(2021, 10)


def test_audiences_are_proposed_for_every_product(book: FoundHandbook) -> None:
    assert all(one.proposed_audiences for one in book.products)
    assert book.products[1].proposed_audiences == ("People who use services",)


def test_the_annexes(book: FoundHandbook) -> None:
    assert book.timeline_introduction.text.startswith("The following timeline diagram")
    [note] = book.timeline_notes
    assert note.mark == "*"
    assert note.text.text.startswith("the 7 Principles of No One Left Behind")
    assert book.milestones == ()
    groups = [one.group for one in book.resources]
    assert len(groups) == 7
    assert [groups.count(group) for group in dict.fromkeys(groups)] == [4, 1, 2]
    assert book.resources[0].published == LATEST_STATISTICS
    assert book.resources[6].published == ONGOING


def test_nothing_was_lost_and_what_needs_a_look_is_told(book: FoundHandbook) -> None:
    assert book.errors == ()
    words = [str(remark) for remark in book.remarks]
    assert "the whole document: 6 lines of contents were left out." in words
    assert any("The caption “No One Left Behind Products Table”" in one for one in words)
    assert sum("has no link" in one for one in words) == 7


@how(max_examples=80, deadline=None)
@given(st.data())
def test_any_damage_to_it_is_read_or_refused(data: st.DataObject) -> None:
    file = bytearray(FILE.read_bytes())
    if data.draw(st.booleans()):
        del file[data.draw(st.integers(0, len(file))) :]
    for _change in range(data.draw(st.integers(1, 10))):
        if file:
            file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(file))
