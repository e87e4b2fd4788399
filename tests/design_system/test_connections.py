"""How resources fit together: lines keep clear of words and of each other, whatever the records are."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest
from bs4 import BeautifulSoup
from django.template import Context, engines
from django.utils.translation import override

from cms.design_system.connections import boxes as shapes
from cms.design_system.connections import drawing as drawings
from cms.design_system.connections import routes
from cms.design_system.connections.hub import fit_hub, is_inside
from cms.design_system.connections.records import Connections, collect
from cms.design_system.lettering import LINE_HEIGHT, text_width
from cms.design_system.text_lines import Line, shortened

WORDS = ["Toolkit", "a", "Local", "Employability", "Framework", "MMMMMM", "Gàidhealtachd", "—", "x" * 90]
AMBITION = "Better outcomes for everyone who uses employability services"
NATIONAL = ("National products", [("a", "Service Standards", "/a/"), ("b", "Shared Measures", "/b/")])
LOCAL = ("Local resources", [("c", "Delivery Plan", "/c/")])
Box = tuple[float, float, float, float]
Segment = tuple[int, tuple[float, float], tuple[float, float]]


def records(seed: int, groups: int = 0, products: int = 0, relations: int = 14) -> Connections:
    choose = random.Random(seed)
    made = [
        (
            " ".join(choose.choices(WORDS, k=choose.randint(1, 5))),
            [
                (f"{group}-{number}", " ".join(choose.choices(WORDS, k=choose.randint(1, 12))), "/")
                for number in range(products or choose.randint(1, 60))
            ],
        )
        for group in range(groups or choose.randint(1, 8))
    ]
    keys = [key for _name, rows in made for key, _title, _url in rows]
    related = [(choose.choice(keys), "builds on", choose.choice(keys)) for _ in range(relations)]
    return collect(" ".join(choose.choices(WORDS, k=choose.randint(0, 9))), made, related)


def drawn(data: Connections) -> drawings.Drawing:
    drawing = drawings.draw(data)
    assert drawing
    return drawing


def segments(data: Connections, monkeypatch: pytest.MonkeyPatch) -> tuple[drawings.Drawing, list[Segment]]:
    """The straight parts of all lines, by the number of the line."""
    lines: list[list[tuple[float, float]]] = []
    corners_of = routes.points

    def remember(*arguments: object) -> list[tuple[float, float]]:
        lines.append(corners_of(*arguments))
        return lines[-1]

    monkeypatch.setattr(routes, "points", remember)
    drawing = drawn(data)
    monkeypatch.undo()
    return drawing, [(number, *pair) for number, line in enumerate(lines) for pair in pairwise(line)]


def box_of(line: Line, size: float, middle: bool = False) -> Box:
    width = text_width(line.text, size)
    left = line.x - width / 2 if middle else line.x
    return left, line.y - size * 0.8, left + width, line.y + size * 0.25


def overlap(one: tuple[float, float], two: tuple[float, float]) -> float:
    return min(max(one), max(two)) - max(min(one), min(two))


def show(template: str, **context: object) -> BeautifulSoup:
    html = engines["django"].engine.from_string(template).render(Context(context))
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("seed", range(40))
def test_words_stay_inside_their_box_and_the_drawing(seed: int) -> None:
    drawing = drawn(records(seed))
    for box in drawing.boxes:
        right, bottom = box.left + shapes.WIDTH, box.top + box.height
        lines = [(line, shapes.NAME_SIZE) for line in box.name]
        lines += [(line, shapes.TITLE_SIZE) for row in box.rows for line in row.lines]
        for line, size in lines:
            left, top, line_right, foot = box_of(line, size)
            assert box.left < left < line_right < right
            assert box.top < top < foot < bottom
        assert 0 < box.left < right < drawing.width
    words = [line for arrow in drawing.arrows for line in arrow.words] + list(drawing.rest)
    for line in words:
        left, _top, right, foot = box_of(line, drawings.LEGEND_SIZE)
        assert 0 < left < right < drawing.width
        assert foot < drawing.top + drawing.height


@pytest.mark.parametrize("seed", range(40))
def test_rows_stand_below_each_other_and_boxes_apart(seed: int) -> None:
    drawing = drawn(records(seed))
    for box in drawing.boxes:
        assert box.header + sum(box.heights) <= box.height + 0.1
        for words, height in zip(box.row_lines, box.heights, strict=True):
            assert len(words) * shapes.TITLE_SIZE * LINE_HEIGHT < height
    for side in (0, 1):
        column = [box for box in drawing.boxes if box.side == side]
        assert all(above.top + above.height < below.top for above, below in pairwise(column))


@pytest.mark.parametrize("seed", range(60))
def test_no_line_runs_over_a_box_or_the_hub(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing, parts = segments(records(seed), monkeypatch)
    for _number, (ax, ay), (bx, by) in parts:
        for box in drawing.boxes:
            beside = overlap((ax, bx), (box.left, box.left + shapes.WIDTH)) <= 0.01
            assert beside or overlap((ay, by), (box.top, box.top + box.height)) <= 0
        if hub := drawing.hub:
            dx = max(min(ax, bx) - hub.x, hub.x - max(ax, bx), 0)
            dy = max(min(ay, by) - hub.y, hub.y - max(ay, by), 0)
            assert (dx * dx + dy * dy) ** 0.5 > hub.reach


@pytest.mark.parametrize("seed", range(150))
def test_lines_cross_but_never_lie_on_each_other(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    _drawing, parts = segments(records(seed, products=seed % 12 + 1), monkeypatch)
    for (one, a, b), (two, c, d) in combinations(parts, 2):
        if one == two or a == b or c == d:
            continue
        for along, across in ((0, 1), (1, 0)):
            if a[across] == b[across] and c[across] == d[across] and abs(a[across] - c[across]) < 5:
                assert overlap((a[along], b[along]), (c[along], d[along])) <= 0


@pytest.mark.parametrize("seed", range(40))
def test_numbers_of_lines_stand_apart_and_beside_their_product(seed: int) -> None:
    drawing = drawn(records(seed, products=5))
    for one, two in combinations([arrow.badge for arrow in drawing.arrows], 2):
        assert abs(one.x - two.x) + abs(one.y - two.y) >= 2 * drawings.BADGE - 1, (one, two)
    places = {place.key: place for box in drawing.boxes for place in box.places}
    for arrow in drawing.arrows:
        place = places[arrow.relation.start.key]
        assert place.top < arrow.badge.y < place.bottom


def test_a_line_leads_from_its_first_product_to_its_second() -> None:
    drawing = drawn(collect(AMBITION, [NATIONAL, LOCAL], [("a", "supports", "c")]))
    left, right = drawing.boxes
    (arrow,) = drawing.arrows
    assert arrow.path.startswith(f"M{left.left + shapes.WIDTH:.1f} ")
    assert arrow.head.startswith(f"M{right.left:.1f} ")


@pytest.mark.parametrize(
    "text", [AMBITION, "", "Fair work", "x" * 120, "a b " * 30, " ".join(["ambition"] * 14)]
)
def test_the_words_of_the_hub_stay_inside_it(text: str) -> None:
    hub = fit_hub(text)
    assert (hub is None) == (not text)
    assert hub is None or is_inside(list(hub.texts), hub.size, hub.radius)


def test_text_is_shortened_only_where_there_is_no_room() -> None:
    assert shortened("one two", 1000, 16, 2) == ["one two"]
    long = shortened("word " * 50, 100, 16, 2)
    assert len(long) == 2
    assert long[-1].endswith("…")
    assert "".join(shortened("x" * 30, 100, 16, 9)) == "x" * 30


def test_four_groups_stand_two_by_two_around_the_hub() -> None:
    drawing = drawn(records(1, groups=4, products=3))
    first, second, third, fourth = drawing.boxes
    assert first.top == second.top < third.top == fourth.top
    assert first.left == third.left < drawing.hub.x - drawing.hub.reach
    assert second.left == fourth.left > drawing.hub.x + drawing.hub.reach
    assert drawing.hub.x == pytest.approx(drawing.width / 2)


def test_without_relations_no_line_and_no_legend_is_drawn() -> None:
    svg = show("{% ds_connections 'Fair work' groups %}", groups=[NATIONAL, LOCAL]).svg
    assert drawn(collect("", [NATIONAL], ())).arrows == ()
    assert svg.select(".es_drawing__halo, .es_drawing__solid") == []


def test_many_products_are_counted_and_those_with_lines_come_first() -> None:
    many = ("Many", [(str(number), f"Number {number}", "/") for number in range(60)])
    drawing = drawn(collect(AMBITION, [many, LOCAL], [("59", "supports", "c")]))
    box = drawing.boxes[0]
    assert box.rest == "and 47 more"
    assert [product.key for product in box.shown] == [*map(str, range(12)), "59"]


def test_more_relations_than_can_be_told_apart_are_counted() -> None:
    data = records(3, groups=4, products=8, relations=60)
    drawing = drawn(data)
    assert len(drawing.arrows) == shapes.MOST_RELATIONS
    assert drawing.rest[0].text == f"{len(data.relations) - 12} more relations are in the list."


def test_relations_to_unknown_products_to_itself_and_doubled_ones_are_left_out() -> None:
    given = [("a", "supports", "c"), ("a", "supports", "c"), ("a", "supports", "a"), ("a", "supports", "?")]
    assert [relation.end.key for relation in collect("", [NATIONAL, LOCAL], given).relations] == ["c"]


def test_the_list_comes_first_and_says_each_relation_with_a_link() -> None:
    relations = [("a", "is measured by", "b"), ("a", "supports", "c")]
    soup = show(
        "{% ds_connections centre groups relations %}",
        centre=AMBITION,
        groups=[NATIONAL, LOCAL],
        relations=relations,
    )
    assert str(soup).index("<ul") < str(soup).index("<svg")
    product = soup.select_one(".es_connections__product")
    assert product.a["href"] == "/a/"
    sentences = [item.text for item in product.select("li")]
    assert sentences == [
        "Service Standards is measured by Shared Measures",
        "Service Standards supports Delivery Plan",
    ]
    assert [item.a["href"] for item in product.select("li")] == ["/b/", "/c/"]


def test_the_drawing_is_described_from_the_same_records() -> None:
    template = "{% ds_connections 'Fair work' groups relations %}"
    svg = show(template, groups=[NATIONAL, LOCAL], relations=[("a", "supports", "c")]).svg
    assert svg["role"] == "img"
    assert svg["aria-labelledby"].split() == [svg.title["id"], svg.desc["id"]]
    assert svg.desc.text == (
        "In the middle: “Fair work”. Around it: National products: Service Standards and Shared Measures. "
        "Local resources: Delivery Plan. Service Standards supports Delivery Plan."
    )


def test_nothing_is_drawn_without_products() -> None:
    assert show("{% ds_connections 'Fair work' groups %}", groups=[("Empty", [])]).svg is None


def test_braces_and_markup_in_names_are_words() -> None:
    odd = ("{0} <b>", [("a", "{product} %s", "/a/"), ("b", "<i>", "")])
    soup = show("{% ds_connections '' groups relations %}", groups=[odd], relations=[("a", "{x}", "b")])
    assert soup.select("b, i") == []
    assert soup.select_one(".es_connections__relations li").text == "{product} %s {x} <i>"


def test_numbers_of_the_drawing_keep_their_points_in_every_language() -> None:
    template = "{% ds_connections 'Fair work' groups relations %}"
    relations = [("a", "supports", "b"), ("b", "supports", "c")]

    def svg() -> str:
        return str(show(template, groups=[NATIONAL, LOCAL], relations=relations).svg)

    english = svg()
    with override("de"):
        assert svg().split("<circle")[1:] == english.split("<circle")[1:]
