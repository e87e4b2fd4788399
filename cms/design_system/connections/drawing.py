"""The drawing of connections: what they share in the middle, the groups as boxes on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.design_system.connections import boxes as shapes
from cms.design_system.connections import routes as ways
from cms.design_system.connections.boxes import Box
from cms.design_system.connections.hub import Hub, fit_hub
from cms.design_system.connections.records import Connections, Relation
from cms.design_system.lettering import LINE_HEIGHT
from cms.design_system.text_lines import Line, placed, shortened

EDGE = 2.0  # lines on the border of the drawing are not cut
NARROWEST_CHANNEL = 68.0
BADGE = 11.0
BADGE_SIZE = 13.0
HEAD = 12.0
LEGEND_SIZE = 16.0
LEGEND_INDENT = 32.0
LEGEND_GAP = 10.0
LEGEND_TOP = 30.0
LEGEND_LINES = 3
ONE_COLUMN = 3  # so many sentences stand below each other, more in two columns


@dataclass(frozen=True)
class Badge:
    number: int
    x: float
    y: float

    @property
    def foot(self) -> float:
        """Where the figure stands so that it is in the middle of the badge."""
        return round(self.y + BADGE_SIZE * 0.36, 1)


@dataclass(frozen=True)
class Arrow:
    """A relation: its line with the number where it starts, and its line of the legend."""

    relation: Relation
    path: str
    head: str
    badge: Badge
    key: Badge
    words: tuple[Line, ...]

    @property
    def badges(self) -> tuple[Badge, Badge]:
        return self.badge, self.key


@dataclass(frozen=True)
class Drawing:
    top: float
    width: float
    height: float
    boxes: tuple[Box, ...]
    spokes: tuple[tuple[str, str], ...]
    hub: Hub | None
    arrows: tuple[Arrow, ...]
    rest: tuple[Line, ...]

    @property
    def description(self) -> str:
        """What is drawn, in words."""
        groups = [_names(box) for box in self.boxes]
        sentences = [f"{arrow.relation.sentence}." for arrow in self.arrows]
        return " ".join([*groups, *sentences, *(line.text for line in self.rest)])


def draw(connections: Connections) -> Drawing | None:
    """Without a group there is nothing to draw."""
    if not connections.groups:
        return None
    boxes, relations = shapes.choose(connections)
    hub = fit_hub(connections.centre)
    reach = hub.reach if hub else 0.0
    height = shapes.stack(boxes, relations, least_height=2 * reach)
    places = {place.key: place for box in boxes for place in box.places}
    pairs = [(places[relation.start.key], places[relation.end.key]) for relation in relations]
    routes = ways.find_routes(pairs, height / 2, reach)

    outer, inner = _channel_widths(routes)
    edges = [outer + EDGE, outer + EDGE + shapes.WIDTH]
    centre = edges[1] + inner + reach
    edges += [2 * centre - edges[1], 2 * centre - edges[0]]
    for box in boxes:
        box.left = edges[2 * box.side]
    width = edges[3] + outer + EDGE if len(boxes) > 1 else centre + reach + EDGE
    hub = replace(hub, x=centre, y=height / 2) if hub else None

    corners = [ways.points(route, edges) for route in routes]
    levels = [y for line in corners for _x, y in line]
    top = min(0.0, *(level - BADGE for level in levels), 0.0) - EDGE
    foot = max(height, *(level + BADGE for level in levels), 0.0) + EDGE
    legend, words_end = _legend(relations, width, foot + LEGEND_TOP)
    missing = len(connections.relations) - len(relations)
    rest = _rest(missing, width, words_end) if missing else ()
    bottom = (rest[-1].y + LEGEND_GAP if rest else words_end) if missing or relations else foot
    arrows = tuple(
        _arrow(relation, index + 1, route, line, key_and_words)
        for index, (relation, route, line, key_and_words) in enumerate(
            zip(relations, routes, corners, legend, strict=True)
        )
    )
    spokes = tuple((box.colour, _spoke(box, hub, edges)) for box in boxes) if hub else ()
    return Drawing(
        round(top, 1),
        round(width, 1),
        round(bottom - top, 1),
        tuple(boxes),
        spokes,
        hub,
        arrows,
        rest,
    )


def _channel_widths(routes: Sequence[ways.Route]) -> tuple[float, float]:
    """The outer and the inner channels; those of one kind are equally wide, so the hub is in the middle."""
    widths = [ways.width(ways.tracks(routes, channel)) for channel in range(4)]
    outer = max(widths[ways.OUTER_LEFT], widths[ways.OUTER_RIGHT])
    inner = max(NARROWEST_CHANNEL, widths[ways.INNER_LEFT], widths[ways.INNER_RIGHT])
    return outer, inner


def _spoke(box: Box, hub: Hub, edges: Sequence[float]) -> str:
    """From the name of a group to the middle; the hub lies over its end."""
    way = -1 if box.side else 1
    x, y = edges[2 if box.side else 1], box.top + box.header / 2
    near = hub.x - way * hub.reach
    turn = x + (near - x) * 0.75
    return (
        f"M{x:.1f} {y:.1f}C{turn:.1f} {y:.1f} {x + (near - x) * 0.25:.1f} {hub.y:.1f}"
        f" {near:.1f} {hub.y:.1f}H{hub.x:.1f}"
    )


def _arrow(
    relation: Relation,
    number: int,
    route: ways.Route,
    corners: list[tuple[float, float]],
    legend: tuple[Badge, tuple[Line, ...]],
) -> Arrow:
    """The line stops inside the arrow's head, so that the tip is sharp."""
    (start_x, start_y), (end_x, end_y) = corners[0], corners[-1]
    away = ways.outward(route.last) * HEAD
    path = ways.rounded([*corners[:-1], (end_x + away * 0.8, end_y)])
    head = f"M{end_x:.1f} {end_y:.1f}l{away:.1f} -6v12z"
    badge = Badge(number, round(start_x + ways.outward(route.first) * (BADGE + 2), 1), start_y)
    return Arrow(relation, path, head, badge, *legend)


