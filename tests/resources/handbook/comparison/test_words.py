"""Differences of texts hold both texts, can be read, and never take long."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.handbook.comparison.words import MOST_LETTERS, Line, Run, compare_lines, compare_words

texts = st.text(alphabet="ab .!?-’\né", max_size=80)
lines = st.lists(
    st.sampled_from(["one", "one two", "- one", "- one two three", "one two three.", ""]), max_size=8
)


def marked(old: str, new: str) -> str:
    """{+inserted+} and [-deleted-], as programmers write them."""
    shapes = {"same": "{}", "inserted": "{{+{}+}}", "deleted": "[-{}-]"}
    return "".join(shapes[run.kind].format(run.text) for run in compare_words(old, new))


def without(kind: str, found: list[Line]) -> list[str]:
    """The lines of one of the two texts, put together again."""
    kept = [line for line in found if line.kind != kind]
    return [
        ("- " if line.is_item else "") + "".join(run.text for run in line.runs if run.kind != kind)
        for line in kept
    ]


@settings(max_examples=200, deadline=None)
@given(texts, texts)
def test_nothing_of_either_text_is_lost(old: str, new: str) -> None:
    runs = compare_words(old, new)
    assert "".join(run.text for run in runs if run.kind != "inserted") == old
    assert "".join(run.text for run in runs if run.kind != "deleted") == new


@settings(max_examples=200, deadline=None)
@given(lines, lines, st.booleans())
def test_no_line_of_either_text_is_lost(old: list[str], new: list[str], by_words: bool) -> None:
    found = compare_lines(old, new, by_words)
    assert without("inserted", found) == old
    assert without("deleted", found) == new


@settings(max_examples=200, deadline=None)
@given(texts, texts)
def test_runs_beside_each_other_are_of_different_kinds(old: str, new: str) -> None:
    kinds = [run.kind for run in compare_words(old, new)]
    assert all(one != other for one, other in pairwise(kinds))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Used in planning.", "Used in planning and review.", "Used in planning{+ and review+}."),
        ("A plan", "A plan.", "A plan{+.+}"),
        ("the people’s plan", "the partners’ plan", "the [-people’s-]{+partners’+} plan"),
        ("all-age work", "all work", "[-all-age-]{+all+} work"),
        ("", "New", "{+New+}"),
        ("Old", "", "[-Old-]"),
        ("", "", ""),
    ],
)
def test_whole_words_and_marks_differ(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_long_identical_stretches_stay_together() -> None:
    stretch = "the plan that all the partners of the council have agreed to for the year"
    assert marked(f"First {stretch} now", f"Then {stretch} soon") == (
        f"[-First-]{{+Then+}} {stretch} [-now-]{{+soon+}}"
    )


def test_a_word_between_longer_changes_is_changed_with_them() -> None:
    assert marked("Guidance and templates", "Standards and measures") == (
        "[-Guidance and templates-]{+Standards and measures+}"
    )


def test_more_than_a_word_between_changes_stays() -> None:
    assert marked("Anything like that of it quite another end", "Something else of it which nobody saw") == (
        "[-Anything like that-]{+Something else+} of it [-quite another end-]{+which nobody saw+}"
    )


def test_spaces_around_words_are_not_marked_but_spaces_alone_are() -> None:
    assert [(run.space_before, run.words, run.space_after) for run in (Run("inserted", " a b "),)] == [
        (" ", "a b", " ")
    ]
    assert Run("inserted", " ").words == " "


def test_items_match_items_and_the_rest_stays() -> None:
    old = ["For whom:", "- Local authorities", "- Delivery partners"]
    new = ["For whom:", "- Employers", "- Local authorities", "- All delivery partners"]
    found = compare_lines(old, new)
    assert [(line.kind, line.is_item) for line in found] == [
        ("same", False),
        ("inserted", True),
        ("same", True),
        ("changed", True),
    ]


def test_a_paragraph_is_paired_with_the_one_it_was_made_from() -> None:
    old = ["It shows how services are measured.", "It was made with partners in 2021."]
    new = ["A first paragraph about something else.", "It was made with all partners in 2021."]
    found = compare_lines(old, new)
    assert [line.kind for line in found] == ["deleted", "inserted", "changed"]


def test_without_words_a_line_is_the_same_or_not() -> None:
    assert [line.kind for line in compare_lines(["- A: x/1"], ["- A: x/2"], by_words=False)] == [
        "deleted",
        "inserted",
    ]


def prose(words: int, length: int = 15) -> list[str]:
    """Sentences of words that are as frequent as in real text."""
    chance = random.Random(words)
    vocabulary = [f"word{number}" for number in range(1500)]
    drawn = chance.choices(vocabulary, [1 / (rank + 1) for rank in range(1500)], k=words)
    return [" ".join(drawn[start : start + length]) + "." for start in range(0, words, length)]


def rewritten(sentences: list[str]) -> list[str]:
    return [
        text.replace(" ", " then ", 1) if place % 7 == 0 else text for place, text in enumerate(sentences)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (prose(10_000, 100), rewritten(prose(10_000, 100))),
        ([" ".join(prose(10_000))], [" ".join(rewritten(prose(10_000)))]),
        (prose(10_000, 10_000), prose(9_999, 9_999)),
        (prose(10_000, 1), prose(9_000, 1)),
        (["a b " * 5_000], ["b a a " * 3_000]),
        (["a"] * 10_000, ["a", "b"] * 5_000),
    ],
    ids=["paragraphs", "one paragraph", "no full stop", "a word a line", "two words", "two lines"],
)
def test_ten_thousand_words_take_no_more_than_a_moment(old: list[str], new: list[str]) -> None:
    started = time.process_time()
    found = compare_lines(old, new)
    assert time.process_time() - started < 3
    assert without("inserted", found) == old
    assert without("deleted", found) == new


def test_a_long_paragraph_is_still_compared_by_words_where_few_sentences_differ() -> None:
    sentences = prose(10_000)
    changed = [
        sentences[0],
        f"Really {sentences[1]}",
        *sentences[2:-2],
        f"{sentences[-2]} New.",
        sentences[-1],
    ]
    (line,) = compare_lines([" ".join(sentences)], [" ".join(changed)])
    assert [run.text.strip() for run in line.runs if run.kind != "same"] == ["Really", "New."]


def test_many_rewritten_paragraphs_are_each_compared_by_words() -> None:
    paragraphs = prose(3_000, 60)
    found = compare_lines(paragraphs, [f"{text} New." for text in paragraphs])
    assert [line.kind for line in found] == ["changed"] * 50


def test_texts_beyond_all_measure_are_compared_by_paragraphs() -> None:
    long = "word " * (MOST_LETTERS // 5)
    found = compare_lines(["Same.", f"{long}one."], ["Same.", f"{long}two."])
    assert [line.kind for line in found] == ["same", "deleted", "inserted"]
