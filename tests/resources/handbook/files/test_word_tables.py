from dataclasses import replace

import pytest

from cms.partial_dates.value import PartialDate
from resources.handbook.content import Link, Milestone, Note, Passage
from resources.handbook.files import word_file
from tests.factories.handbook import CATEGORIES, handbook, product
from tests.resources.handbook.files.opened import NAMES, Opened, W, words

HEADINGS = [
    "What is it called?",
    "When was it published?",
    "What does it do?",
    "Who made it?",
    "Who can use it?",
    "How and when can it be used?",
]


@pytest.fixture(scope="module")
def opened():
    return Opened(word_file.make(handbook()))


def _rows(table):
    """Rows as lists of cells, which are lists of paragraphs' words."""
    return [
        [[words(one) for one in cell.findall(f"{W}p")] for cell in row.findall(f"{W}tc")]
        for row in table.findall(f"{W}tr")
    ]


def _first_product(**fields):
    book = handbook(1)
    category = replace(book.categories[0], products=(replace(product("Service Standards"), **fields),))
    opened = Opened(word_file.make(replace(book, categories=(category,))))
    return opened, _rows(opened.find("//w:tbl")[0])[2]


def test_each_category_has_its_table_with_headings_and_its_name(opened):
    tables = opened.find("//w:tbl")[:4]
    for table, name in zip(tables, CATEGORIES, strict=True):
        headings, category, *products = _rows(table)
        assert headings == [[heading] for heading in HEADINGS]
        assert category == [[name]]
        assert products
        over = table.findall(f"{W}tr")[1].find("w:tc/w:tcPr/w:gridSpan", NAMES)
        assert over.get(f"{W}val") == "6"
        assert table.findall(f"{W}tr")[1].find("w:tc/w:p/w:r/w:rPr/w:i", NAMES) is not None


def test_only_the_row_of_headings_is_repeated_on_each_page(opened):
    tables = opened.find("//w:tbl")
    assert len(tables) == 6
    for table in tables:
        marked = [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in table.findall(f"{W}tr")]
        assert marked == [True] + [False] * (len(marked) - 1)


def test_no_row_is_parted_between_pages(opened):
    assert len(opened.find("//w:tr")) == len(opened.find("//w:tr[w:trPr/w:cantSplit]"))


def test_each_table_is_told_in_words_and_has_its_caption_above(opened):
    for table in opened.find("//w:tbl"):
        assert table.find("w:tblPr/w:tblCaption", NAMES).get(f"{W}val")
        assert table.find("w:tblPr/w:tblDescription", NAMES).get(f"{W}val").startswith("One row a ")
    captions = opened.styled("HandbookCaption")
    assert captions == [f"Table {number}. {name}" for number, name in enumerate(CATEGORIES, start=1)]
    for caption, table in zip(captions, opened.find("//w:tbl"), strict=False):
        assert table.find("w:tblPr/w:tblCaption", NAMES).get(f"{W}val") == caption
        assert words(table.getprevious()) == caption


def test_cells_are_as_wide_as_the_grid_says(opened):
    for table in opened.find("//w:tbl"):
        grid = [int(one.get(f"{W}w")) for one in table.findall("w:tblGrid/w:gridCol", NAMES)]
        for row in table.findall(f"{W}tr"):
            widths = [int(one.get(f"{W}w")) for one in row.findall("w:tc/w:tcPr/w:tcW", NAMES)]
            assert widths in (grid, [sum(grid)])
        assert sum(grid) in (16838 - 2 * 1134, 11906 - 2 * 1134)


def test_first_cell_has_the_name_and_the_links_each_led_to_its_address():
    opened, cells = _first_product()
    assert cells[0] == ["Service Standards", "Summary"]
    assert ("Service Standards", "https://example.org/service-standards/") in opened.links
    assert ("Summary", "https://example.org/service-standards.pdf") in opened.links


def test_second_cell_has_the_date_and_the_rhythm():
    _opened, cells = _first_product(rhythm="Updated twice a year")
    assert cells[1] == ["December 2021", "Updated twice a year"]


def test_rhythm_keeps_its_place_where_no_date_is_known():
    _opened, cells = _first_product(published=None, rhythm="Updated twice a year")
    assert cells[1] == ["", "Updated twice a year"]


