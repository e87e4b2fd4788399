"""What Word may alter without changing what is said."""

from __future__ import annotations

import pytest

from resources.handbook.importing.matching import matched, name_likeness
from resources.handbook.importing.sameness import essence, heading_key, name_key, says_the_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a <b>b</b><b> c</b></p>", "<p>a <b>b c</b></p>"),
        ("<p><i><b>a</b></i></p>", "<p><b><i>a</i></b></p>"),
        ('<p><a href="x"><b>a</b></a></p>', '<p><b><a href="x">a</a></b></p>'),
        ("<p>a\u00a0b</p>\n<p>c</p>", "<p>a b</p><p>c</p>"),
        ("<p>a</p><p></p>", "<p>a</p>"),
        ('<p><a href="/d/1/">Plan (PDF, 1.2\u00a0MB)</a></p>', '<p><a href="/d/1/">Plan</a></p>'),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<h4>a</h4>", "<h3>a</h3>"),
        ("<p>a<br/></p>", "<p>a</p>"),
    ],
)
def test_these_say_the_same(one: str, other: str) -> None:
    assert essence(one) == essence(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>ab</p>", "<p>a b</p>"),
        ("<p>a</p><p>b</p>", "<p>a b</p>"),
        ("<p>a<br/>b</p>", "<p>a b</p>"),
        ("<p><b>a</b></p>", "<p>a</p>"),
        ('<p><a href="x">a</a></p>', '<p><a href="y">a</a></p>'),
        ("<ul><li>a</li></ul>", "<ol><li>a</li></ol>"),
        ("<ol><li>a</li></ol><ol><li>b</li></ol>", "<ol><li>a</li><li>b</li></ol>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a</li><li>b</li></ul>"),
    ],
)
def test_these_do_not(one: str, other: str) -> None:
    assert essence(one) != essence(other)


def test_names_are_the_same_whatever_their_case_spaces_and_dashes() -> None:
    assert name_key("Follow\u2013up  Guide") == name_key("follow-up\u00a0guide.")
    assert heading_key("3.1 Overview.") == heading_key("Overview")
    assert heading_key("2024 in figures") != heading_key("figures")


def test_capitals_throughout_are_looks_and_other_capitals_are_words() -> None:
    assert says_the_same("Customer Charter", "CUSTOMER CHARTER")
    assert not says_the_same("customer charter", "Customer Charter")


def test_each_record_is_matched_once() -> None:
    key = str.casefold
    assert matched(["A", "a", "b"], ["a", "B"], [(key, key)]) == ["a", None, "B"]


def test_similar_names_are_likely_renames_and_others_not() -> None:
    assert name_likeness("Service Design Toolkit", "Service Design Tool-kit") > 0.9
    assert name_likeness("Service Standards", "Customer Charter") == 0
