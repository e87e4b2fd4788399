import pytest

from resources.handbook.content import Passage, Section
from resources.handbook.files import word_file
from tests.factories.handbook import handbook
from tests.resources.handbook.files.opened import NAMES, Opened, W, words

BOOK = handbook(
    sections=(
        Section(
            "s1", 1, "Introduction", Passage("<h3>For <i>whom</i></h3><h4>Not listed</h4><h3>For what</h3>")
        ),
        Section("s2", 2, "Overview", Passage(), "products"),
    )
)


@pytest.fixture(scope="module")
def opened():
    return Opened(word_file.make(BOOK))


def _lines(opened):
    return opened.find("//w:sdtContent/w:p[w:hyperlink]")


def test_contents_are_one_field_that_word_can_fill_anew(opened):
    control = opened.find("//w:sdt")[0]
    assert control.find("w:sdtPr/w:docPartObj/w:docPartGallery", NAMES).get(f"{W}val") == "Table of Contents"
    codes = [code.text.strip() for code in control.iter(f"{W}instrText")]
    assert codes[0] == 'TOC \\o "1-2" \\h \\z'
    assert all(code.startswith("PAGEREF _Toc") for code in codes[1:])
    marks = [mark.get(f"{W}fldCharType") for mark in control.iter(f"{W}fldChar")]
    depth = 0
    for mark in marks:
        depth += {"begin": 1, "separate": 0, "end": -1}[mark]
        assert depth >= 0
    assert depth == 0
    assert marks.count("begin") == marks.count("separate") == len(codes)


def test_word_is_told_to_count_the_pages(opened):
    assert opened.part("word/settings.xml").find(f"{W}updateFields").get(f"{W}val") == "true"


def test_contents_list_the_headings_of_two_levels_in_order(opened):
    lines = [
        (line.find("w:pPr/w:pStyle", NAMES).get(f"{W}val"), words(line).strip("\t"))
        for line in _lines(opened)
    ]
    assert lines == [
        ("TOC1", "1. Introduction"),
        ("TOC2", "For whom"),
        ("TOC2", "For what"),
        ("TOC1", "2. Overview"),
        ("TOC1", "ANNEX A – Background: No One Left Behind timeline"),
        ("TOC1", "ANNEX B – Additional Resources"),
    ]
    assert opened.styled("Heading3") == ["Not listed"]


def test_each_line_leads_to_its_heading_and_counts_its_page(opened):
    for line in _lines(opened):
        target = line.find("w:hyperlink", NAMES).get(f"{W}anchor")
        (heading,) = opened.find(f"//w:p[w:bookmarkStart/@w:name='{target}']")
        assert words(heading) == words(line).strip("\t")
        assert f"PAGEREF {target} " in "".join(code.text for code in line.iter(f"{W}instrText"))


def test_bookmarks_are_closed_and_have_numbers_of_their_own(opened):
    starts = [one.get(f"{W}id") for one in opened.find("//w:bookmarkStart")]
    assert starts == [one.get(f"{W}id") for one in opened.find("//w:bookmarkEnd")]
    assert len(set(starts)) == len(starts)


def test_page_numbers_that_were_given_show_until_word_counts():
    pages = {"section-1": 3, "section-1-2": 4, "annex-b": 12}
    lines = [words(line) for line in _lines(Opened(word_file.make(BOOK, pages)))]
    assert lines[0] == "1. Introduction\t3"
    assert lines[1] == "For whom\t"
    # The heading below the second level counts, though the contents leave it out.
    assert lines[2] == "For what\t"
    assert lines[5] == "ANNEX B – Additional Resources\t12"


def test_contents_start_a_page_and_the_text_another(opened):
    title = opened.find("//w:sdtContent/w:p")[0]
    assert words(title) == "Contents"
    assert title.find("w:pPr/w:pageBreakBefore", NAMES) is not None
    after = opened.find("//w:sdt/following-sibling::w:p")[0]
    assert after.find("w:pPr/w:sectPr/w:type", NAMES).get(f"{W}val") == "nextPage"


def test_handbook_without_sections_still_lists_its_annexes():
    assert len(_lines(Opened(word_file.make(handbook(sections=()))))) == 2