def test_status_is_marked_as_made_by_the_site():
    opened, cells = _first_product(status="under_review")
    assert cells[0] == ["Service Standards", "Summary", "Under review"]
    assert "Under review" in opened.styled("HandbookStatus")


def test_rich_text_keeps_its_lists_and_looks():
    opened, cells = _first_product()
    assert cells[3] == ["Made by partners together."]
    assert cells[4] == ["Local authorities", "Delivery partners"]
    assert opened.styled("ListBullet") == ["one", "Local authorities", "Delivery partners"]
    assert [words(run) for run in opened.find("//w:tc//w:r[w:rPr/w:b]")] == ["together"]


def test_diagram_is_told_as_a_list_of_what_was_stated(opened):
    told = opened.after("3. How the resources fit together")
    assert told[:4] == [
        ("", "Together."),
        ("HandbookMade", "Shared ambition: Better outcomes for people"),
        ("HandbookMade", "National products"),
        ("HandbookMade", "Product 1"),
    ]
    assert ("HandbookMade", "Product 1 supports Product 2") in told
    assert len([text for _style, text in told if "supports" in text]) == 1


def test_timeline_has_milestones_and_products_in_the_order_of_time(opened):
    rows = _rows(opened.find("//w:tbl")[4])
    assert rows[0] == [["Date"], ["Milestone"], ["More"]]
    assert rows[1] == [["2016"], ["New powers"], [""]]
    assert rows[2] == [["5 December 2018"], ["Agreement signed*", "By both partners."], [""]]
    assert rows[3] == [["December 2021"], ["Product 1"], [""]]
    assert len(rows) == 1 + 2 + 9


def test_rows_of_products_in_the_timeline_are_marked_as_made_by_the_site(opened):
    styles = [
        {one.get(f"{W}val") for one in row.findall("w:tc/w:p/w:pPr/w:pStyle", NAMES)}
        for row in opened.find("//w:tbl")[4].findall(f"{W}tr")
    ]
    assert styles == [set(), set(), set()] + [{"HandbookMade"}] * 9


def test_milestone_leads_to_its_link_with_its_mark_raised_behind(opened):
    assert ("Agreement signed", "https://example.org/agreement/") in opened.links
    (mark,) = opened.find("//w:r[w:rPr/w:vertAlign/@w:val='superscript']")
    assert words(mark) == "*"
    assert mark.getprevious().tag == f"{W}hyperlink"


def test_milestone_names_what_it_belongs_to():
    about = Link("The plan", "https://example.org/plan/")
    milestone = Milestone("m", PartialDate.in_year(2020), "Plan published", belongs_to=about)
    opened = Opened(word_file.make(handbook(0, milestones=(milestone,))))
    assert _rows(opened.find("//w:tbl")[4])[1] == [["2020"], ["Plan published"], ["The plan"]]
    assert ("The plan", "https://example.org/plan/") in opened.links


def test_notes_start_with_their_marks(opened):
    assert opened.styled("HandbookNote") == ["* The principles stand in the plan."]


def test_note_may_have_several_paragraphs_and_a_list():
    text = Passage("<p>One.</p><p>Two.</p><ul><li>three</li></ul>")
    opened = Opened(word_file.make(handbook(0, timeline_notes=(Note("†", text),))))
    assert opened.styled("HandbookNote") == ["† One.", "Two.", "three"]
    assert len(opened.find("//w:p[w:pPr/w:pStyle/@w:val='HandbookNote' and w:pPr/w:numPr]")) == 1


def test_further_resources_have_group_date_and_link(opened):
    assert _rows(opened.find("//w:tbl")[5]) == [
        [["Type of Resource"], ["Date Published"], ["Publication / Resource"]],
        [["Statistics"], ["Latest statistics"], ["Statistics"]],
        [["Website"], ["Ongoing"], ["Bulletin archive"]],
    ]
    assert ("Bulletin archive", "https://example.org/bulletin/") in opened.links


def test_empty_passage_leaves_an_empty_cell():
    _opened, cells = _first_product(what=Passage())
    assert cells[2] == [""]


def test_gaelic_handbook_has_gaelic_dates():
    opened = Opened(word_file.make(handbook(1, language="gd")))
    assert "Dùbhlachd" in _rows(opened.find("//w:tbl")[0])[2][1][0]
