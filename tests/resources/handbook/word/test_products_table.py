"""The table of products, in all the ways people write it."""

import pytest

from cms.partial_dates.value import PartialDate
from resources.handbook.content import Link
from resources.handbook.word import read
from tests.resources.handbook.word import documents as word
from tests.resources.handbook.word.documents import (
    cell,
    headings,
    product,
    products_table,
    row,
    run,
    table,
    text,
)


def names(file: bytes) -> list[str]:
    return [found.name for found in read(file).products]


def told(file: bytes, kind: str = "") -> list[str]:
    return [str(remark) for remark in read(file).remarks if kind in ("", remark.kind)]


def test_a_row_is_a_product_with_its_six_columns_and_its_place() -> None:
    found = read(word.handbook(products_table(product("Charter", "December 2021")))).products[0]
    assert (found.name, found.category) == ("Charter", "National products")
    assert found.published == PartialDate.in_month(2021, 12)
    assert found.what.html == "<p>Of Charter: what.</p>"
    assert found.made_by.html == "<p>Of Charter: made_by.</p>"
    assert found.used_by.html == "<p>Of Charter: used_by.</p>"
    assert found.usage.html == "<p>Of Charter: usage.</p>"
    assert str(found.place) == "table 1, row 3"


def test_several_tables_with_repeated_headings_are_one_list_and_the_category_goes_on() -> None:
    file = word.handbook(
        products_table(product("One"), headings(), product("Two")),
        text("Some words between."),
        table(headings(), product("Three"), word.category("Local resources"), product("Four")),
    )
    found = read(file)
    assert [(one.name, one.category) for one in found.products] == [
        ("One", "National products"),
        ("Two", "National products"),
        ("Three", "National products"),
        ("Four", "Local resources"),
    ]
    assert found.sections[0].body.text == "Some words between."
    assert not found.errors


def test_a_table_without_headings_goes_on_with_the_one_before_and_it_is_told() -> None:
    file = word.handbook(products_table(product("One")), table(product("Two")))
    assert names(file) == ["One", "Two"]
    assert any("going on with the table before" in words for words in told(file))


@pytest.mark.parametrize(
    "written",
    [
        row(cell(text("DATA HELP"), span=6)),
        row(cell(text(run("Data help", "b")), span=6)),
        row("DATA HELP", "", "", "", "", ""),
        row(cell(text(run("Data ", "i"), run("help", "i"))), "", "", "", "", ""),
        row(cell(text("data help"), span=3), cell("", span=3)),
    ],
)
def test_a_category_is_known_merged_in_capitals_or_italics_and_is_written_as_first_met(written: str) -> None:
    file = word.handbook(table(headings(), word.category("Data help"), product("A"), written, product("B")))
    assert [(one.name, one.category) for one in read(file).products] == [
        ("A", "Data help"),
        ("B", "Data help"),
    ]


def test_a_category_without_any_looks_is_known_by_its_words() -> None:
    plain = row("Data resources", "", "", "", "", "")
    linked = row(cell(text(word.link("More resources", "https://example.org/"))), "", "", "", "", "")
    file = word.handbook(table(headings(), plain, product("A"), linked))
    assert [(one.name, one.category) for one in read(file).products] == [
        ("A", "Data resources"),
        ("More resources", "Data resources"),
    ]


def test_a_column_of_its_own_may_name_the_category() -> None:
    rows = [
        row(cell("Local", merge="restart"), "One", "2021", "a"),
        row(cell("", merge="continue"), "Two", "2022", "b"),
    ]
    file = word.handbook(table(headings("Category", "Name", "Date", "Purpose"), *rows))
    assert [(one.name, one.category) for one in read(file).products] == [("One", "Local"), ("Two", "Local")]


def test_capitals_alone_become_a_sentence() -> None:
    file = word.handbook(table(headings(), row(cell("LOCAL RESOURCES", span=6)), product("A")))
    assert read(file).categories == ("Local resources",)


