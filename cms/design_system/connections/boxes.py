"""The boxes of a drawing of connections: a group's name above its products, one column left and one right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import ngettext

from cms.design_system.connections.records import Connections, Group, Product, Relation
from cms.design_system.connections.routes import Place, channels_between, room_for
from cms.design_system.lettering import LINE_HEIGHT
from cms.design_system.text_lines import Line, placed, shortened

WIDTH = 372.0
PAD = 16.0
NAME_SIZE = 19.0
TITLE_SIZE = 17.0
ROW_PAD = 9.0
GAP = 28.0
MOST_LINES = 3
MOST_RELATIONS = 12  # more lines than these cannot be told apart; the list has them all
ROUND = 6.0
TONES = ("#0065bd", "#00437e", "#002d54")  # white words on each of them are read well


@dataclass(frozen=True)
class Row:
    """A product, or how many more there are. `rule` is the line above it, which the first has not."""

    rule: str
    lines: tuple[Line, ...]
    is_rest: bool


@dataclass
class Box:
    """`side` is 0 for the left column and 1 for the right one; `left` and `top` are set when all is known."""

    group: Group
    side: int
    tone: int
    shown: list[Product]
    heights: list[float] = field(default_factory=list)
    left: float = 0.0
    top: float = 0.0
    height: float = 0.0

    @cached_property
    def name_lines(self) -> list[str]:
        return shortened(self.group.name, WIDTH - 2 * PAD, NAME_SIZE, MOST_LINES)

    @property
    def header(self) -> float:
        return len(self.name_lines) * NAME_SIZE * LINE_HEIGHT + 2 * ROW_PAD

    @property
    def colour(self) -> str:
        return TONES[self.tone]

    @property
    def header_path(self) -> str:
        """The bar behind the name, round above as the box is."""
        straight = self.header - ROUND
        return (
            f"M{self.left:.1f} {self.top + self.header:.1f}v{-straight:.1f}q0 {-ROUND:g} {ROUND:g} {-ROUND:g}"
            f"h{WIDTH - 2 * ROUND:g}q{ROUND:g} 0 {ROUND:g} {ROUND:g}v{straight:.1f}z"
        )

    @property
    def rest(self) -> str:
        """The words for the products that have no room."""
        more = len(self.group.products) - len(self.shown)
        return ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more} if more else ""

    @cached_property
    def row_lines(self) -> list[list[str]]:
        titles = [product.title for product in self.shown] + [self.rest] * bool(self.rest)
        return [shortened(title, WIDTH - 2 * PAD, TITLE_SIZE, MOST_LINES) for title in titles]

    @property
    def row_tops(self) -> list[float]:
        return [self.top + self.header + sum(self.heights[:index]) for index in range(len(self.heights))]

    @property
    def name(self) -> tuple[Line, ...]:
        return placed(self.name_lines, self.left + PAD, self.top + ROW_PAD, NAME_SIZE)

    @property
    def rows(self) -> list[Row]:
        """Words stand in the middle of their row."""
        return [
            Row(
                f"M{self.left + PAD:.1f} {top:.1f}h{WIDTH - 2 * PAD:g}" if index else "",
                placed(
                    lines,
                    self.left + PAD,
                    top + (height - len(lines) * TITLE_SIZE * LINE_HEIGHT) / 2,
                    TITLE_SIZE,
                ),
                is_rest=index == len(self.shown),
            )
            for index, (lines, top, height) in enumerate(
                zip(self.row_lines, self.row_tops, self.heights, strict=True)
            )
        ]

    @property
    def places(self) -> list[Place]:
        return [
            Place(product.key, self.side, top, top + height)
            for product, top, height in zip(self.shown, self.row_tops, self.heights, strict=False)
        ]


def choose(connections: Connections) -> tuple[list[Box], list[Relation]]:
    """The boxes with the products that are shown, and the relations that are drawn between these.

    Groups go left and right in turn, so that they are read as lines are. Where there is no room for all,
    products of relations come first; those that are shown keep their order.
    """
    first = connections.relations[:MOST_RELATIONS]
    related = {product.key for relation in first for product in (relation.start, relation.end)}
    most = most_rows(len(connections.groups))
    boxes = []
    for index, group in enumerate(connections.groups):
        # One more than the limit takes no more room than saying so.
        count = len(group.products) if len(group.products) <= most else most - 1
        by_need = sorted(group.products, key=lambda product: product.key not in related)[:count]
        kept = {product.key for product in by_need}
        shown = [product for product in group.products if product.key in kept]
        boxes.append(Box(group, index % 2, index % len(TONES), shown))
    keys = {product.key for box in boxes for product in box.shown}
    drawn = [relation for relation in first if {relation.start.key, relation.end.key} <= keys]
    return boxes, drawn


def most_rows(groups: int) -> int:
    """How many rows a box has at most; with many groups the drawing is high as it is."""
    return 14 if groups <= 2 else 9 if groups <= 4 else 6


def stack(boxes: Sequence[Box], relations: Sequence[Relation], least_height: float) -> float:
    """Sets the heights and tops of all boxes and gives the height of the whole.

    Boxes beside each other are equally high where there are as many on both sides; else the shorter column
    stands in the middle.
    """
    lines = _lines_on_edges(boxes, relations)
    for box in boxes:
        keys = [product.key for product in box.shown] + [""] * bool(box.rest)
        box.heights = [
            max(len(words) * TITLE_SIZE * LINE_HEIGHT + 2 * ROW_PAD, room_for(lines[key]))
            for key, words in zip(keys, box.row_lines, strict=True)
        ]
        box.height = box.header + sum(box.heights)
    columns = [[box for box in boxes if box.side == side] for side in (0, 1)]
    if len(columns[0]) == len(columns[1]):
        for pair in zip(*columns, strict=True):
            higher = max(box.height for box in pair)
            for box in pair:
                _stretch(box, higher)
    heights = [sum(box.height for box in column) + GAP * (len(column) - 1) for column in columns]
    whole = max(least_height, *heights)
    for column, height in zip(columns, heights, strict=True):
        top = (whole - height) / 2
        for box in column:
            box.top = top
            top += box.height + GAP
    return whole


def _stretch(box: Box, height: float) -> None:
    """Spreads what is missing over the rows, as far as that looks like a list still."""
    extra = min((height - box.height) / len(box.heights), 2 * TITLE_SIZE)
    box.heights = [row + extra for row in box.heights]
    box.height = height


def _lines_on_edges(boxes: Sequence[Box], relations: Sequence[Relation]) -> Counter[str]:
    """How many lines the busier edge of each product has."""
    places = {product.key: Place(product.key, box.side, 0, 0) for box in boxes for product in box.shown}
    edges: Counter[tuple[str, int]] = Counter()
    for relation in relations:
        ends = (places[relation.start.key], places[relation.end.key])
        edges.update(
            (place.key, channel) for place, channel in zip(ends, channels_between(*ends), strict=True)
        )
    most: Counter[str] = Counter()
    for (key, _channel), count in edges.items():
        most[key] = max(most[key], count)
    return most
