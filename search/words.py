"""Words as search compares them: without accents and capitals, and cut to their stems.

Pages and questions are cut alike, and every engine is given the stems, so that all of them find the same.
There is no stemmer for Gaelic; its words are compared without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import Any, NamedTuple

from search.little_words import EMPTY_WORDS, LITTLE_WORDS

# An e-mail address is one word, and so is a number with commas between its thousands.
WORD = re.compile(
    r"[\w.+-]{1,64}@(?:[^\W_](?:[\w-]{0,62})\.){1,9}[^\W_]{2,63}"
    r"|\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:['’][^\W_]+)*"
)
# Letters that Unicode does not take apart.
WHOLE_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe"})
OF_SOMEBODY = re.compile(r"['’]s$")
LONGEST = 60
# “Over 50” is “after fifty”. Not “one”, which counts nothing in “no one”.
NUMBERS = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
}

_one_at_a_time = Lock()  # the stemmer keeps the word in hand in itself


class Word(NamedTuple):
    """A word of a text: its stem, and where it stands."""

    stem: str
    start: int
    end: int


def folded(text: str) -> str:
    """Without accents and capitals."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(WHOLE_LETTERS)
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(each for each in parts if not unicodedata.combining(each))


def words_of(text: str) -> Iterator[Word]:
    for found in WORD.finditer(text):
        if stem := stem_of(found.group()):
            yield Word(stem, found.start(), found.end())


def stems(text: str) -> list[str]:
    return [word.stem for word in words_of(text)]


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """Letters and digits only; "" for what has none that could be compared."""
    plain = re.sub(r"[\W_]", "", OF_SOMEBODY.sub("", folded(word)))[:LONGEST]
    if number := NUMBERS.get(plain):
        return number
    with _one_at_a_time:
        return _stemmer().stemWord(plain)


@cache
def _stemmer() -> Any:
    """Loaded when the first word is compared: it comes with those of thirty languages."""
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@cache
def empty_stems() -> frozenset[str]:
    return frozenset(map(stem_of, EMPTY_WORDS))


@cache
def little_stems() -> frozenset[str]:
    return frozenset(map(stem_of, LITTLE_WORDS)) - empty_stems()