def test_the_line_above_a_table_names_its_category_where_no_row_does() -> None:
    file = word.handbook(word.bold("Table 1. Data resources"), table(headings(), product("A")))
    assert read(file).categories == ("Data resources",)
    assert read(file).sections[0].body.html == ""


def test_columns_may_be_in_another_order_and_named_a_little_differently() -> None:
    columns = ("Date published", "Name", "Purpose", "Used by", "Developed by", "How is it used?")
    file = word.handbook(
        table(headings(*columns), row(cell("LOCAL", span=6)), row("2021", "Plan", "why", "LEPs", "SG", "now"))
    )
    found = read(file).products[0]
    assert (found.name, found.published) == ("Plan", PartialDate.in_year(2021))
    texts = (found.what.text, found.used_by.text, found.made_by.text, found.usage.text)
    assert texts == ("why", "LEPs", "SG", "now")
    assert not read(file).errors


def test_an_unknown_and_a_missing_column_are_told_with_their_place() -> None:
    columns = (*word.COLUMNS[:5], "Cost")
    file = word.handbook(table(headings(*columns), row("Plan", "2021", "a", "b", "c", "£5")))
    errors = told(file, "error")
    assert "table 1, row 1, column 6 (Cost): The column “Cost” is not known and was left out." in errors
    assert "table 1, row 1: There is no column such as “How and when can it be used?”." in errors


def test_bullets_and_several_paragraphs_in_a_cell_stay_what_they_are() -> None:
    used_by = cell(
        text("For:"), word.item("councils"), word.item("partners"), text("•\tand others"), text("Also me.")
    )
    found = read(word.handbook(products_table(product("Plan", used_by=used_by)))).products[0]
    items = "<li>councils</li><li>partners</li><li>and others</li>"
    assert found.used_by.html == f"<p>For:</p><ul>{items}</ul><p>Also me.</p>"


def test_a_cell_may_have_several_links_and_the_first_is_the_main_one() -> None:
    name = cell(
        text(word.link("Service Standards", "https://example.org/standards/")),
        text(
            word.link("Summary", "https://example.org/summary.pdf"),
            " or ",
            word.link("Gaelic", "https://example.org/gd/"),
        ),
    )
    found = read(word.handbook(products_table(product(name)))).products[0]
    assert found.name == "Service Standards"
    assert found.links == (
        Link("Service Standards", "https://example.org/standards/"),
        Link("Summary", "https://example.org/summary.pdf"),
        Link("Gaelic", "https://example.org/gd/"),
    )


def test_links_in_one_line_with_the_name_are_no_part_of_it() -> None:
    line = text(
        word.link("Toolkit", "https://example.org/a"), " | ", word.link("PDF", "https://example.org/b")
    )
    assert read(word.handbook(products_table(product(cell(line))))).products[0].name == "Toolkit"


def test_other_words_beside_a_name_are_told() -> None:
    file = word.handbook(products_table(product(cell("Toolkit", "Second edition"))))
    assert names(file) == ["Toolkit"]
    assert any("“Second edition” is neither the name nor a link" in words for words in told(file, "error"))


def test_the_second_paragraph_below_a_date_is_the_rhythm() -> None:
    published = cell("May 2022", "Updated twice a year")
    found = read(word.handbook(products_table(product("Toolkit", published)))).products[0]
    assert (found.published, found.rhythm) == (PartialDate.in_month(2022, 5), "Updated twice a year")


