"""What is read from the words typed."""

import pytest

from search.models import Synonyms
from search.question import MOST_TERMS, question_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def known() -> None:
    Synonyms.objects.all().delete()
    Synonyms.objects.create(words="NOLB, No One Left Behind")


def typed(words: str) -> list[str]:
    return [" ".join(term.typed) for term in question_of(words).terms]


def test_words_that_say_nothing_are_left_out() -> None:
    assert typed("who do I ring in Fife") == ["ring", "fife"]


def test_they_stay_where_there_are_no_others() -> None:
    assert typed("who are we") == ["who", "are", "we"]


def test_a_phrase_stands_in_quotation_marks_of_any_kind() -> None:
    for words in ('"who are we" Fife', "“who are we” Fife", "«who are we» Fife"):
        assert typed(words) == ["who are we", "fife"]


def test_a_quotation_mark_by_itself_says_nothing() -> None:
    assert typed('Fife "council') == ["fife", "council"]


def test_an_abbreviation_asks_for_its_words_and_these_for_it() -> None:
    row = ("no", "one", "left", "behind")
    assert question_of("what is NOLB").terms[0].alternatives == (("nolb",), row)
    assert question_of("the No One Left Behind plan").terms[0].alternatives == (row, ("nolb",))


def test_changed_synonyms_are_used_at_once() -> None:
    assert len(question_of("SMF").terms[0].alternatives) == 1
    Synonyms.objects.create(words="SMF, Shared Measurement Framework")
    assert len(question_of("SMF").terms[0].alternatives) == 2


def test_a_long_question_has_an_end() -> None:
    assert len(question_of(" ".join(f"word{number}" for number in range(100))).terms) == MOST_TERMS


def test_the_same_word_twice_is_asked_once() -> None:
    assert typed("fife Fife FIFE") == ["fife"]
