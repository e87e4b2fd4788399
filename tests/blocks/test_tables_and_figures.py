"""Tables, figures, wheels and quotations."""

from typing import Any

import pytest

from tests.blocks.bodies import BODY, body, errors_of, shown_block, words

COLUMNS = [
    {"type": "text", "heading": "Partner"},
    {"type": "rich_text", "heading": "Role"},
    {"type": "figure", "heading": "People"},
    {"type": "partial_date", "heading": "Since"},
]
ROW = ["COSLA", "<p>Speaks for <b>councils</b></p>", "61,930", "Dec 2018"]


def table(columns: list[dict[str, str]], *rows: list[Any], caption: str = "Partners") -> dict[str, Any]:
    return {"caption": caption, "table": {"columns": columns, "rows": [{"values": row} for row in rows]}}


@pytest.mark.parametrize("kind", ["stack", "scroll"])
def test_a_table_has_caption_headings_and_a_heading_for_each_row(kind: str) -> None:
    html = shown_block(f"{kind}_table", {**table(COLUMNS, ROW), "note": "To March 2024"})
    assert "Partners" in html.caption.get_text()
    assert "To March 2024" in words(html)
    assert [cell.get_text(strip=True) for cell in html.thead.find_all("th", scope="col")] == [
        "Partner",
        "Role",
        "People",
        "Since",
    ]
    assert html.tbody.find("th", scope="row").get_text(strip=True) == "COSLA"
    assert html.tbody.b.get_text() == "councils"
    assert "December 2018" in words(html)
    assert html.find(attrs={"data-es-table": kind})


def test_cells_are_escaped_and_may_be_empty() -> None:
    html = shown_block("stack_table", table(COLUMNS, ["<script>", "", "", None], ["a\nb", "", "", ""]))
    assert html.script is None
    assert html.tbody.br is not None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (table(COLUMNS, ROW, caption=""), "caption"),
        (table(COLUMNS[:1], ROW[:1]), "at least two columns"),
        (table(COLUMNS), "at least two columns and one row"),
        (table([COLUMNS[0], {"type": "text", "heading": " "}], ["a", "b"]), "Give every column a heading"),
        (table([], caption="x"), "at least two columns"),
    ],
)
def test_an_unfinished_table_is_kept_as_a_draft_and_not_published(value: dict[str, Any], said: str) -> None:
    assert said in str(errors_of(body(("stack_table", value))))
    assert len(BODY.clean_deferred(body(("stack_table", value)))) == 1


def test_a_table_survives_being_stored(db: None) -> None:
    value = body(("scroll_table", table(COLUMNS, ROW)))
    (stored,) = BODY.get_prep_value(BODY.clean(value))
    assert stored["value"]["table"]["rows"][0]["values"] == [*ROW[:3], "2018-12-01.2"]
    assert "2018" in " ".join(BODY.get_searchable_content(value))


def test_figures_stand_with_their_source() -> None:
    items = [
        {"figure": "61,930", "label": "people started", "note": "2019 to 2024"},
        {"figure": "31%", "label": "in work"},
    ]
    html = shown_block("statistics", {"items": items, "source": "Scottish Government"})
    assert [item.strong.get_text() for item in html.find_all("li")] == ["61,930", "31%"]
    assert "Scottish Government" in words(html)


def part(name: str) -> dict[str, str]:
    return {"name": name, "label": "High level objective", "text": f"About {name}."}


def test_a_wheel_is_a_list_first_and_a_drawing_second() -> None:
    parts = [part(name) for name in ("Listening", "Aligning", "Measuring")]
    html = shown_block("wheel", {"title": "Workstreams", "centre": "People", "parts": parts})
    assert "About Aligning." in words(html)
    assert str(html).index("About Measuring.") < str(html).index("<svg")


@pytest.mark.parametrize(("number", "fits"), [(2, False), (3, True), (10, True), (11, False)])
def test_a_wheel_has_three_to_ten_parts(number: int, fits: bool) -> None:
    value = {"title": "W", "centre": "C", "parts": [part(f"Part {place}") for place in range(number)]}
    assert (errors_of(body(("wheel", value))) == {}) is fits


def test_a_wheel_without_parts_yet_is_kept_and_shows_nothing() -> None:
    value = {"title": "", "centre": "", "parts": [{"name": "", "label": "", "text": ""}]}
    assert len(BODY.clean_deferred(body(("wheel", value)))) == 1
    assert words(shown_block("wheel", value)) == ""


def test_a_quotation_names_who_said_it() -> None:
    html = shown_block(
        "quotation", {"text": "<p>It worked.</p>", "attribution": "A participant", "role": "Fife"}
    )
    assert html.blockquote.get_text(strip=True) == "It worked."
    assert html.figcaption.get_text(strip=True) == "A participant, Fife"
    assert shown_block("quotation", {"text": "<p>It worked.</p>"}).figcaption is None
