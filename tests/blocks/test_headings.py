"""Headings: their addresses, their order, and what is made of them."""

from typing import Any

import pytest

from cms.blocks.contents import Heading, anchors, headings
from tests.blocks.bodies import BODY, body, errors_of, headings_of, shown, shown_block


def outline(tree: list[Heading]) -> list[Any]:
    return [
        (heading.text, outline(heading.children)) if heading.children else heading.text for heading in tree
    ]


def test_headings_become_a_tree_in_reading_order() -> None:
    value = headings_of((2, "What"), (2, "Actions"), (3, "We"), (4, "Now"), (3, "You"), (2, "Why"))
    assert outline(headings(value)) == ["What", ("Actions", [("We", ["Now"]), "You"]), "Why"]


def test_headings_of_a_draft_in_any_order_still_make_contents() -> None:
    value = headings_of((4, "Detail"), (3, "Part"), (2, "Section"), (4, "Other detail"))
    assert outline(headings(value)) == ["Detail", "Part", ("Section", ["Other detail"])]


def test_the_contents_lead_to_the_ids_of_the_page() -> None:
    value = headings_of((2, "Overview"), (2, "Overview"), (2, "Overview 2"), (3, "Àite-obrach"), (2, "?!"))
    expected = ["overview", "overview-2", "about-overview-2", "aite-obrach", "section"]
    assert [tag["id"] for tag in shown(value).find_all(["h2", "h3"])] == expected
    tree = headings(value)
    flat = [heading.anchor for top in tree for heading in (top, *top.children)]
    assert flat == expected


def test_anchors_are_unique_whatever_the_texts() -> None:
    texts = ["A", "a", "A-2", "a 2", "A", "Table 1", "Main content", "Site search", "Section", "", ""] * 3
    given = anchors(texts)
    assert len(set(given)) == len(texts)
    assert not {"main-content", "site-search", "table-1"} & set(given)


@pytest.mark.parametrize(
    ("levels", "wrong"),
    [
        ([2, 3, 4, 2, 3], {}),
        ([2, 3, 3, 4, 4, 3, 2], {}),
        ([3], {0: 2}),
        ([4], {0: 2}),
        ([2, 4], {1: 3}),
        ([3, 2, 3, 2, 4], {0: 2, 4: 3}),
    ],
)
def test_a_heading_that_skips_a_level_gets_a_message_beside_it(
    levels: list[int], wrong: dict[int, int]
) -> None:
    with_text = [
        block
        for level in levels
        for block in (("heading", {"level": str(level), "text": "Heading"}), ("text", "<p>Words.</p>"))
    ]
    errors = {place // 2: error for place, error in errors_of(body(*with_text)).items()}
    assert set(errors) == set(wrong)
    for place, missing in wrong.items():
        (message,) = errors[place]["blockErrors"]["level"]["messages"]
        assert f"needs a level {missing} heading above it" in message


def test_a_heading_out_of_order_does_not_stop_a_draft() -> None:
    draft = headings_of((4, "Detail"), (2, ""))
    assert len(BODY.clean_deferred(draft)) == 2
    assert not BODY.is_deferred_validation


def test_other_errors_are_shown_together_with_the_order_of_headings() -> None:
    value = body(
        ("heading", {"level": "3", "text": "Part"}), ("details", {"summary": "", "text": "<p>x</p>"})
    )
    assert set(errors_of(value)) == {0, 1}


def test_blocks_take_the_heading_level_that_follows_from_their_place() -> None:
    accordion = ("accordion", {"items": [{"title": "First", "text": "<p>x</p>"}]})
    html = shown(
        body(
            accordion,
            ("heading", {"level": "2", "text": "Section"}),
            accordion,
            ("heading", {"level": "3", "text": "Part"}),
            accordion,
        )
    )
    levels = [tag.name for tag in html.find_all(["h2", "h3", "h4"])]
    assert levels == ["h2", "h2", "h3", "h3", "h4"]


def test_a_body_below_a_title_goes_one_level_down_and_keeps_its_anchors_apart() -> None:
    html = shown(headings_of((2, "Overview"), (3, "Part")), heading_offset=1, anchor_prefix="chapter-1")
    assert [(tag.name, tag["id"]) for tag in html.find_all(["h3", "h4"])] == [
        ("h3", "chapter-1-overview"),
        ("h4", "chapter-1-part"),
    ]


def test_a_heading_keeps_clear_of_the_ids_of_whole_chapters() -> None:
    html = shown(headings_of((2, "Chapter one"), (2, "Chapters")))
    assert [tag["id"] for tag in html.find_all("h2")] == ["about-chapter-one", "chapters"]


def test_a_heading_is_escaped() -> None:
    html = shown_block("heading", {"level": "2", "text": "<script>alert(1)</script>"})
    assert html.find("script") is None


@pytest.mark.parametrize(
    ("levels", "empty"), [([2], [0]), ([2, 2], [0, 1]), ([2, 3], [1]), ([2, 3, 2], [1, 2])]
)
def test_a_heading_with_nothing_below_it_is_named(levels: list[int], empty: list[int]) -> None:
    errors = errors_of(headings_of(*((level, f"Heading {place}") for place, level in enumerate(levels))))
    assert sorted(errors) == empty
