"""Councils by the names of places, councils, counties and regions, also misspelt ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache

from django.utils.translation import gettext as _

from la_directory.finder.answer import NOTHING, Answer, Match
from la_directory.finder.elsewhere import Country
from la_directory.finder.elsewhere import places as places_elsewhere
from la_directory.finder.names import Entry, Index, Kind, key_of, telling, words_of

MOST_WORDS = 12
LONGEST_NAME = 5  # words of a name that is looked for among others
SHORTEST_START = 4  # letters of the beginning of a name
SIMILAR, NEARLY_THE_SAME = 0.8, 0.9
AS_SIMILAR = 0.05  # how far behind the best one another spelling may be
MOST_SPELLINGS = 6
MOST_LETTERS_AMISS = 3


def by_name(text: str, indexes: Sequence[Index]) -> Answer:
    """Names of the tables and of the pages; the first way that finds something says the answer."""
    words = words_of(text)[:MOST_WORDS]
    if not words:
        return NOTHING
    if exact := by_exact_name(text, indexes):
        return exact
    if country := countries().get(key_of(words)):
        return Answer(country=country)
    return (
        _among(words, indexes)
        or _elsewhere_among(words)
        or _beginning(words, indexes)
        or _nearly(words, indexes)
        or NOTHING
    )


def by_exact_name(text: str, indexes: Sequence[Index]) -> Answer | None:
    entries = _exactly(words_of(text), indexes)
    # The name of a council counts for more than anything else of that name.
    names = [entry for entry in entries if entry.kind is Kind.NAME]
    return _answer(names or entries, is_certain=True) if entries else None


@cache
def countries() -> dict[str, Country]:
    return {key_of(words_of(name)): country for name, country in places_elsewhere()}


def _exactly(words: Sequence[str], indexes: Iterable[Index]) -> list[Entry]:
    as_written, rest = key_of(words), key_of(telling(words))
    found = [entry for index in indexes for entry in index.as_written.get(as_written, ())]
    return found or [entry for index in indexes for entry in index.telling.get(rest, ())]


def _answer(entries: Iterable[Entry], is_certain: bool, note: str = "") -> Answer:
    """One match a council, by the name that counts most."""
    named: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.kind):
        named.setdefault(entry.code, entry)
    matches = (Match(code, _reason(entry)) for code, entry in named.items())
    return Answer(tuple(matches), is_certain=is_certain, note=note)


def _reason(entry: Entry) -> str:
    words = {
        Kind.NAME: _("“%(name)s” is a name of this council"),
        Kind.OTHER_NAME: _("“%(name)s” is another name for this council area"),
        Kind.PLACE: _("%(name)s is in this council area"),
        Kind.OLD_AREA: _("Part of “%(name)s” is in this council area"),
        Kind.REGION: _("This council is in the region “%(name)s”"),
    }
    return words[entry.kind] % {"name": entry.name}


def _spans(words: Sequence[str]) -> Iterable[tuple[int, int]]:
    for start in range(len(words)):
        for end in range(min(len(words), start + LONGEST_NAME), start, -1):
            yield start, end


def _among(words: Sequence[str], indexes: Sequence[Index]) -> Answer | None:
    """Names among other words: “Blackburn, West Lothian”, “12 High Street, Airdrie”."""
    found: list[list[Entry]] = []
    understood: set[int] = set()
    past = 0
    for start, end in _spans(words):
        if start < past:
            continue
        key = key_of(words[start:end])
        entries = [entry for index in indexes for entry in index.as_written.get(key, ())]
        if entries and len(key) > 2:
            found.append(entries)
            understood.update(range(start, end))
            past = end
    if not found:
        return None
    common = set.intersection(*({entry.code for entry in entries} for entries in found))
    entries = [entry for each in found for entry in each if not common or entry.code in common]
    # With a place and its county, the place says why.
    places = [entry for entry in entries if entry.kind is Kind.PLACE] if common else []
    rest = telling(word for number, word in enumerate(words) if number not in understood)
    return _answer(places or entries, is_certain=bool(common) and not rest)


def _elsewhere_among(words: Sequence[str]) -> Answer | None:
    for start, end in _spans(words):
        if country := countries().get(key_of(words[start:end])):
            return Answer(country=country)
    return None


def _beginning(words: Sequence[str], indexes: Iterable[Index]) -> Answer | None:
    """The first words of a longer name, such as “Grantown”."""
    begun = [entry for entry in _starting(words, indexes) if entry.words[: len(words)] == tuple(words)]
    return _answer(begun, is_certain=_names_a_council(begun)) if begun else None


def _starting(words: Sequence[str], indexes: Iterable[Index]) -> list[Entry]:
    """Names with the same first letters."""
    key = key_of(words)
    return [
        entry
        for index in indexes
        for name, entries in index.as_written.items()
        if len(key) >= SHORTEST_START and name.startswith(key)
        for entry in entries
        if entry.kind is not Kind.REGION
    ]


def _nearly(words: Sequence[str], indexes: Sequence[Index]) -> Answer | None:
    """Names that differ by a few letters, or that were typed in part."""
    best, spelt_like = _spelt_like(key_of(telling(words) or words), indexes)
    if best >= NEARLY_THE_SAME:
        return _answer(spelt_like, is_certain=_names_a_council(spelt_like), note=_did_you_mean())
    proposed = [*_starting(words, indexes), *spelt_like]
    return _answer(proposed, is_certain=False, note=_did_you_mean()) if proposed else None


def _names_a_council(entries: Iterable[Entry]) -> bool:
    """Near a council's name, that is meant; near a place's, it may be a place that nobody has listed."""
    return any(entry.kind in (Kind.NAME, Kind.OTHER_NAME) for entry in entries)


def _spelt_like(typed: str, indexes: Iterable[Index]) -> tuple[float, list[Entry]]:
    """How similar the best spelling is, from 0 to 1, and the names with this one or nearly as good ones."""
    if len(typed) < SHORTEST_START:
        return 0, []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(typed)
    similar: list[tuple[float, Sequence[Entry]]] = []
    for index in indexes:
        for name, entries in (*index.as_written.items(), *index.telling.items()):
            if abs(len(name) - len(typed)) > MOST_LETTERS_AMISS:
                continue
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() >= SIMILAR and matcher.quick_ratio() >= SIMILAR:
                similar.append((matcher.ratio(), entries))
    similar = [each for each in similar if each[0] >= SIMILAR]
    best = max((ratio for ratio, _entries in similar), default=0)
    similar.sort(key=lambda each: -each[0])
    chosen = [entries for ratio, entries in similar if ratio >= best - AS_SIMILAR][:MOST_SPELLINGS]
    return best, [entry for entries in chosen for entry in entries]


def _did_you_mean() -> str:
    return _("We know no place or council of exactly this name. Did you mean one of these?")
