"""Sections, annexes and contents lists, whatever marks their headings."""

import pytest

from cms.partial_dates.value import PartialDate
from resources.handbook.word import read
from tests.resources.handbook.word import documents as word
from tests.resources.handbook.word.documents import bold, heading, item, product, products_table, text

TABLE = products_table(product("Toolkit"))


def found(file: bytes) -> list[tuple[str, str]]:
    return [(section.heading, section.shows) for section in read(file).sections]


def told(file: bytes) -> str:
    return "\n".join(str(remark) for remark in read(file).remarks)


def test_sections_lose_their_number_and_show_what_follows_in_them() -> None:
    file = word.document(
        heading("1. Introduction"),
        text("One."),
        heading("2. Overview"),
        TABLE,
        heading("3. How the resources fit together"),
        text("Two."),
    )
    assert found(file) == [
        ("Introduction", ""),
        ("Overview", "products"),
        ("How the resources fit together", "diagram"),
    ]
    assert [str(section.place) for section in read(file).sections] == ["section 1", "section 2", "section 3"]


def test_what_fits_together_before_the_products_is_no_diagram() -> None:
    file = word.document(heading("1. How we fit together"), text("One."), heading("2. Overview"), TABLE)
    assert found(file) == [("How we fit together", ""), ("Overview", "products")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Introduction", "2. Overview"),
        ("1 Introduction", "2 Overview"),
        ("1) Introduction", "2) Overview"),
        ("Section 1: Introduction", "Section 2 – Overview"),
        ("Introduction", "Overview"),
    ],
)
@pytest.mark.parametrize(
    "looks", [bold, heading, lambda words: text(words.upper())], ids=["bold", "style", "capitals"]
)
def test_headings_may_be_styled_bold_or_in_capitals_numbered_or_not(looks, first, second) -> None:
    file = word.document(
        text("National Products Handbook", style="Title"),
        looks(first),
        text("One."),
        looks(second),
        text("Two."),
        TABLE,
    )
    headings = [(name.capitalize(), shows) for name, shows in found(file)]
    assert headings == [("Introduction", ""), ("Overview", "products")]
    assert [section.body.text for section in read(file).sections] == ["One.", "Two."]


def test_numbers_of_a_list_can_be_those_of_bold_headings() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    parts = [
        text(word.run(name, "b"), properties=number) + text("Words.") for name in ("Introduction", "Overview")
    ]
    assert found(word.document(*parts)) == [("Introduction", ""), ("Overview", "")]


def test_a_document_without_any_style_has_a_title_a_date_and_sections() -> None:
    file = word.document(
        bold("No One Left Behind"),
        bold("National Products Handbook"),
        text("Published October 2024"),
        bold("Introduction"),
        text("Words."),
        bold("Overview"),
        bold("Products Table"),
        TABLE,
        bold("ANNEX B – More"),
        text("Reports."),
    )
    book = read(file)
    assert (book.title, book.subtitle) == ("National Products Handbook", "No One Left Behind")
    assert book.published == PartialDate.in_month(2024, 10)
    assert found(file) == [("Introduction", ""), ("Overview", "products")]
    assert book.resources_introduction.text == "Reports."


def test_bold_words_in_a_document_with_headings_stay_words() -> None:
    file = word.handbook(bold("Please note"), text("This."))
    assert read(file).sections[0].body.html == "<p><b>Please note</b></p><p>This.</p>"


def test_one_heading_that_lost_its_style_still_begins_its_section() -> None:
    file = word.handbook(text("One."), bold("2. More"), text("Two."), heading("3. Last"))
    assert [name for name, _shows in found(file)] == ["Overview", "More", "Last"]


def test_headings_in_a_section_are_levels_below_it() -> None:
    file = word.handbook(heading("For whom", 2), text("You."), heading("When", 3), text("Now."))
    assert read(file).sections[0].body.html == "<h3>For whom</h3><p>You.</p><h4>When</h4><p>Now.</p>"


def test_sections_may_be_of_the_second_level_below_a_title_that_is_a_heading() -> None:
    file = word.document(
        heading("National Products Handbook"), heading("1. Introduction", 2), text("One."), heading("Why", 3)
    )
    assert read(file).title == "National Products Handbook"
    assert found(file) == [("Introduction", "")]
    assert read(file).sections[0].body.html == "<p>One.</p><h3>Why</h3>"


def test_a_title_in_the_style_of_sections_is_no_section() -> None:
    file = word.document(heading("National Products Handbook"), text("A motto."), heading("1. One"), TABLE)
    assert (read(file).title, found(file)) == ("National Products Handbook", [("One", "products")])


def test_styles_of_other_languages_are_headings_by_their_level_and_what_they_are_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="berschrift"><w:name w:val="Überschrift"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Eigen"><w:basedOn w:val="berschrift"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Rund1"><w:basedOn w:val="Rund2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Rund2"><w:basedOn w:val="Rund1"/></w:style>'
    )
    file = word.document(
        text("1. One", style="berschrift"),
        text("a", style="Rund1"),
        text("2. Two", style="Eigen"),
        styles=styles,
    )
    assert [name for name, _shows in found(file)] == ["One", "Two"]


