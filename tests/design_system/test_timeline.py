"""The timeline: a list of years that says everything, and an overview that counts the same entries."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template import Context, engines
from django.utils.safestring import mark_safe
from django.utils.translation import override

from cms.design_system.lettering import LINE_HEIGHT, text_width
from cms.design_system.timeline import overview as overviews
from cms.design_system.timeline.records import Year, collect


def entry(title: str, **fields: Any) -> dict[str, Any]:
    return {"date": "", "title": title, **fields}


def years(**counts: tuple[int, int]) -> list[Year]:
    """Years with so many milestones and products; `y2018=(1, 2)`."""
    raw = [
        {
            "label": label.lstrip("y").replace("_", " "),
            "entries": [entry("m")] * milestones + [entry("p", is_product=True)] * products,
        }
        for label, (milestones, products) in counts.items()
    ]
    return collect(raw, (), ())[0]


def drawn(**counts: tuple[int, int]) -> overviews.Overview:
    overview = overviews.draw_overview(years(**counts))
    assert overview
    return overview


def shown(raw: list[Any], notes: list[tuple[str, str]] | None = None, template: str = "") -> BeautifulSoup:
    template = template or "{% ds_timeline years notes %}"
    context = Context({"years": raw, "notes": notes or []})
    html = engines["django"].engine.from_string(template).render(context)
    return BeautifulSoup(html, "html.parser")


def boxes(overview: overviews.Overview) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of everything below the line that is words."""
    size = overviews.LABEL_SIZE
    found = []
    for tick in overview.ticks:
        for line in tick.label:
            half = text_width(line.text, size) / 2
            found.append((line.x - half, line.y - size, line.x + half, line.y + size * (LINE_HEIGHT - 1)))
    for key in overview.legend:
        line = key.words
        right = line.x + text_width(line.text, size)
        found.append((line.x, line.y - size, right, line.y + size * (LINE_HEIGHT - 1)))
    return found


def test_the_list_comes_before_the_drawing_and_says_everything() -> None:
    review = entry("Review", date="May 2018", url="/r/", text="Words")
    soup = shown([{"label": "2018", "entries": [review]}, {"label": "2019", "entries": [entry("A")]}])
    html = str(soup)
    assert html.index("<ol") < html.index("<svg")
    item = soup.select_one("ol ol li")
    assert soup.select_one("ol > li > h3").text == "2018"
    assert item.get_text(" ", strip=True) == "May 2018 Review Words"
    assert item.a["href"] == "/r/"


def test_the_drawing_is_described_from_the_entries_of_the_list() -> None:
    raw = [
        {"label": "2018", "entries": [entry("A")]},
        {"label": "2020", "entries": [entry("B"), entry("C"), entry("D", is_product=True)]},
    ]
    svg = shown(raw).svg
    assert svg["role"] == "img"
    assert svg.desc.text == "2018: 1 milestone. 2020: 2 milestones, 1 product."
    ids = {svg.title["id"], svg.desc["id"]}
    assert set(svg["aria-labelledby"].split()) == ids


def test_every_entry_is_a_dot_of_its_kind_above_its_year() -> None:
    overview = drawn(y2018=(2, 0), y2020=(1, 3))
    dots = {tick.label[0].text: Counter(dot.is_product for dot in tick.dots) for tick in overview.ticks}
    assert dots == {"2018": {False: 2}, "2019": {}, "2020": {False: 1, True: 3}}
    assert [tick.count for tick in overview.ticks] == ["2", "", "4"]


def test_dots_neither_touch_each_other_nor_their_number() -> None:
    for tick in drawn(y2018=(3, 5), y2019=(1, 0)).ticks:
        heights = [dot.y for dot in tick.dots]
        gaps = [below - above for below, above in pairwise(heights)]
        assert all(gap >= 2 * overviews.DOT + 3 for gap in gaps)
        assert tick.count_y < min(heights) - overviews.DOT


@pytest.mark.parametrize("products", [9, 60, 200])
def test_many_entries_of_a_year_share_marks_and_the_legend_says_so(products: int) -> None:
    overview = drawn(y2018=(1, 0), y2019=(0, products))
    worth = -(-products // overviews.MOST_DOTS)
    assert len(overview.ticks[1].dots) <= overviews.MOST_DOTS
    assert overview.ticks[1].count == str(products)
    assert overview.legend[-1].words.text == f"Each mark stands for up to {worth}."


def test_dots_of_one_kind_need_no_legend() -> None:
    assert drawn(y2018=(1, 0)).legend == ()
    assert [key.words.text for key in drawn(y2018=(1, 1)).legend] == ["Milestone", "Product"]


@pytest.mark.parametrize("first", [2024, 2016, 2000, 1985, 1900])
@pytest.mark.parametrize("others", [0, 1, 2, 6])
def test_words_of_the_overview_stay_inside_and_apart(first: int, others: int) -> None:
    named = [
        "Ongoing",
        "Latest statistics",
        "Gàidhealtachd",
        "Later",
        "W" * 40,
        "a b c d e f g h i j k l m n",
    ]
    counts = {f"y{year}": (1, 1) for year in {first, 2024}} | dict.fromkeys(named[:others], (1, 0))
    overview = drawn(**dict(sorted(counts.items(), key=lambda pair: not pair[0].startswith("y"))))
    found = boxes(overview)
    for left, top, right, bottom in found:
        assert 0 <= left < right <= overview.width
        assert overview.line < top < bottom <= overview.height
    for number, one in enumerate(found):
        for two in found[number + 1 :]:
            assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] + 1 or two[3] <= one[1] + 1


