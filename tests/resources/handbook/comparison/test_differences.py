"""What a comparison counts as added, removed, changed and moved, and what is no news."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cms.partial_dates.value import PartialDate
from resources.handbook.comparison.differences import Comparison, compare
from resources.handbook.comparison.kinds import KINDS, OWN_FIELDS, UNSEEN_OWN_FIELDS, taken_apart
from resources.handbook.comparison.labels import FIELDS, ITSELF
from resources.handbook.comparison.shown import for_readers
from resources.handbook.comparison.summary import in_words
from resources.handbook.content import Audience, EditionMark, Handbook, Note, Passage, Picture
from tests.factories.handbook import handbook, product
from tests.resources.handbook.comparison.books import pairs


def with_product(book: Handbook, **values: Any) -> Handbook:
    """The handbook with other values in its first product."""
    first, *others = book.categories
    changed = replace(first.products[0], **values)
    return replace(book, categories=(replace(first, products=(changed, *first.products[1:])), *others))


def with_body(html: str) -> Handbook:
    section = handbook().sections[0]
    return handbook(sections=(replace(section, body=Passage(html)),))


def titles(entries: Any) -> list[str]:
    return [each.title for each in entries]


def product_changes(**values: Any) -> Comparison:
    return compare(handbook(), with_product(handbook(), **values))


def test_products_are_matched_by_id_and_not_by_name() -> None:
    first = handbook(products=2)
    comparison = product_changes(name="New name")
    assert titles(each.new for each in comparison.products.news) == ["New name"]
    comparison = compare(first, with_product(first, id="another"))
    assert titles(comparison.products.added) == titles(comparison.products.removed) == ["Product 1"]


def test_a_product_in_another_category_is_changed_and_not_moved() -> None:
    book = handbook()
    one, two, *others = book.categories
    moved = replace(two, products=(*two.products, one.products[0]))
    comparison = compare(
        book, replace(book, categories=(replace(one, products=one.products[1:]), moved, *others))
    )
    (change,) = comparison.products.news
    assert [(each.name, each.old, each.new) for each in change.fields] == [
        ("category", ("category-0", 0), ("category-1", 0))
    ]
    assert comparison.products.moved == ()


def test_products_do_not_move_when_their_category_does() -> None:
    book = handbook()
    comparison = compare(book, replace(book, categories=(*book.categories[1:], book.categories[0])))
    assert comparison.products.is_empty
    assert titles(comparison.categories.moved) == ["National products"]


def test_as_few_as_possible_are_said_to_have_moved() -> None:
    book = handbook(products=0, sections=handbook().sections)
    first, second, third = book.sections
    comparison = compare(book, replace(book, sections=(third, first, second)))
    assert titles(comparison.sections.moved) == [third.heading]


def test_what_stands_further_down_because_of_others_has_not_moved() -> None:
    book = handbook()
    first, second, third = book.sections
    new = replace(first, id="new", heading="Purpose", number=2)
    sections = (first, new, replace(second, number=3), replace(third, number=4))
    comparison = compare(book, replace(book, sections=sections))
    assert titles(comparison.sections.added) == ["Purpose"]
    assert (comparison.sections.moved, comparison.sections.news) == ((), ())


def test_a_milestone_with_another_date_has_changed_and_not_moved() -> None:
    book = handbook()
    first, second = book.milestones
    comparison = compare(
        book, replace(book, milestones=(second, replace(first, date=PartialDate.in_year(2015))))
    )
    assert comparison.milestones.moved == ()
    assert [change.name for change in comparison.milestones.news[0].news] == ["date"]


@pytest.mark.parametrize(
    "values",
    [
        {"changed_on": "2026-01-01"},
        {"edition": EditionMark("2026-01", "January", "2026-01-31")},
        {"pictures": (Picture("a.png", "ff"),)},
        {"url": "https://example.org/elsewhere/", "id": "other"},
    ],
)
def test_what_is_no_news_is_carried_but_not_told(values: dict[str, Any]) -> None:
    comparison = compare(handbook(), handbook(**values))
    assert comparison.is_empty
    assert [change.name for change in comparison.itself] == [each for each in OWN_FIELDS if each in values]
    assert in_words(comparison) == []


@pytest.mark.parametrize(
    ("values", "is_news"),
    [
        ({"url": "https://example.org/moved/"}, False),
        ({"audiences": (Audience("another-id", "Delivery partners"),)}, False),
        ({"audiences": (Audience("audience-partners", "Partners"),)}, True),
        ({"made_by": Passage("<p>Made by  partners <strong>together</strong>.</p>\n")}, False),
        ({"made_by": Passage("<p>Made by partners <i>together</i>.</p>")}, True),
        ({"status_note": "Product 2"}, False),
        ({"status_note": "No longer needed"}, True),
        ({"rhythm": "yearly"}, True),
        ({"links": ()}, True),
    ],
)
def test_a_product_changes_where_a_reader_would_see_it(values: dict[str, Any], is_news: bool) -> None:
    comparison = product_changes(**values)
    assert len(comparison.products.changed) == 1
    assert comparison.is_empty is not is_news


def picture(src: str, alt: str = "Map") -> str:
    return f'<figure><img src="{src}" alt="{alt}" width="9"/></figure>'


@pytest.mark.parametrize(
    ("old", "new", "hashes", "is_news"),
    [
        ("a.png", "/media/a.png", ("1", "1"), False),
        ("a.png", "/media/other.png", ("1", "1"), False),
        ("a.png", "a.png", ("1", "2"), True),
    ],
    ids=["another address", "nobody can tell", "another picture"],
)
def test_a_picture_changed_where_its_bytes_did(
    old: str, new: str, hashes: tuple[str, str], is_news: bool
) -> None:
    books = [
        replace(with_body(picture(src) + text), pictures=(Picture("a.png", sha256),))
        for src, text, sha256 in zip((old, new), ("<p>a </p>", "<p>a</p>"), hashes, strict=True)
    ]
    assert compare(*books).is_empty is not is_news


def test_a_note_is_known_by_its_mark_even_where_two_have_the_same() -> None:
    book = handbook(timeline_notes=(Note("*", Passage("<p>A</p>")), Note("*", Passage("<p>B</p>"))))
    after = handbook(timeline_notes=(Note("*", Passage("<p>A</p>")), Note("*", Passage("<p>C</p>"))))
    assert [each.old.key for each in compare(book, after).timeline_notes.changed] == [("*", 1)]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_the_page_and_the_summary_are_empty_exactly_when_the_comparison_is(
    pair: tuple[Handbook, Handbook],
) -> None:
    comparison = compare(*pair)
    assert for_readers(comparison).is_empty is comparison.is_empty
    assert (in_words(comparison) == []) is comparison.is_empty


def test_every_field_that_readers_see_has_a_label() -> None:
    parts = taken_apart(handbook())
    for kind in KINDS:
        assert parts[kind.name][0].values.keys() - kind.unseen == FIELDS[kind.name].keys()
    assert set(OWN_FIELDS) - UNSEEN_OWN_FIELDS == FIELDS[ITSELF].keys()
    assert {each.name for each in fields(Handbook)} >= {kind.name for kind in KINDS} - {"products"}


def test_the_summary_names_what_changed() -> None:
    book = with_product(
        handbook(products=2), published=PartialDate.in_year(2025), usage=Passage("<p>Now.</p>")
    )
    last = book.categories[-1]
    book = replace(
        book, categories=(*book.categories[:-1], replace(last, products=(product("Data Toolkit"),)))
    )
    comparison = compare(handbook(products=2), replace(book, milestones=book.milestones[:1], ambition="More"))
    assert in_words(comparison) == [
        "Added: Data Toolkit",
        "Changed: Product 1 (published, how it is used)",
        "Milestone removed: New powers",
        "The handbook itself changed (shared ambition)",
    ]