@pytest.mark.parametrize(
    ("written", "date", "rhythm"),
    [
        ("Published May 2022", "May 2022", ""),
        ("May 2022 (updated yearly)", "May 2022", "updated yearly"),
        ("Updated twice a year", None, "Updated twice a year"),
        (cell("", "Every 2 years"), None, "Every 2 years"),
        ("", None, ""),
        ("Ongoing", "Ongoing", ""),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, date: str | None, rhythm: str) -> None:
    found = read(word.handbook(products_table(product("Toolkit", written))))
    assert (found.products[0].published, found.products[0].rhythm) == (
        date and PartialDate.parse(date),
        rhythm,
    )
    assert not found.errors


def test_a_date_that_cannot_be_read_is_told_with_place_and_what_was_expected_and_the_row_stays() -> None:
    file = word.handbook(products_table(product("Toolkit", "soonish")))
    assert read(file).products[0].published is None
    [error] = told(file, "error")
    assert error.startswith(
        "table 1, row 3, column 2 (When was it published?): “soonish”: Enter a date such as"
    )


def test_a_row_without_a_name_is_left_out_and_told() -> None:
    file = word.handbook(products_table(product(""), product("Toolkit")))
    assert names(file) == ["Toolkit"]
    [error] = told(file, "error")
    assert error.startswith(
        "table 1, row 3, column 1 (What is it called?): The name of the product is missing"
    )


def test_a_name_that_comes_twice_is_taken_once_and_told() -> None:
    file = word.handbook(products_table(product("Toolkit"), product("TOOLKIT", "2020")))
    assert names(file) == ["Toolkit"]
    assert any("“TOOLKIT” is in the table twice" in words for words in told(file, "error"))


def test_cells_merged_downwards_count_for_each_row_they_cover() -> None:
    rows = [
        row("One", "2021", "a", cell("Made by all", merge="restart"), "c", "d"),
        row("Two", "2022", "a", cell("", merge="continue"), "c", "d"),
    ]
    found = read(word.handbook(products_table(*rows))).products
    assert [one.made_by.text for one in found] == ["Made by all", "Made by all"]


def test_a_name_merged_downwards_is_one_product() -> None:
    rows = [
        row(cell("One", merge="restart"), "2021", "First.", "b", "c", "d"),
        row(cell("", merge="continue"), "", "Second.", "", "", ""),
    ]
    [found] = read(word.handbook(products_table(*rows))).products
    assert found.what.html == "<p>First.</p><p>Second.</p>"


def test_a_cell_over_two_columns_is_told() -> None:
    rows = row("One", "2021", cell("Wide", span=2), "c", "d")
    file = word.handbook(products_table(rows))
    assert any("spans several columns" in words for words in told(file, "error"))
    assert [one.usage.text for one in read(file).products] == ["d"]


def test_a_table_within_a_cell_is_told_and_its_words_are_kept() -> None:
    inner = table(row("Inner words"))
    file = word.handbook(products_table(product("One", what=cell(text("Outer."), inner, text()))))
    assert read(file).products[0].what.text == "Outer.\nInner words"
    assert any("A table inside a table" in words for words in told(file))


def test_rows_and_cells_in_content_controls_are_read() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    in_cell = row(control.format(cell("Two")), "2021", "a", "b", "c", "d")
    file = word.handbook(products_table(control.format(product("One")), in_cell))
    assert names(file) == ["One", "Two"]


def test_an_unknown_table_is_told_with_the_headings_that_are_known() -> None:
    file = word.handbook(
        products_table(product("One")), table(row("Council", "Telephone"), row("Fife", "none"))
    )
    [error] = told(file, "error")
    assert error.startswith(
        "table 2: This table was not understood and was left out: “Council Telephone Fife none”."
    )
    assert "“What is it called?”" in error


def test_a_document_without_products_says_what_was_expected() -> None:
    assert any("No products were found" in words for words in told(word.handbook(text("Nothing.")), "error"))


def test_audiences_are_proposed_from_who_can_use_it() -> None:
    words = "LEPs, local authorities, and the third sector; the Notice is public facing, not for employers."
    found = read(word.handbook(products_table(product("One", used_by=words)))).products[0]
    assert found.proposed_audiences == (
        "Local employability partnerships",
        "Local authorities",
        "Third sector",
        "Employers",
        "Public",
    )
    sector = read(word.handbook(products_table(product("One", used_by="The public sector.")))).products[0]
    assert sector.proposed_audiences == ()


def test_a_status_that_the_site_wrote_is_not_read_as_a_name_or_link() -> None:
    name = cell("Toolkit", text("Under review", style="HandbookStatus"))
    file = word.handbook(products_table(product(name)))
    assert names(file) == ["Toolkit"]
    assert told(file) == []