def _legend(
    relations: Sequence[Relation], width: float, top: float
) -> tuple[list[tuple[Badge, tuple[Line, ...]]], float]:
    """The sentences with their numbers, read down one column and then the next, and where they end."""
    columns = 1 if len(relations) <= ONE_COLUMN else 2
    column_width = width / columns
    in_column = -(-len(relations) // columns)
    found: list[tuple[Badge, tuple[Line, ...]]] = []
    feet = [top] * columns
    for index, relation in enumerate(relations):
        column = index // in_column
        y = feet[column]
        left = EDGE + column * column_width
        texts = shortened(
            relation.sentence, column_width - LEGEND_INDENT - LEGEND_GAP, LEGEND_SIZE, LEGEND_LINES
        )
        key = Badge(index + 1, round(left + BADGE, 1), round(y + LEGEND_SIZE * LINE_HEIGHT / 2, 1))
        found.append((key, placed(texts, left + LEGEND_INDENT, y, LEGEND_SIZE)))
        feet[column] += max(len(texts) * LEGEND_SIZE * LINE_HEIGHT, 2 * BADGE) + LEGEND_GAP
    return found, max(feet)


def _rest(missing: int, width: float, top: float) -> tuple[Line, ...]:
    text = ngettext(
        "%(count)s more relation is in the list.", "%(count)s more relations are in the list.", missing
    ) % {"count": missing}
    return placed(shortened(text, width - 2 * EDGE, LEGEND_SIZE, LEGEND_LINES), EDGE, top, LEGEND_SIZE)


def _names(box: Box) -> str:
    """A group with the products that are shown, and how many are not."""
    titles = [product.title for product in box.shown]
    words = f"{', '.join(titles)} {box.rest}" if box.rest else get_text_list(titles, _("and"))
    return _("%(group)s: %(products)s.") % {"group": box.group.name, "products": words}
