"""Annex A, the timeline, and Annex B, the further resources."""

import pytest

from cms.partial_dates.value import LATEST_STATISTICS, PartialDate
from resources.handbook.content import Link, Note, Passage
from resources.handbook.word import read
from resources.handbook.word.found import FoundHandbook
from tests.resources.handbook.word import documents as word
from tests.resources.handbook.word.documents import cell, heading, headings, link, raised, row, table, text

URL = "https://example.org/plan/"


def annex_a(*blocks: str) -> FoundHandbook:
    return read(word.handbook(heading("ANNEX A – Background: timeline"), *blocks))


def annex_b(*rows: str, after: str = "") -> FoundHandbook:
    columns = headings("Type of Resource", "Date Published", "Publication / Resource")
    return read(
        word.handbook(heading("Annex B: Resources"), text("More to read."), table(columns, *rows), after)
    )


def timeline(*rows: str) -> FoundHandbook:
    return annex_a(table(headings("Date", "Milestone", "More"), *rows))


def errors(book: FoundHandbook) -> list[str]:
    return [str(error) for error in book.errors if "No products" not in error.words]


@pytest.mark.parametrize(
    ("note", "mark"), [("*the 7 Principles", "*"), ("* the 7 Principles", "*"), ("† the 7 Principles", "†")]
)
def test_introduction_and_notes_are_told_apart(note: str, mark: str) -> None:
    book = annex_a(text("The timeline shows:"), text(note))
    assert book.timeline_introduction.html == "<p>The timeline shows:</p>"
    assert book.timeline_notes == (Note(mark, Passage("<p>the 7 Principles</p>")),)


def test_notes_may_have_a_raised_mark_and_several_paragraphs_in_our_style() -> None:
    own = [text("* One ", link("plan", URL), style="HandbookNote"), text("And more.", style="HandbookNote")]
    [first, second] = annex_a(*own, text(raised("1"), " Two")).timeline_notes
    assert first.text.html == f'<p>One <a href="{URL}">plan</a></p><p>And more.</p>'
    assert (second.mark, second.text.text) == ("1", "Two")


def test_a_milestone_has_date_title_mark_link_text_and_what_it_belongs_to() -> None:
    title = text(link("Agreement signed", URL), raised("*"))
    book = timeline(
        row("5 December 2018", cell(title, "By both."), cell(text(link("The plan", "https://example.org/"))))
    )
    [found] = book.milestones
    assert found.date == PartialDate.parse("5 December 2018")
    assert (found.title, found.note_mark, found.text.html) == ("Agreement signed", "*", "<p>By both.</p>")
    assert found.link == Link("Agreement signed", URL)
    assert found.belongs_to == Link("The plan", "https://example.org/")
    assert str(found.place) == "table 1, row 2"
    assert errors(book) == []


def test_a_typed_asterisk_after_a_title_is_its_mark() -> None:
    [found] = timeline(row("2018", "Delivery plan*", "")).milestones
    assert (found.title, found.note_mark) == ("Delivery plan", "*")


def test_a_date_merged_downwards_is_that_of_each_milestone() -> None:
    rows = [row(cell("2018", merge="restart"), "One", ""), row(cell("", merge="continue"), "Two", "")]
    assert [str(found.date) for found in timeline(*rows).milestones] == ["2018", "2018"]


def test_rows_that_the_site_made_of_products_are_left_out() -> None:
    def made(words: str) -> str:
        return cell(text(words, style="HandbookMade"))

    book = timeline(row(made("May 2022"), made("Toolkit"), ""), row("2021", "Started", ""))
    assert [found.title for found in book.milestones] == ["Started"]


def test_what_is_wrong_with_a_milestone_is_told_with_its_place() -> None:
    book = timeline(row("2018", "", ""), row("long ago", "Begun", ""))
    assert (
        errors(book)[0] == "table 1, row 2: The title of the milestone is missing, so the row was left out."
    )
    assert errors(book)[1].startswith("table 1, row 3, column 1 (Date): “long ago”: Enter a date such as")
    assert [(found.title, found.date) for found in book.milestones] == [("Begun", None)]


def test_a_timeline_in_lines_is_read_too() -> None:
    lines = [
        text("It began long ago: here."),
        text("December 2018 – ", link("Review", URL)),
        text("2019: Phase 1*"),
    ]
    book = annex_a(*lines)
    assert [(str(one.date), one.title, one.note_mark) for one in book.milestones] == [
        ("December 2018", "Review", ""),
        ("2019", "Phase 1", "*"),
    ]
    assert book.milestones[0].link == Link("Review", URL)
    assert book.timeline_introduction.text == "It began long ago: here."


def test_a_picture_of_the_timeline_is_kept_and_told() -> None:
    book = annex_a(text("See:"), text(word.picture("")))
    assert 'src="word:1"' in book.timeline_introduction.html
    assert any(
        str(remark) == "Annex A, paragraph 2: Picture 1 needs a description." for remark in book.remarks
    )


def test_a_resource_has_its_group_from_above_where_its_own_is_empty() -> None:
    book = annex_b(
        row("Reports", "Latest statistics", cell(text(link("Statistics", URL)))),
        row("", "2021", "National Overview"),
        row(cell("Website", merge="restart"), "Ongoing", "Site"),
        row(cell("", merge="continue"), "Ongoing", "Bulletin"),
    )
    assert [(one.group, one.title) for one in book.resources] == [
        ("Reports", "Statistics"),
        ("Reports", "National Overview"),
        ("Website", "Site"),
        ("Website", "Bulletin"),
    ]
    assert (book.resources[0].published, book.resources[0].url) == (LATEST_STATISTICS, URL)
    assert book.resources_introduction.text == "More to read."
    assert any(str(one) == "table 1, row 3: “National Overview” has no link." for one in book.remarks)


def test_a_group_may_have_a_row_of_its_own() -> None:
    book = annex_b(row(cell("Reports", span=3)), row("", "2021", "Overview"))
    assert [(one.group, one.title) for one in book.resources] == [("Reports", "Overview")]


def test_what_is_wrong_with_a_resource_is_told() -> None:
    two = cell(text(link("One", URL), " and ", link("two", "https://example.org/2")))
    book = annex_b(row("", "2021", "Overview"), row("Reports", "2021", ""), row("Reports", "?", two))
    told = errors(book)
    assert told[0] == "table 1, row 2: “Overview” stands under no type of resource."
    assert "The title of the resource is missing" in told[1] or "title" in told[1]
    assert any("column 2 (Date Published): “?”" in words for words in told)
    assert any("A second link was left out: “two https://example.org/2”" in words for words in told)


def test_a_line_before_the_table_is_text_whatever_it_ends_in() -> None:
    book = annex_a(text("See this table"), table(headings("Date", "Milestone"), row("2018", "Begun")))
    assert (book.timeline_introduction.text, len(book.milestones)) == ("See this table", 1)


def test_text_after_the_table_and_unknown_annexes_are_not_lost() -> None:
    book = annex_b(
        row("Reports", "2021", "Overview"), after=text("Ask us.") + heading("Annex C – Words") + text("NOLB.")
    )
    assert book.resources_introduction.text == "More to read.\nAsk us.\nNOLB."
    assert errors(book) == ["Annex C: This annex is not known; its text was put below Annex B."]
