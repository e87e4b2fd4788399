"""Passages differ in words, links, pictures or only their form, and each is told apart."""

from __future__ import annotations

import pytest

from resources.handbook.comparison.passages import LinkChange, PassageChange, compare_passages
from resources.handbook.content import Passage


def compared(old: str, new: str) -> PassageChange:
    return compare_passages(Passage(old), Passage(new), {}, {})


def link(words: str, address: str) -> str:
    return f'<a href="https://example.org/{address}">{words}</a>'


@pytest.mark.parametrize(
    ("old", "new", "links"),
    [
        (
            link("Guide", "1"),
            link("Guide", "2"),
            [LinkChange("Guide", "https://example.org/1", "https://example.org/2")],
        ),
        (link("Guide", "1"), "Guide", [LinkChange("Guide", "https://example.org/1", "")]),
        ("Guide", link("Guide", "1"), [LinkChange("Guide", "", "https://example.org/1")]),
        (link("Guide", "1"), link("New guide", "1"), []),
        (link("Guide", "1"), f"<b>{link('Guide', '1')}</b>", []),
    ],
    ids=["another address", "no link now", "a link now", "the words say it", "the same link"],
)
def test_links_change_where_they_lead_elsewhere(old: str, new: str, links: list[LinkChange]) -> None:
    assert list(compared(f"<p>{old}</p>", f"<p>{new}</p>").links) == links


def test_links_that_change_places_are_a_change_of_form() -> None:
    one, other = link("here", "1"), link("here", "2")
    change = compared(f"<p>{one} and {other}</p>", f"<p>{other} and {one}</p>")
    assert (change.links, change.is_of_form) == ((), True)


def test_another_address_is_no_change_of_form() -> None:
    assert not compared(f"<p>{link('here', '1')}</p>", f"<p>{link('here', '2')}</p>").is_of_form


@pytest.mark.parametrize("served", ["pictures/a.png", "/handbook/editions/2024-10/pictures/a.png"])
def test_a_kept_picture_is_known_at_any_address_that_ends_in_its_name(served: str) -> None:
    old, new = (
        Passage('<p><img src="pictures/a.png" alt=""/></p>'),
        Passage(f'<p><img src="{served}" alt=""/>.</p>'),
    )
    assert compare_passages(old, new, {"pictures/a.png": "1"}, {"pictures/a.png": "2"}).is_of_pictures
    assert not compare_passages(old, new, {"pictures/a.png": "1"}, {"pictures/a.png": "1"}).is_of_pictures
    assert not compare_passages(old, new, {"pictures/a.png": "1"}, {}).is_of_pictures
