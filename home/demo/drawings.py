"""The pictures of the demo site, drawn in code: flat shapes in the colours of the site, no photographs."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from home.demo.canvas import BLUE, DARK, DARKER, GREY, MIST, PALE, SKY, WHITE, YELLOW, Canvas


@dataclass(frozen=True)
class Drawing:
    """`description` is offered to editors as alternative text when they use the picture elsewhere."""

    title: str
    description: str
    draw: Callable[[], bytes]


def _wave(canvas: Canvas, level: float, height: float, length: float, shift: float, colour: str) -> None:
    """Hills from one edge of the picture to the other, filled to the foot."""
    tops = [
        (x, level - height * math.sin((x + shift) / length * 2 * math.pi))
        for x in range(0, canvas.width + 20, 20)
    ]
    canvas.shape([*tops, (canvas.width + 20, canvas.height), (0, canvas.height)], colour)


def _walker(canvas: Canvas, x: float, foot: float, size: float, colour: str, head: str) -> None:
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


def _wheelchair_user(canvas: Canvas, x: float, foot: float, size: float, colour: str, head: str) -> None:
    seat, thick = foot - size * 0.42, size * 0.17
    canvas.line([(x, seat), (x - size * 0.04, seat - size * 0.42)], size * 0.28, colour)
    canvas.line([(x, seat), (x + size * 0.34, seat), (x + size * 0.42, foot - size * 0.16)], thick, colour)
    canvas.line([(x, seat - size * 0.36), (x + size * 0.24, seat - size * 0.16)], thick * 0.7, colour)
    canvas.circle(x, seat - size * 0.82, size * 0.17, head)
    canvas.ring(x - size * 0.04, foot - size * 0.33, size * 0.33, size * 0.07, DARKER)
    canvas.ring(x + size * 0.46, foot - size * 0.09, size * 0.09, size * 0.05, DARKER)


def no_one_left_behind() -> bytes:
    canvas = Canvas(1600, 600, PALE)
    canvas.circle(1330, 170, 84, YELLOW)
    _wave(canvas, 340, 70, 1200, 150, SKY)
    _wave(canvas, 420, 56, 1500, 700, MIST)
    _wave(canvas, 500, 24, 1600, 300, DARK)
    path = [(x, 548 - 20 * math.sin((x + 300) / 1600 * 2 * math.pi)) for x in range(-20, 1640, 20)]
    canvas.line(path, 34, WHITE)

    def foot(x: float) -> float:
        return 534 - 20 * math.sin((x + 300) / 1600 * 2 * math.pi)

    _walker(canvas, 240, foot(240), 200, DARK, DARKER)
    _walker(canvas, 440, foot(440), 160, YELLOW, DARKER)
    _wheelchair_user(canvas, 660, foot(660), 205, BLUE, DARKER)
    _walker(canvas, 905, foot(905), 212, YELLOW, DARKER)
    _walker(canvas, 1025, foot(1025), 122, BLUE, DARKER)
    _walker(canvas, 1250, foot(1250), 195, WHITE, DARKER)
    canvas.line([(1304, foot(1304) - 88), (1340, foot(1340) - 6)], 9, DARKER)
    return canvas.png()


def _bust(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """Head and shoulders, centred on (x, y)."""
    canvas.circle(x, y - size * 0.42, size * 0.34, colour)
    canvas.dome(x, y + size * 0.75, size * 0.62, colour)


def _building(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.shape([(x - size, y - size * 0.3), (x, y - size * 0.95), (x + size, y - size * 0.3)], DARK)
    for place in (-0.68, -0.23, 0.23, 0.68):
        canvas.box(x + place * size - size * 0.11, y - size * 0.2, size * 0.22, size * 0.75, DARK)
    canvas.box(x - size, y + size * 0.62, size * 2, size * 0.22, DARK)


def _heart(canvas: Canvas, x: float, y: float, size: float) -> None:
    turn = [step * math.pi / 40 for step in range(80)]
    outline = [
        (
            16 * math.sin(t) ** 3,
            13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t),
        )
        for t in turn
    ]
    canvas.shape([(x + across * size / 17, y - up * size / 17) for across, up in outline], DARK)


def _book(canvas: Canvas, x: float, y: float, size: float) -> None:
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


def _briefcase(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.box(x - size * 0.4, y - size * 0.75, size * 0.8, size * 0.5, DARK, size * 0.15)
    canvas.box(x - size * 0.24, y - size * 0.6, size * 0.48, size * 0.4, WHITE, size * 0.08)
    canvas.box(x - size * 0.95, y - size * 0.4, size * 1.9, size * 1.15, DARK, size * 0.15)
    canvas.box(x - size * 0.95, y + size * 0.06, size * 1.9, size * 0.1, WHITE)


def _two_people(canvas: Canvas, x: float, y: float, size: float) -> None:
    _bust(canvas, x - size * 0.48, y + size * 0.05, size * 0.72, DARK)
    _bust(canvas, x + size * 0.48, y + size * 0.05, size * 0.72, BLUE)


def _signpost(canvas: Canvas, x: float, y: float, size: float) -> None:
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


def partnership() -> bytes:
    canvas = Canvas(1440, 810, BLUE)
    canvas.circle(720, 405, 392, DARK)
    canvas.ring(720, 405, 286, 10, SKY)
    symbols = (_building, _heart, _book, _briefcase, _two_people, _signpost)
    places = [
        (720 + 286 * math.sin(turn * math.pi / 3), 405 - 286 * math.cos(turn * math.pi / 3))
        for turn in range(6)
    ]
    for x, y in places:
        canvas.line([(720, 405), (x, y)], 10, SKY)
    for draw, (x, y) in zip(symbols, places, strict=True):
        canvas.circle(x, y, 88, WHITE)
        draw(canvas, x, y, 46)
    canvas.circle(720, 405, 122, YELLOW)
    _bust(canvas, 690, 400, 78, DARKER)
    _bust(canvas, 768, 418, 60, BLUE)
    return canvas.png()


def round_table() -> bytes:
    canvas = Canvas(1440, 810, PALE)
    canvas.circle(720, 405, 330, SKY)
    for seat in range(8):
        angle = seat * math.pi / 4
        x, y = 720 + 300 * math.sin(angle), 405 - 300 * math.cos(angle)
        canvas.circle(x, y, 74, (DARK, BLUE, YELLOW, DARKER)[seat % 4])
        canvas.circle(x, y, 36, WHITE)
    canvas.circle(720, 405, 214, BLUE)
    canvas.circle(720, 405, 190, DARK)
    for x, y in ((640, 350), (790, 380), (690, 480)):
        canvas.box(x - 44, y - 56, 88, 112, WHITE, 6)
        for row in range(4):
            canvas.box(x - 30, y - 38 + row * 20, 60 - 14 * (row % 2), 8, SKY, 4)
    return canvas.png()


def checklist() -> bytes:
    canvas = Canvas(1440, 810, DARK)
    canvas.circle(260, 700, 300, BLUE)
    canvas.circle(1240, 120, 220, DARKER)
    canvas.box(470, 90, 500, 640, WHITE, 24)
    canvas.box(610, 56, 220, 80, YELLOW, 20)
    for row in range(4):
        y = 220 + row * 122
        canvas.box(530, y, 76, 76, PALE, 12)
        if row < 3:
            canvas.line([(546, y + 40), (564, y + 58), (594, y + 18)], 13, BLUE)
        canvas.box(640, y + 12, 260, 18, GREY, 9)
        canvas.box(640, y + 48, (210, 170, 230, 140)[row], 18, GREY, 9)
    return canvas.png()


def rising_bars() -> bytes:
    canvas = Canvas(1440, 810, PALE)
    canvas.circle(1180, 200, 120, YELLOW)
    for number, height in enumerate((70, 130, 240, 390, 530)):
        canvas.box(260 + number * 195, 700 - height, 130, height, (SKY, SKY, BLUE, BLUE, DARK)[number], 10)
    canvas.line([(200, 706), (1240, 706)], 12, DARKER)
    canvas.line([(325, 580), (520, 520), (715, 410), (910, 260), (1105, 120)], 12, DARKER)
    for x, y in ((325, 580), (520, 520), (715, 410), (910, 260), (1105, 120)):
        canvas.circle(x, y, 22, DARKER)
        canvas.circle(x, y, 12, YELLOW)
    return canvas.png()


def video_relay() -> bytes:
    canvas = Canvas(1440, 810, PALE)
    canvas.box(120, 150, 620, 430, DARKER, 28)
    canvas.box(148, 178, 564, 374, SKY, 12)
    canvas.box(330, 580, 200, 60, DARKER)
    canvas.box(250, 630, 360, 30, DARKER, 15)
    _bust(canvas, 430, 380, 200, DARK)
    for side, rise in ((-1, 0), (1, 34)):
        canvas.line([(430 + side * 150, 530), (430 + side * 70, 462 - rise)], 44, BLUE)
        canvas.circle(430 + side * 58, 450 - rise, 36, YELLOW)
    canvas.circle(1080, 405, 250, BLUE)
    _bust(canvas, 1080, 400, 190, WHITE)
    for radius in (290, 330):
        canvas.ring(1080, 405, radius, 10, BLUE)
    return canvas.png()


DRAWINGS = {
    "no_one_left_behind": Drawing(
        "One path for everyone",
        "People of different ages, one of them in a wheelchair, move along the same path.",
        no_one_left_behind,
    ),
    "partnership": Drawing(
        "Six partners around one person",
        "A person stands in a circle; six partners stand around it, each linked to the middle.",
        partnership,
    ),
    "round_table": Drawing("A round table", "Eight people sit round a table with papers on it.", round_table),
    "checklist": Drawing("A checklist", "A sheet with four lines, three of them ticked.", checklist),
    "rising_bars": Drawing("Rising figures", "Five columns, each higher than the one before.", rising_bars),
    "video_relay": Drawing(
        "A call with an interpreter", "Someone signs on a screen to a person who listens.", video_relay
    ),
}
