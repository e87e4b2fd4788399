"""Words are compared without accents, capitals and endings, in pages and questions alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.words import folded, stem_of, stems, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ferries", "ferry"),
        ("Fàilte", "failte"),
        ("Inbhir Àir", "inbhir air"),
        ("council’s", "councils"),
        ("Person's", "persons"),
        ("STRASSE", "straße"),
        ("applications", "application"),
        ("61,930", "61930"),
        ("after fifty", "after 50"),
        ("Work@Council.example", "work@council.example"),
    ],
)
def test_they_are_the_same(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policy", "police"),
        ("2023", "2024"),
        ("1,2", "12"),
        ("no one", "no 1"),
        ("work", "worth"),
        ("work@a.example", "work"),
    ],
)
def test_they_are_not_the_same(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_an_email_address_is_one_word() -> None:
    assert len(stems("work@west-lothian.example")) == 1


def test_a_word_knows_its_place() -> None:
    text = "Càit: the ferries’ times"
    assert [text[word.start : word.end] for word in words_of(text)] == ["Càit", "the", "ferries", "times"]


@given(st.text(max_size=200))
def test_any_text_is_cut_into_letters_and_digits(text: str) -> None:
    for stem in stems(text):
        assert stem and not any(mark.isspace() or mark in "\"'’*():" for mark in stem)


@given(st.text(max_size=50))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.sampled_from(["Fàilte", "Ferries", "NOLB"]))
def test_a_stem_is_kept_by_its_word(word: str) -> None:
    assert stem_of(word) == stem_of(word.upper()) == stem_of(word.lower())
