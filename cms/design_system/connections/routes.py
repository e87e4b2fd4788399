"""The ways of lines between products: along channels beside the boxes, so that no line runs over words.

Each column of boxes has a channel on both sides. A line leaves its product sideways, turns into a track of
a channel, and enters the other product sideways. Between columns it passes above or below the hub.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

PORT = 22.0  # between two lines on the same edge of a product: room for their numbers
TRACK = 12.0
STUB = 30.0  # straight out of the box first: room for the number or the arrow head
LEVEL = 7.0  # between level lines that come from both columns
CLEAR = 14.0
CORNER = 10.0
OUTER_LEFT, INNER_LEFT, INNER_RIGHT, OUTER_RIGHT = range(4)


@dataclass(frozen=True)
class Place:
    """Where a product stands: its column (0 left, 1 right) and the heights it takes."""

    key: str
    side: int
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass
class Run:
    """The part of a line that goes up or down, in a track of a channel."""

    channel: int
    ends: tuple[float, float]
    track: int = 0

    def meets(self, other: Run) -> bool:
        return min(self.ends) < max(other.ends) + PORT / 2 and min(other.ends) < max(self.ends) + PORT / 2


@dataclass
class Route:
    """`heights` are those of the level parts, one more than there are runs."""

    first: int
    last: int
    heights: list[float]
    runs: list[Run] = field(default_factory=list)


def channels_between(start: Place, end: Place) -> tuple[int, int]:
    """On which channel a line starts and ends: within a column the outer one, else the inner ones."""
    if start.side == end.side:
        return (OUTER_RIGHT, OUTER_RIGHT) if start.side else (OUTER_LEFT, OUTER_LEFT)
    return (INNER_RIGHT, INNER_LEFT) if start.side else (INNER_LEFT, INNER_RIGHT)


def room_for(lines: int) -> float:
    """How high a product must be for so many lines on one of its edges."""
    return PORT * lines + CLEAR if lines else 0.0


def find_routes(pairs: Sequence[tuple[Place, Place]], middle: float, radius: float) -> list[Route]:
    """The ways for all pairs, around a hub of this radius whose centre is at the height `middle`."""
    ports = _ports(pairs)
    taken = list(ports.values())
    routes = []
    for number, (start, end) in enumerate(pairs):
        first, last = channels_between(start, end)
        route = Route(first, last, [ports[number, 0], ports[number, 1]])
        channels = [first]
        if first != last:
            blocked = [abs(height - middle) < radius + CLEAR for height in route.heights]
            if all(blocked):
                way = -1 if sum(route.heights) < 2 * middle else 1
                taken.append(_passage(middle, radius, way, taken))
                route.heights.insert(1, taken[-1])
                channels = [first, last]
            else:
                # It crosses at the height of the end that is free of the hub.
                channels = [first] if blocked[0] else [last]
        route.runs = [
            Run(channel, (route.heights[index], route.heights[index + 1]))
            for index, channel in enumerate(channels)
        ]
        routes.append(route)
    _share_tracks([run for route in routes for run in route.runs])
    return routes


def tracks(routes: Sequence[Route], channel: int) -> int:
    """How many tracks of a channel are in use."""
    return max((run.track + 1 for route in routes for run in route.runs if run.channel == channel), default=0)


def width(count: int) -> float:
    """How wide a channel of so many tracks is."""
    return STUB + (count - 1) * TRACK + CLEAR if count else 0.0


def outward(channel: int) -> int:
    """Which way a line leaves a box into the channel: 1 to the right, -1 to the left."""
    return 1 if channel in (INNER_LEFT, OUTER_RIGHT) else -1


def points(route: Route, edges: Sequence[float]) -> list[tuple[float, float]]:
    """The corners of a line; `edges` are the edges of the boxes on the four channels."""
    found = [(edges[route.first], route.heights[0])]
    for run, before, after in zip(route.runs, route.heights, route.heights[1:], strict=False):
        x = edges[run.channel] + outward(run.channel) * (STUB + run.track * TRACK)
        found += [(x, before), (x, after)]
    return [*found, (edges[route.last], route.heights[-1])]


def rounded(corners: Sequence[tuple[float, float]]) -> str:
    """An SVG path through the corners, each rounded as far as its sides allow."""
    steps = [f"M{corners[0][0]:.1f} {corners[0][1]:.1f}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        sides = [math.dist(corner, before), math.dist(corner, after)]
        cut = min(CORNER, *(side / 2 for side in sides))
        into, out = (
            tuple(at + (to - at) * cut / side for at, to in zip(corner, toward, strict=True))
            if side
            else corner
            for toward, side in zip((before, after), sides, strict=True)
        )
        steps.append(
            f"L{into[0]:.1f} {into[1]:.1f}Q{corner[0]:.1f} {corner[1]:.1f} {out[0]:.1f} {out[1]:.1f}"
        )
    return "".join([*steps, f"L{corners[-1][0]:.1f} {corners[-1][1]:.1f}"])


def _ports(pairs: Sequence[tuple[Place, Place]]) -> dict[tuple[int, int], float]:
    """The height at which each line (by number, and 0 for its start or 1 for its end) touches its box.

    Those of one edge stand around the middle of their product, and give way where a line that comes from
    the other column is level with them.
    """
    found: dict[tuple[int, int], float] = {}
    columns: dict[tuple[int, int], int] = {}
    for place, ends in _edges(pairs):
        others = {end: y for end, y in found.items() if columns[end] != place.side}
        top = place.middle - PORT * (len(ends) - 1) / 2
        slack = (place.bottom - place.top - PORT * len(ends)) / 2
        steps = range(int(slack / (LEVEL / 2)) + 1)
        shifts = [way * step * LEVEL / 2 for step in steps for way in (1, -1)]
        if len(ends) == 1:
            # A line that can be straight is.
            partner = found.get((ends[0][0], 1 - ends[0][1]))
            if partner is not None and abs(partner - top) <= slack:
                shifts.insert(0, partner - top)

        def clearance(
            shift: float, top: float = top, ends: Sequence[tuple[int, int]] = ends, others: dict = others
        ) -> float:
            return min(
                (
                    abs(top + shift + PORT * step - y)
                    for step, (number, _which) in enumerate(ends)
                    for (other, _end), y in others.items()
                    if other != number
                ),
                default=LEVEL,
            )

        shift = next((shift for shift in shifts if clearance(shift) >= LEVEL), max(shifts, key=clearance))
        for step, end in enumerate(ends):
            found[end] = top + shift + PORT * step
            columns[end] = place.side
    return found


def _edges(pairs: Sequence[tuple[Place, Place]]) -> list[tuple[Place, list[tuple[int, int]]]]:
    """The lines on each edge of each product, in the order from above in which they cross least."""
    edges: dict[tuple[str, int], list[tuple[tuple[float, ...], tuple[int, int]]]] = {}
    places = {place.key: place for pair in pairs for place in pair}
    for number, pair in enumerate(pairs):
        for which, channel in enumerate(channels_between(*pair)):
            own, other = pair[which], pair[1 - which]
            gap = other.middle - own.middle
            # Beside a column lines lie within each other: the farther a line goes, the later it turns.
            rank = (other.middle,) if own.side != other.side else (float(gap > 0), -gap)
            edges.setdefault((own.key, channel), []).append((rank, (number, which)))
    return [(places[key], [end for _rank, end in sorted(ends)]) for (key, _channel), ends in edges.items()]


def _passage(middle: float, radius: float, way: int, taken: Sequence[float]) -> float:
    """The nearest free height above (-1) or below (1) the hub."""
    height = middle + way * (radius + CLEAR)
    while any(abs(height - other) < TRACK - 1 for other in taken):
        height += way * LEVEL / 2
    return height


def _share_tracks(runs: Sequence[Run]) -> None:
    """Short runs come next to the boxes; a track is shared where runs do not meet."""
    done: list[Run] = []
    for run in sorted(runs, key=lambda run: abs(run.ends[0] - run.ends[1])):
        taken = {other.track for other in done if other.channel == run.channel and other.meets(run)}
        run.track = next(track for track in range(len(taken) + 1) if track not in taken)
        done.append(run)
