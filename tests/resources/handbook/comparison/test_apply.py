"""A comparison holds the whole difference: done to the first handbook it makes the second."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings

from resources.handbook.comparison.apply import DoesNotFit, apply
from resources.handbook.comparison.differences import compare
from resources.handbook.content import Category, Handbook, Passage, Picture
from resources.handbook.json_format import canonical
from tests.factories.handbook import handbook, product
from tests.resources.handbook.comparison.books import books, pairs

thoroughly = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@thoroughly
@given(pairs())
def test_the_difference_of_two_handbooks_makes_the_second_from_the_first(
    pair: tuple[Handbook, Handbook],
) -> None:
    first, second = pair
    made = apply(compare(first, second), first)
    assert made == second
    assert canonical(made) == canonical(second)


@thoroughly
@given(pairs())
def test_the_difference_the_other_way_takes_it_back(pair: tuple[Handbook, Handbook]) -> None:
    first, second = pair
    assert apply(compare(second, first), apply(compare(first, second), first)) == first


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(books)
def test_a_handbook_differs_in_nothing_from_itself(book: Handbook) -> None:
    comparison = compare(book, book)
    assert comparison.is_empty
    assert comparison == compare(handbook(), handbook())


@pytest.mark.parametrize("name", [each.name for each in fields(Handbook)])
def test_no_field_of_the_handbook_is_forgotten(name: str) -> None:
    """A field that is added to the handbook later is carried, too."""
    first = handbook(pictures=(Picture("a.png", "00"),))
    value = getattr(first, name)
    second = replace(first, **{name: type(value)() if isinstance(value, (tuple, Passage)) else None})
    if value is not None:
        assert second != first
    assert apply(compare(first, second), first) == second


def test_a_product_that_stands_twice_is_carried() -> None:
    twice = product("Standards")
    first = handbook(categories=(Category("c", "One", (twice,)), Category("c", "Two", (twice,))))
    second = handbook(categories=(Category("c", "Two", (twice, replace(twice, name="Others"))),))
    assert apply(compare(first, second), first) == second
    assert apply(compare(second, first), second) == first


NINE, TEN = handbook(products=9), handbook(products=10)
RENAMED = handbook(milestones=tuple(replace(each, title="New") for each in NINE.milestones))


@pytest.mark.parametrize(
    ("first", "second", "other", "reason"),
    [
        (TEN, NINE, NINE, "Product 10: not there to be removed"),
        (handbook(milestones=()), NINE, NINE, "Agreement signed: already there"),
        (NINE, handbook(milestones=()), RENAMED, "not there to be removed"),
        (NINE, RENAMED, handbook(milestones=()), "not there to be changed"),
        (NINE, RENAMED, RENAMED, "title: not as it was"),
        (NINE, handbook(title="New"), handbook(title="Another"), "title: not as it was"),
        (
            NINE,
            handbook(sections=NINE.sections[::-1]),
            handbook(sections=NINE.sections[1:]),
            "other records",
        ),
    ],
)
def test_a_comparison_is_not_done_to_another_handbook(
    first: Handbook, second: Handbook, other: Handbook, reason: str
) -> None:
    with pytest.raises(DoesNotFit, match=reason):
        apply(compare(first, second), other)
