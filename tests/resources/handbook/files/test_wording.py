from dataclasses import replace

import pytest
from django.utils.translation import override

from resources.handbook.content import EditionMark
from resources.handbook.files.wording import annex_titles_in_word, published_line, status_line, version_line
from tests.factories.handbook import handbook, product

OCTOBER = EditionMark("2024-10-2", "October 2024, second", "2024-10-31")


def test_working_version_says_its_day_and_that_it_is_no_edition():
    assert version_line(handbook()) == "Working version of 15 January 2025, not an edition"


def test_edition_says_its_slug():
    assert version_line(handbook(edition=OCTOBER)) == "Edition 2024-10-2"


def test_handbook_that_was_never_published_is_a_working_version_without_a_day():
    assert version_line(handbook(changed_on="")) == "Working version, not an edition"


def test_words_are_in_the_language_of_the_handbook_whoever_asks():
    with override("gd"):
        assert version_line(handbook()) == "Working version of 15 January 2025, not an edition"
        assert published_line(handbook()) == "Published October 2024"


def test_gaelic_handbook_has_gaelic_months_though_the_reader_asks_in_english():
    book = handbook(language="gd")
    assert "Faoilleach" in version_line(book)
    assert "Dàmhair" in published_line(book)


def test_no_date_gives_no_line():
    assert published_line(handbook(published=None)) == ""


def test_annexes_keep_in_word_the_words_that_the_import_knows_them_by():
    for language in ("en", "gd"):
        timeline, resources = annex_titles_in_word(language)
        assert timeline.startswith("ANNEX A – ")
        assert resources.startswith("ANNEX B – ")


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, ""),
        ({"status": "under_review"}, "Under review"),
        ({"status": "withdrawn", "status_note": "Nobody used it."}, "Withdrawn: Nobody used it."),
        ({"status": "replaced", "replaced_by": "product-product-1"}, "Replaced by another: Product 1"),
        ({"status": "replaced", "replaced_by": "gone"}, "Replaced by another"),
    ],
)
def test_status_line_says_what_is_not_current(fields, line):
    assert status_line(replace(product("Toolkit"), **fields), handbook(1)) == line