def test_years_without_entries_keep_their_place_unless_the_time_is_very_long() -> None:
    assert len(drawn(y2010=(1, 0), y2020=(1, 0)).ticks) == 11
    assert len(drawn(y1707=(1, 0), y2020=(1, 0)).ticks) == 2


def test_what_has_no_year_stands_after_the_line() -> None:
    overview = drawn(y2020=(1, 0), Ongoing=(1, 0))
    assert overview.ticks[0].x < overview.last_year < overview.ticks[1].x
    assert drawn(Ongoing=(1, 0)).last_year == 0


def test_few_years_are_not_spread_over_the_whole_width() -> None:
    assert drawn(y2020=(1, 0), y2021=(1, 0)).width < 300
    assert drawn(y2000=(1, 0), y2021=(1, 0)).width == overviews.WIDTH


def test_one_year_alone_needs_no_overview() -> None:
    assert shown([{"label": "2018", "entries": [entry("A")]}]).svg is None


def test_nothing_is_drawn_without_entries() -> None:
    soup = shown([{"label": "2018", "entries": []}])
    assert soup.svg is None
    assert soup.h3 is None


def test_a_mark_leads_to_its_note_and_the_note_back_to_the_first_mark() -> None:
    raw = [{"label": "2018", "entries": [entry("A", note_mark="*"), entry("B", note_mark="*"), entry("C")]}]
    soup = shown(raw, [("*", mark_safe("<p>The <b>principles</b></p>"))])
    marks = soup.select("sup a")
    assert [mark["href"] for mark in marks] == ["#note-1", "#note-1"]
    assert marks[0]["aria-label"] == "Note *"
    note = soup.find(id="note-1")
    assert note.b.text == "principles"
    assert soup.find(id=note.select_one("a")["href"][1:]) is marks[0]
    assert len(soup.select("[id]")) == len({tag["id"] for tag in soup.select("[id]")})


def test_a_mark_without_a_note_and_a_note_without_a_mark_lead_nowhere() -> None:
    soup = shown([{"label": "2018", "entries": [entry("A", note_mark="†")]}], [("*", "Words")])
    assert soup.sup.text == "†"
    assert soup.sup.a is None
    assert soup.find(id="note-1").a is None


def test_two_notes_of_one_mark_are_both_shown_and_the_first_is_led_to() -> None:
    raw = [{"label": "2018", "entries": [entry("A", note_mark="*")]}]
    soup = shown(raw, [("*", "One"), ("*", "Two")])
    assert soup.sup.a["href"] == "#note-1"
    assert [len(note.select("a")) for note in soup.select(".es_timeline__note")] == [1, 0]


def test_text_that_knows_its_html_is_shown_as_such_and_other_text_is_escaped() -> None:
    class Rich:
        def __html__(self) -> str:
            return "<p>A <b>bold</b> word</p>"

    first, second = shown(
        [{"label": "2018", "entries": [entry("A", text=Rich()), entry("B", text="<b>x</b>")]}]
    ).select("ol ol li")
    assert first.b.text == "bold"
    assert second.b is None


def test_a_product_is_named_so_and_what_an_entry_is_about_is_linked() -> None:
    about = {"title": "Delivery plan", "url": "/plan/"}
    raw = [{"label": "2018", "entries": [entry("A", is_product=True), entry("B", belongs_to=about)]}]
    first, second = shown(raw).select("ol ol li")
    assert first.select_one(".ds_tag").text == "Product"
    assert second.select_one(".ds_tag") is None
    assert second.a["href"] == "/plan/"


def test_a_date_that_is_the_year_is_not_said_twice() -> None:
    soup = shown([{"label": "2018", "entries": [entry("A", date="2018"), entry("B", date="May 2018")]}])
    assert [tag.text for tag in soup.select(".es_timeline__date")] == ["May 2018"]


def test_headings_have_the_level_they_are_given() -> None:
    raw = [{"label": "2018", "entries": [entry("A")]}]
    assert shown(raw, template="{% ds_timeline years level=4 %}").h4.text == "2018"


def test_numbers_of_the_drawing_keep_their_points_in_every_language() -> None:
    raw = [{"label": "2018", "entries": [entry("A")]}, {"label": "2021", "entries": [entry("B")]}]
    english = str(shown(raw).svg)
    with override("de"):
        german = str(shown(raw).svg)
    assert "." in english.split("role")[0]
    assert german.split("<g")[1:] == english.split("<g")[1:]
