"""The notation of the Gaelic texts: each English passage with its Gaelic below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import dedent


def passages(text: str) -> dict[str, str]:
    """English -> Gaelic. Empty lines part the pairs, and the Gaelic begins with "= ".

    Links are written as the translation editor shows them: `<a id="a1">words</a>`.
    """
    return merged(_passage(chunk) for chunk in re.split(r"\n\s*\n", dedent(text).strip()))


def merged(dictionaries: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """One dictionary. The same English has the same Gaelic everywhere, and is written once."""
    words: dict[str, str] = {}
    for english, gaelic in _pairs(dictionaries):
        if english in words:
            raise ValueError(f"This has its Gaelic twice: {english}")
        words[english] = gaelic
    return words


def _pairs(dictionaries: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    return (pair for dictionary in dictionaries for pair in dictionary.items())


def _passage(chunk: str) -> dict[str, str]:
    english, mark, gaelic = chunk.partition("\n= ")
    if not mark:
        raise ValueError(f"This has no Gaelic: {chunk}")
    return {" ".join(english.split()): " ".join(gaelic.split())}
