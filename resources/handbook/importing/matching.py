"""Which thing of a file is which record, and which may be one under a new name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from resources.handbook.importing.sameness import name_key

F = TypeVar("F")
H = TypeVar("H")
Key = Callable[..., Hashable | None]

LEAST_LIKE_NAMES = 0.65
LEAST_LIKE_TEXTS = 0.8
MOST_PAIRS = 2_500
LONGEST_COMPARED = 1_500  # letters; what follows changes no verdict


def matched(found: Sequence[F], held: Sequence[H], passes: Iterable[tuple[Key, Key]]) -> list[H | None]:
    """For each thing found its record. Each pass gives a key for both sides; None matches nothing."""
    result: list[H | None] = [None] * len(found)
    left = list(held)
    for found_key, held_key in passes:
        by_key: dict[Hashable, list[H]] = {}
        for record in left:
            by_key.setdefault(held_key(record), []).append(record)
        by_key.pop(None, None)
        for place, thing in enumerate(found):
            records = by_key.get(found_key(thing)) if result[place] is None else None
            if records:
                result[place] = records.pop(0)
        taken = {id(record) for record in result if record is not None}
        left = [record for record in left if id(record) not in taken]
    return result


def likely_renames(new: Sequence[F], gone: Sequence[H], likeness: Callable[[F, H], float]) -> list[H | None]:
    """For each new thing the record it is most like; each record once. A likeness of 0 is no candidate.

    Where nearly everything is new it is another document, and no renames are looked for.
    """
    if len(new) * len(gone) > MOST_PAIRS:
        return [None] * len(new)
    pairs = [
        (likeness(thing, record), place, other)
        for place, thing in enumerate(new)
        for other, record in enumerate(gone)
    ]
    result: list[H | None] = [None] * len(new)
    taken: set[int] = set()
    for value, place, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if value > 0 and result[place] is None and other not in taken:
            result[place] = gone[other]
            taken.add(other)
    return result


def name_likeness(one: str, other: str) -> float:
    """0 below what counts as similar."""
    value = _ratio(name_key(one), name_key(other), LEAST_LIKE_NAMES)
    return value if value >= LEAST_LIKE_NAMES else 0.0


def text_likeness(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    words = (one[:LONGEST_COMPARED].split(), other[:LONGEST_COMPARED].split())
    value = _ratio(*words, LEAST_LIKE_TEXTS)
    return value if value >= LEAST_LIKE_TEXTS else 0.0


def _ratio(one: Sequence, other: Sequence, least: float) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # The quick estimates are never too low, and a handbook of 200 new products would otherwise take minutes.
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()
