"""Figures that several drawings are made of. Places and sizes are in pixels of the finished picture."""

from __future__ import annotations

import math

from home.demo.canvas import BLUE, DARK, DARKER, WHITE, Canvas


def wave(canvas: Canvas, level: float, height: float, length: float, shift: float, colour: str) -> None:
    """Hills from one edge of the picture to the other, filled to the foot."""
    tops = [
        (x, level - height * math.sin((x + shift) / length * 2 * math.pi))
        for x in range(0, canvas.width + 20, 20)
    ]
    canvas.shape([*tops, (canvas.width + 20, canvas.height), (0, canvas.height)], colour)


def walker(canvas: Canvas, x: float, foot: float, size: float, colour: str, head: str) -> None:
    """Someone in mid-step, facing right. `size` is the height of the body without the head."""
    hip, shoulder, thick = foot - size * 0.45, foot - size * 0.92, size * 0.17
    canvas.line([(x, hip), (x - size * 0.2, foot - thick / 2)], thick, colour)
    canvas.line(
        [(x, hip), (x + size * 0.16, foot - size * 0.22), (x + size * 0.2, foot - thick / 2)], thick, colour
    )
    canvas.line([(x, hip), (x + size * 0.04, shoulder)], size * 0.3, colour)
    canvas.line(
        [(x + size * 0.04, shoulder + size * 0.06), (x + size * 0.3, hip - size * 0.06)], thick * 0.75, colour
    )
    canvas.circle(x + size * 0.08, shoulder - size * 0.34, size * 0.17, head)


def wheelchair_user(canvas: Canvas, x: float, foot: float, size: float, colour: str, head: str) -> None:
    seat, thick = foot - size * 0.42, size * 0.17
    canvas.line([(x, seat), (x - size * 0.04, seat - size * 0.42)], size * 0.28, colour)
    canvas.line([(x, seat), (x + size * 0.34, seat), (x + size * 0.42, foot - size * 0.16)], thick, colour)
    canvas.line([(x, seat - size * 0.36), (x + size * 0.24, seat - size * 0.16)], thick * 0.7, colour)
    canvas.circle(x, seat - size * 0.82, size * 0.17, head)
    canvas.ring(x - size * 0.04, foot - size * 0.33, size * 0.33, size * 0.07, DARKER)
    canvas.ring(x + size * 0.46, foot - size * 0.09, size * 0.09, size * 0.05, DARKER)


def bust(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """Head and shoulders, centred on (x, y)."""
    canvas.circle(x, y - size * 0.42, size * 0.34, colour)
    canvas.dome(x, y + size * 0.75, size * 0.62, colour)


def building(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.shape([(x - size, y - size * 0.3), (x, y - size * 0.95), (x + size, y - size * 0.3)], DARK)
    for place in (-0.68, -0.23, 0.23, 0.68):
        canvas.box(x + place * size - size * 0.11, y - size * 0.2, size * 0.22, size * 0.75, DARK)
    canvas.box(x - size, y + size * 0.62, size * 2, size * 0.22, DARK)


def heart(canvas: Canvas, x: float, y: float, size: float) -> None:
    turn = [step * math.pi / 40 for step in range(80)]
    outline = [
        (
            16 * math.sin(t) ** 3,
            13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t),
        )
        for t in turn
    ]
    canvas.shape([(x + across * size / 17, y - up * size / 17) for across, up in outline], DARK)


def book(canvas: Canvas, x: float, y: float, size: float) -> None:
    for side in (-1, 1):
        canvas.shape(
            [
                (x + side * size * 0.06, y - size * 0.5),
                (x + side * size * 0.95, y - size * 0.72),
                (x + side * size * 0.95, y + size * 0.5),
                (x + side * size * 0.06, y + size * 0.72),
            ],
            DARK,
        )


def briefcase(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.box(x - size * 0.4, y - size * 0.75, size * 0.8, size * 0.5, DARK, size * 0.15)
    canvas.box(x - size * 0.24, y - size * 0.6, size * 0.48, size * 0.4, WHITE, size * 0.08)
    canvas.box(x - size * 0.95, y - size * 0.4, size * 1.9, size * 1.15, DARK, size * 0.15)
    canvas.box(x - size * 0.95, y + size * 0.06, size * 1.9, size * 0.1, WHITE)


def two_people(canvas: Canvas, x: float, y: float, size: float) -> None:
    bust(canvas, x - size * 0.48, y + size * 0.05, size * 0.72, DARK)
    bust(canvas, x + size * 0.48, y + size * 0.05, size * 0.72, BLUE)


def signpost(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.box(x - size * 0.08, y - size * 0.9, size * 0.16, size * 1.8, DARK)
    for side, level in ((1, -0.75), (-1, -0.15)):
        top, foot = y + level * size, y + (level + 0.42) * size
        canvas.shape(
            [
                (x - side * size * 0.5, top),
                (x + side * size * 0.6, top),
                (x + side * size * 0.95, (top + foot) / 2),
                (x + side * size * 0.6, foot),
                (x - side * size * 0.5, foot),
            ],
            DARK,
        )
