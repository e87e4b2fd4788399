"""What is different between two texts, word by word where that can be told soon enough."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from typing import NamedTuple

WORDS = re.compile(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]")
SENTENCES = re.compile(r".+?(?:[.!?]\s+|\Z)", re.DOTALL)
ITEM = "- "

# difflib looks at each pair of equal pieces again and again; with more of them it would take seconds.
MOST_PAIRS = 20_000
# Longer texts are compared by paragraphs alone.
MOST_LETTERS = 200_000
# Each line of a rewritten stretch is held against each of the other.
MOST_LINE_PAIRS = 12_000
LEAST_LIKENESS = 0.4
LONGEST_ISLAND = 1  # words


class Run(NamedTuple):
    """A stretch of text; `kind` is "same", "inserted" or "deleted"."""

    kind: str
    text: str

    @property
    def words(self) -> str:
        """The text without the spaces around it, which need no mark; a run may be nothing but spaces."""
        return self.text.strip() or self.text

    @property
    def space_before(self) -> str:
        return self.text[: self.text.index(self.words)]

    @property
    def space_after(self) -> str:
        return self.text[len(self.space_before) + len(self.words) :]


@dataclass(frozen=True)
class Line:
    """A paragraph or, without its mark, an item of a list."""

    runs: tuple[Run, ...]
    is_item: bool = False

    @property
    def kind(self) -> str:
        """As of its runs; "changed" where they differ."""
        kinds = {run.kind for run in self.runs}
        return "changed" if len(kinds) > 1 else next(iter(kinds), "same")


class Block(NamedTuple):
    """Pieces of the old text and what stands there in the new one."""

    is_same: bool
    old: Sequence[str]
    new: Sequence[str]


def compare_lines(old: Sequence[str], new: Sequence[str], by_words: bool = True) -> list[Line]:
    """Paragraphs and items. Without `by_words`, and where they are too long for it, whole lines differ."""
    by_words = by_words and sum(map(len, (*old, *new))) <= MOST_LETTERS
    found: list[Line] = []
    for block in _blocks(old, new) or [Block(False, old, new)]:
        if block.is_same:
            found += [line_of("same", line) for line in block.old]
        elif by_words and len(block.old) * len(block.new) <= MOST_LINE_PAIRS:
            found += _rewritten(block.old, block.new)
        else:
            found += [line_of("deleted", line) for line in block.old]
            found += [line_of("inserted", line) for line in block.new]
    return found


def compare_words(old: str, new: str) -> list[Run]:
    """By words, of long texts by sentences first. What is not inserted makes up the old text."""
    if old == new:
        return [Run("same", old)] if old else []
    return list(_without_islands(_word_blocks(old, new) or list(_sentence_blocks(old, new))))


def _word_blocks(old: str, new: str) -> list[Block]:
    return _blocks(WORDS.findall(old), WORDS.findall(new))


def _sentence_blocks(old: str, new: str) -> Iterator[Block]:
    """Sentences that differ are taken apart further where they are few enough."""
    before, after = SENTENCES.findall(old), SENTENCES.findall(new)
    for block in _blocks(before, after) or [Block(False, before, after)]:
        if block.is_same:
            yield block
        else:
            yield from _word_blocks("".join(block.old), "".join(block.new)) or [block]


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Nothing where it would take too long."""
    start, end = _shared(old, new), 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    counts = Counter(after)
    if sum(counts[piece] for piece in before if not piece.isspace()) > MOST_PAIRS:
        return []
    # White space starts no match, it only goes with the words beside it. The guess of difflib that what is
    # common in a long text means nothing is wrong for prose.
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    middle = [Block(tag == "equal", before[i:j], after[k:m]) for tag, i, j, k, m in matcher.get_opcodes()]
    first, last = (
        Block(True, old[:start], new[:start]),
        Block(True, old[len(old) - end :], new[len(new) - end :]),
    )
    return [block for block in (first, *middle, last) if block.old or block.new]


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many pieces both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(old), len(new)))


def _without_islands(blocks: list[Block]) -> Iterator[Run]:
    """A word or two that stay between longer changes are changed with them: reading them apart is no help."""
    same = deleted = inserted = ""
    for place, block in enumerate(blocks):
        old, new = "".join(block.old), "".join(block.new)
        if not block.is_same or _is_island(old, max(len(deleted), len(inserted)), blocks[place + 1 :][:1]):
            if same:
                yield Run("same", same)
            same, deleted, inserted = "", deleted + old, inserted + new
        else:
            yield from _change(deleted, inserted)
            same, deleted, inserted = same + old, "", ""
    yield from _change(deleted, inserted)
    if same:
        yield Run("same", same)


def _is_island(text: str, letters_before: int, following: list[Block]) -> bool:
    letters_after = max((len("".join(pieces)) for block in following for pieces in block[1:]), default=0)
    return len(text) <= min(letters_before, letters_after) and len(text.split()) <= LONGEST_ISLAND


def _change(deleted: str, inserted: str) -> Iterator[Run]:
    if deleted:
        yield Run("deleted", deleted)
    if inserted:
        yield Run("inserted", inserted)


def _rewritten(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Lines that are not the same: each with the one it was made from, if there is one like it."""
    done, come = 0, 0
    pairs = [(origin, place) for place, origin in enumerate(_origins(old, new)) if origin is not None]
    for origin, place in [*pairs, (len(old), len(new))]:
        yield from (line_of("deleted", line) for line in old[done:origin])
        yield from (line_of("inserted", line) for line in new[come:place])
        if place < len(new):
            runs = compare_words(_unmarked(old[origin]), _unmarked(new[place]))
            yield Line(tuple(runs), _is_item(new[place]))
        done, come = origin + 1, place + 1


def _origins(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each new line the old one it is paired with: in order, and as like as they can be all together."""
    old_words, new_words = ([_words(line) for line in lines] for lines in (old, new))
    # best[i][k]: how like the lines from i and from k on can be.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[0.0] * len(new) for _ in old]
    for i, k in product(reversed(range(len(old))), reversed(range(len(new)))):
        if _is_item(old[i]) == _is_item(new[k]):
            shared = (old_words[i] & new_words[k]).total()
            likeness[i][k] = 2 * shared / max(1, old_words[i].total() + new_words[k].total())
        best[i][k] = max(best[i + 1][k], best[i][k + 1])
        if likeness[i][k] >= LEAST_LIKENESS:
            best[i][k] = max(best[i][k], best[i + 1][k + 1] + likeness[i][k])
    origins: list[int | None] = [None] * len(new)
    i = k = 0
    while i < len(old) and k < len(new):
        if best[i][k] == best[i + 1][k]:
            i += 1
        elif best[i][k] == best[i][k + 1]:
            k += 1
        else:
            origins[k] = i
            i, k = i + 1, k + 1
    return origins


def _words(line: str) -> Counter[str]:
    return Counter(word for word in WORDS.findall(_unmarked(line)) if not word.isspace())


def line_of(kind: str, line: str) -> Line:
    """A line that is all the same, deleted or inserted."""
    return Line((Run(kind, _unmarked(line)),), _is_item(line))


def _is_item(line: str) -> bool:
    return line.startswith(ITEM)


def _unmarked(line: str) -> str:
    return line.removeprefix(ITEM)
