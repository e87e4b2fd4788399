"""Each component of the design system shows what it is given, safely and with ids of its own."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory

from cms.design_system.templatetags.design_system import register
from tests.design_system.gallery import EXAMPLES, show
from tests.site.test_valid_html import problems

HOSTILE = "<img src=x onerror=\"alert('1')\"> & co"
WHOLE = "".join(EXAMPLES.values())


def parsed(name: str, words: str = "Words") -> BeautifulSoup:
    return BeautifulSoup(show(EXAMPLES[name], words), "html.parser")


def test_every_tag_of_the_library_has_an_example() -> None:
    shown = {name.split(" ")[0] for name in EXAMPLES if name.startswith("ds_")}
    assert set(register.tags) - shown == {"ds_form_field", "ds_has_errors"}


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name not in ("ds_icon", "ds_pagination")])
def test_a_component_shows_what_it_is_given(name: str) -> None:
    assert "Words" in show(EXAMPLES[name])


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_component_escapes_what_it_is_given(name: str) -> None:
    html = show(EXAMPLES[name], HOSTILE)
    assert "<img src=x" not in html
    assert "onerror=&quot;" in html or "onerror" not in html


def test_ids_are_unique_where_components_are_repeated() -> None:
    soup = BeautifulSoup(show(WHOLE + EXAMPLES["ds_table"] * 2 + EXAMPLES["ds_accordion"]), "html.parser")
    counts = Counter(tag["id"] for tag in soup.select("[id]"))
    assert [name for name, count in counts.items() if count > 1] == []


def test_blocks_rendered_one_by_one_for_a_request_share_the_count_of_ids() -> None:
    request = RequestFactory().get("/")
    first, second = (show(EXAMPLES["ds_table"], request=request) for _ in range(2))
    assert 'id="table-1"' in first
    assert 'id="table-2"' in second


def test_a_page_rendered_again_is_the_same() -> None:
    assert show(WHOLE) == show(WHOLE)


def test_whatever_an_attribute_refers_to_is_on_the_page() -> None:
    soup = BeautifulSoup(show(WHOLE), "html.parser")
    wanted = {
        word
        for attribute in ("aria-labelledby", "aria-describedby", "for")
        for tag in soup.select(f"[{attribute}]")
        for word in " ".join([tag[attribute]] if isinstance(tag[attribute], str) else tag[attribute]).split()
    }
    assert wanted - {tag["id"] for tag in soup.select("[id]")} == set()


def test_a_page_of_all_components_is_valid_html(tmp_path: Path) -> None:
    start = '<!DOCTYPE html>\n<html lang="en-GB"><head><title>All</title></head><body><h1>All</h1>'
    parts = [html for name, html in EXAMPLES.items() if name != "ds_page_header"]
    page = f"{start}{show(''.join(parts))}</body></html>"
    (tmp_path / "gallery.html").write_text(page, encoding="utf-8")
    assert problems(tmp_path) == []


def test_the_page_being_read_is_no_link_of_the_breadcrumbs() -> None:
    last = parsed("ds_breadcrumbs").select("li")[-1]
    assert last.find("a") is None
    assert last.find(attrs={"aria-current": "page"}).text == "Words"


def test_the_chapter_being_read_is_no_link() -> None:
    current = parsed("ds_contents_nav").select('[aria-current="page"]')
    # The one at the address that is read, and the one without an address.
    assert [tag.name for tag in current] == ["span", "span"]


def test_pagination_keeps_the_filters_of_the_reader() -> None:
    links = {tag.text.split()[-1]: tag["href"] for tag in parsed("ds_pagination").select("a")}
    assert links["1"] == "?type=plan"
    assert links["6"] == "?type=plan&page=6"


def test_a_listing_of_one_page_has_no_pagination() -> None:
    html = show("{% ds_pagination only_page %}")
    assert "<nav" not in html


def test_link_words_that_repeat_say_what_they_lead_to() -> None:
    html = show('{% ds_card "Service standards" "/s/" link_text="Find out more" %}')
    link = BeautifulSoup(html, "html.parser").find("a")
    assert link.get_text(" ", strip=True) == "Find out more about Service standards"


def test_terms_without_a_value_are_left_out() -> None:
    assert "Empty" not in show(EXAMPLES["ds_page_header"])


def test_each_cell_of_a_stacked_table_carries_its_heading() -> None:
    cell = parsed("ds_table").select_one("tbody td")
    assert cell.select_one(".es_table__label").text == "Words"
    assert parsed("ds_table of figures").select(".es_table__label") == []


def test_headings_of_columns_of_figures_stand_with_the_figures() -> None:
    assert ["class" in heading.attrs for heading in parsed("ds_table").select("thead th")] == [False, True]


@pytest.mark.parametrize(
    ("file_type", "picture", "words"),
    [("pdf", "pdf.svg", "PDF"), (".docx", "word.svg", "DOCX"), ("odd", "generic.svg", "ODD")],
)
def test_a_file_has_the_picture_and_name_of_its_type(file_type: str, picture: str, words: str) -> None:
    html = show('{% ds_file_download "A" "/a" kind %}'.replace("kind", f'"{file_type}"'))
    assert picture in html
    assert f'<dd class="ds_metadata__value">{words}</dd>' in html