def test_a_level_given_to_the_paragraph_itself_counts() -> None:
    inner = text("Inner", properties='<w:outlineLvl w:val="1"/>')
    words = text("Words", style="Heading2", properties='<w:outlineLvl w:val="9"/>')
    assert read(word.handbook(inner, words)).sections[0].body.html == "<h3>Inner</h3><p>Words</p>"


def test_a_heading_keeps_a_number_that_is_no_number_of_a_section() -> None:
    file = word.document(heading("5 steps to work"), text("a"), heading("2024 to 2027"), text("b"))
    assert [name for name, _shows in found(file)] == ["5 steps to work", "2024 to 2027"]


def test_typed_lines_of_contents_are_left_out_and_it_is_told() -> None:
    lines = [
        heading("Resource Handbook Contents"),
        text("1. Introduction\t1"),
        text("2. Overview ........ 3"),
        text("ANNEX B – More…… 7"),
        text("2. Overview"),
        text("Ask us for more."),
    ]
    file = word.document(
        *lines,
        heading("1. Introduction"),
        text("One."),
        heading("2. Overview"),
        TABLE,
        heading("ANNEX B – More"),
    )
    assert [name for name, _shows in found(file)] == ["Introduction", "Overview"]
    assert "4 lines of contents were left out" in told(file)
    assert "“Ask us for more.” stands in the contents list and was left out" in told(file)


def test_lines_of_contents_without_a_heading_of_their_own_are_left_out() -> None:
    file = word.handbook(text("Words."), before=text("1. Overview\t1"))
    assert "1 line of contents was left out" in told(file)
    assert "stands before the first section" not in told(file)


def test_contents_that_word_made_are_left_out_as_field_and_as_content_control() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    lines = (
        text(mark.format("begin"), code, mark.format("separate"), word.run("1. Overview 1"))
        + text("Something 2")
        + text(mark.format("end"))
    )
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{text('Contents')}{text('1. Overview 1')}</w:sdtContent></w:sdt>"
    )
    for contents in (lines, control, text("1. Overview 1", style="TOC1")):
        file = word.handbook(text("Words."), before=contents)
        assert found(file) == [("Overview", "")]
        assert read(file).sections[0].body.text == "Words."
        assert "of contents w" in told(file)
        assert "Something" not in told(file)


def test_a_field_that_is_never_closed_swallows_nothing_but_contents() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    code = "<w:r><w:instrText> TOC </w:instrText></w:r>"
    open_contents = text(begin, code, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', word.run("x 1"))
    file = word.handbook(text("Words.", begin), text("More."), before=open_contents)
    assert read(file).sections[0].body.text == "Words.\nMore."


def test_wide_pages_and_page_breaks_change_nothing() -> None:
    landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    file = word.handbook(
        text("One."),
        text(properties=landscape),
        TABLE,
        text('<w:r><w:br w:type="page"/></w:r>'),
        text("Two."),
    )
    assert read(file).sections[0].body.html == "<p>One.</p><p>Two.</p>"
    assert found(file) == [("Overview", "products")]


def test_the_caption_of_the_table_is_left_out_and_told() -> None:
    file = word.handbook(text("Words."), text("No One Left Behind Products Table"), text(), TABLE)
    assert read(file).sections[0].body.text == "Words."
    assert "table 1: The caption “No One Left Behind Products Table” was left out" in told(file)


@pytest.mark.parametrize(
    "line",
    ["Published October 2024", "Published: October 2024", "October 2024", "First published October 2024"],
)
def test_the_date_of_publication_is_read(line) -> None:
    file = word.document(
        text("National Products Handbook", style="Title"), text(line), heading("1. Overview"), TABLE
    )
    assert read(file).published == PartialDate.in_month(2024, 10)
    assert not read(file).errors


def test_a_date_of_publication_that_cannot_be_read_is_told() -> None:
    file = word.document(
        text("Handbook", style="Title"), text("Published in due course"), heading("1. One"), TABLE
    )
    assert read(file).published is None
    assert "start of the document, paragraph 2: “Published in due course”: Enter a date" in told(file)


def test_the_title_of_our_own_files_is_what_stands_in_its_style() -> None:
    start = text("Products", style="Title") + text("All about the handbook", style="Subtitle")
    own = text("Working version", style="HandbookStatus")
    for before, title in ((start, "All about the handbook"), (start + own, "Products")):
        assert read(word.document(before, heading("1. One"), TABLE)).title == title


def test_what_stands_before_the_first_section_is_told() -> None:
    assert "“A motto” stands before the first section" in told(word.handbook(before=text("A motto")))


def test_a_document_without_sections_or_title_says_so() -> None:
    assert "No section was found" in told(word.document(item("a")))
    assert "No title was found" in told(word.document(item("a"), heading("1. One")))
