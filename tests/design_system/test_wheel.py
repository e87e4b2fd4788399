"""The wheel keeps its words inside its segments, whatever editors write."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from cms.design_system import wheel
from cms.design_system.lettering import LINE_HEIGHT, text_width, wrap
from tests.design_system.gallery import show

WORDS = ["user", "Shared", "measurement", "framework", "and", "Gàidhealtachd", "MMMMMMMMMM", "1", "œ–—"]
COUNTS = range(1, 15)


def random_names(count: int, seed: int) -> list[str]:
    choose = random.Random(seed)
    return [" ".join(choose.choices(WORDS, k=choose.randint(1, 6))) for _ in range(count)]


def boxes(segment: wheel.Segment, size: float) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each line as drawn."""
    height = size * LINE_HEIGHT
    drawn = []
    for line in segment.lines:
        half = text_width(line.text, size) / 2
        top = line.y - height * 0.78
        drawn.append((line.x - half, top, line.x + half, top + height))
    return drawn


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("seed", range(6))
def test_words_never_leave_their_segment(count: int, seed: int) -> None:
    names = random_names(count, seed)
    drawing = wheel.draw_wheel("Centre", names)
    for index, segment in enumerate(drawing.segments):
        for left, top, right, bottom in boxes(segment, drawing.name_size):
            inner = (left + 0.2, top + 0.2, right - 0.2, bottom - 0.2)  # what rounding may take
            assert wheel.is_inside(*inner, index, count), (names[index], segment.lines)


@pytest.mark.parametrize("count", COUNTS)
def test_a_name_is_drawn_whole_or_left_to_its_number(count: int) -> None:
    names = random_names(count, seed=count)
    for name, segment in zip(names, wheel.draw_wheel("", names).segments, strict=True):
        words = " ".join(line.text for line in segment.lines)
        assert words in {f"{segment.number} {' '.join(name.split())}", str(segment.number)}


@pytest.mark.parametrize("count", COUNTS)
def test_lines_stand_under_each_other(count: int) -> None:
    drawing = wheel.draw_wheel("", random_names(count, seed=1))
    for segment in drawing.segments:
        feet = [line.y for line in segment.lines]
        gaps = [after - before for before, after in pairwise(feet)]
        assert all(gap == pytest.approx(drawing.name_size * LINE_HEIGHT, abs=0.2) for gap in gaps)


@pytest.mark.parametrize("count", COUNTS)
def test_segments_are_equal_and_fill_the_circle(count: int) -> None:
    spans = [wheel.angles(index, count) for index in range(count)]
    assert spans[0][0] == 0
    assert spans[-1][1] == pytest.approx(2 * math.pi)
    assert all(before[1] == after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize("count", [count for count in COUNTS if count > 1])
def test_neighbours_differ_in_colour(count: int) -> None:
    tones = [segment.tone for segment in wheel.draw_wheel("", ["name"] * count).segments]
    assert all(one != two for one, two in zip(tones, tones[1:] + tones[:1], strict=True))


@pytest.mark.parametrize("text", ["No One Left Behind", "Employability", "x" * 80, "", "a b " * 40])
def test_words_in_the_middle_stay_inside_the_hub(text: str) -> None:
    drawing = wheel.draw_wheel(text, ["one", "two"])
    for line in drawing.centre:
        half = text_width(line.text, drawing.centre_size) / 2
        assert math.hypot(half, abs(line.y - wheel.MIDDLE)) < wheel.INNER


def test_the_six_workstreams_are_all_named() -> None:
    names = [
        "Alignment and integration",
        "No wrong door",
        "Person-centred support",
        "Employer engagement",
        "Continuous improvement",
        "Shared measurement framework",
    ]
    assert all(len(segment.lines) > 1 for segment in wheel.draw_wheel("Fair work", names).segments)


def test_a_word_wider_than_the_line_is_not_broken() -> None:
    assert wrap("an extraordinarily long word", 40, 18) is None
    assert wrap("one two", 1000, 18) == ["one two"]


def test_an_empty_wheel_is_no_drawing() -> None:
    assert "<svg" not in show("{% ds_wheel 'Title' 'Centre' empty_parts|default:'' %}")


def test_the_list_comes_first_and_the_drawing_is_described_from_the_same_parts() -> None:
    html = show("{% ds_wheel 'Workstreams' 'Fair work' parts %}", "Service standards")
    soup = BeautifulSoup(html, "html.parser")
    assert html.index("<ol") < html.index("<svg")
    assert [name.text for name in soup.select("li strong")] == ["Service standards", "B"]
    assert soup.find("desc").text == "A wheel around “Fair work” with 2 parts: Service standards and B."
    assert soup.find("svg")["role"] == "img"
