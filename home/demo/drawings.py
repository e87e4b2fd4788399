"""The pictures of the demo site, drawn in code: flat shapes in the colours of the site, no photographs."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from home.demo.canvas import BLUE, DARK, DARKER, GREY, MIST, PALE, SKY, WHITE, YELLOW, Canvas
from home.demo.figures import (
    book,
    briefcase,
    building,
    bust,
    heart,
    signpost,
    two_people,
    walker,
    wave,
    wheelchair_user,
)


@dataclass(frozen=True)
class Drawing:
    """`description` is offered to editors as alternative text when they use the picture elsewhere."""

    title: str
    description: str
    draw: Callable[[], bytes]


def no_one_left_behind() -> bytes:
    canvas = Canvas(1600, 600, PALE)
    canvas.circle(1330, 170, 84, YELLOW)
    wave(canvas, 340, 70, 1200, 150, SKY)
    wave(canvas, 420, 56, 1500, 700, MIST)
    wave(canvas, 500, 24, 1600, 300, DARK)
    path = [(x, 548 - 20 * math.sin((x + 300) / 1600 * 2 * math.pi)) for x in range(-20, 1640, 20)]
    canvas.line(path, 34, WHITE)

    def foot(x: float) -> float:
        return 534 - 20 * math.sin((x + 300) / 1600 * 2 * math.pi)

    walker(canvas, 240, foot(240), 200, DARK, DARKER)
    walker(canvas, 440, foot(440), 160, YELLOW, DARKER)
    wheelchair_user(canvas, 660, foot(660), 205, BLUE, DARKER)
    walker(canvas, 905, foot(905), 212, YELLOW, DARKER)
    walker(canvas, 1025, foot(1025), 122, BLUE, DARKER)
    walker(canvas, 1250, foot(1250), 195, WHITE, DARKER)
    canvas.line([(1304, foot(1304) - 88), (1340, foot(1340) - 6)], 9, DARKER)
    return canvas.png()


def partnership() -> bytes:
    canvas = Canvas(1440, 810, BLUE)
    canvas.circle(720, 405, 392, DARK)
    canvas.ring(720, 405, 286, 10, SKY)
    symbols = (building, heart, book, briefcase, two_people, signpost)
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
    bust(canvas, 690, 400, 78, DARKER)
    bust(canvas, 768, 418, 60, BLUE)
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
    bust(canvas, 430, 380, 200, DARK)
    for side, rise in ((-1, 0), (1, 34)):
        canvas.line([(430 + side * 150, 530), (430 + side * 70, 462 - rise)], 44, BLUE)
        canvas.circle(430 + side * 58, 450 - rise, 36, YELLOW)
    canvas.circle(1080, 405, 250, BLUE)
    bust(canvas, 1080, 400, 190, WHITE)
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
