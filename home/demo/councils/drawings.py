"""The pictures of the case studies, drawn in code like all pictures of the demo site."""

from __future__ import annotations

import math

from home.demo.canvas import BLUE, DARK, DARKER, GREY, MIST, PALE, SKY, WHITE, YELLOW, Canvas
from home.demo.drawings import Drawing
from home.demo.figures import book, building, bust, heart, walker, wave

WIDTH, HEIGHT = 1200, 675


def _wheel(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.circle(x, y, radius, DARKER)
    canvas.circle(x, y, radius * 0.45, GREY)


def hill_bus() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, PALE)
    canvas.circle(960, 130, 70, YELLOW)
    wave(canvas, 330, 90, 1100, 200, SKY)
    wave(canvas, 430, 60, 1300, 650, MIST)
    canvas.shape([(0, 560), (1200, 520), (1200, 675), (0, 675)], DARK)
    for start in range(40, 1200, 190):
        canvas.line([(start, 622 - start / 30), (start + 80, 619 - start / 30)], 10, WHITE)
    canvas.box(380, 330, 440, 190, BLUE, 34)
    canvas.box(380, 450, 440, 36, YELLOW)
    for x in (415, 520, 625):
        canvas.box(x, 362, 84, 70, WHITE, 10)
    canvas.box(728, 362, 64, 120, WHITE, 10)
    for x in (480, 720):
        _wheel(canvas, x, 522, 46)
    return canvas.png()


def ferry() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, PALE)
    canvas.dome(1010, 420, 190, MIST)
    canvas.dome(820, 420, 110, SKY)
    canvas.circle(210, 140, 64, YELLOW)
    canvas.shape([(230, 400), (900, 400), (820, 520), (310, 520)], DARK)
    canvas.box(330, 300, 420, 100, WHITE, 12)
    canvas.box(400, 220, 250, 84, WHITE, 12)
    canvas.box(560, 130, 70, 100, YELLOW, 8)
    for x in range(360, 720, 62):
        canvas.box(x, 330, 38, 38, BLUE, 8)
    for x in range(425, 620, 62):
        canvas.box(x, 244, 38, 34, BLUE, 8)
    wave(canvas, 515, 16, 300, 0, BLUE)
    wave(canvas, 580, 18, 360, 120, DARKER)
    return canvas.png()


def kitchen() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, SKY)
    canvas.box(0, 470, 1200, 205, DARK)
    canvas.box(0, 450, 1200, 34, DARKER)
    for x, height in ((250, 150), (470, 110)):
        canvas.box(x, 450 - height, 180, height, GREY, 18)
        canvas.box(x - 30, 470 - height, 240, 22, DARKER, 10)
        for steam in (x + 50, x + 120):
            line = [(steam + 14 * math.sin(y / 22), y) for y in range(200, 430 - height, 10)]
            canvas.line(line, 10, WHITE)
    bust(canvas, 900, 330, 200, DARK)
    canvas.box(842, 150, 116, 70, WHITE, 12)
    for x in (850, 900, 950):
        canvas.circle(x, 136, 46, WHITE)
    canvas.box(842, 204, 116, 20, GREY, 6)
    return canvas.png()


def nursery_and_classroom() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, PALE)
    canvas.box(586, 0, 28, 675, DARKER)
    canvas.box(0, 560, 1200, 115, MIST)
    for x, y, colour in (
        (130, 440, BLUE),
        (250, 440, YELLOW),
        (370, 440, DARK),
        (190, 320, DARK),
        (310, 320, BLUE),
    ):
        canvas.box(x, y, 112, 112, colour, 12)
    canvas.box(250, 200, 112, 112, YELLOW, 12)
    bust(canvas, 480, 500, 90, DARKER)
    canvas.box(680, 110, 440, 220, DARK, 12)
    for row in range(3):
        canvas.line([(720, 165 + row * 55), (720 + (320, 250, 290)[row], 165 + row * 55)], 12, WHITE)
    canvas.box(690, 470, 420, 30, DARKER, 8)
    canvas.box(720, 500, 26, 90, DARKER)
    canvas.box(1054, 500, 26, 90, DARKER)
    book(canvas, 860, 428, 60)
    bust(canvas, 1010, 410, 100, BLUE)
    return canvas.png()


def forklift() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, PALE)
    canvas.box(0, 560, 1200, 115, GREY)
    for row in range(3):
        canvas.box(860, 180 + row * 130, 280, 16, DARKER)
        for place in range(2):
            canvas.box(880 + place * 130, 100 + row * 130, 110, 80, (SKY, MIST)[(row + place) % 2], 6)
    canvas.box(260, 380, 260, 140, YELLOW, 24)
    canvas.line([(300, 385), (320, 210), (470, 210), (500, 385)], 18, DARKER)
    bust(canvas, 400, 300, 100, DARK)
    canvas.box(560, 150, 24, 390, DARKER)
    canvas.box(570, 290, 170, 18, DARKER)
    canvas.box(600, 170, 120, 116, BLUE, 8)
    _wheel(canvas, 310, 530, 58)
    _wheel(canvas, 490, 540, 46)
    return canvas.png()


def open_gate() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, SKY)
    canvas.circle(920, 170, 84, YELLOW)
    wave(canvas, 430, 40, 1400, 300, MIST)
    canvas.shape([(350, 675), (560, 420), (700, 420), (960, 675)], WHITE)
    for x in (180, 470):
        canvas.box(x, 150, 60, 440, DARKER, 8)
    for place in range(5):
        canvas.line([(250 + place * 46, 230 - place * 8), (250 + place * 46, 560 + place * 14)], 14, DARK)
    canvas.line([(230, 270), (470, 232)], 14, DARK)
    canvas.line([(230, 520), (470, 588)], 14, DARK)
    walker(canvas, 690, 600, 230, BLUE, DARKER)
    return canvas.png()


def desk_at_the_surgery() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, PALE)
    canvas.circle(600, 250, 170, WHITE)
    heart(canvas, 600, 250, 92)
    canvas.line([(430, 250), (520, 250), (556, 190), (610, 320), (650, 250), (770, 250)], 14, YELLOW)
    canvas.box(300, 500, 600, 36, DARKER, 10)
    bust(canvas, 250, 420, 210, BLUE)
    bust(canvas, 950, 420, 210, DARK)
    canvas.box(560, 440, 90, 60, YELLOW, 8)
    canvas.box(0, 610, 1200, 65, MIST)
    return canvas.png()


def clock_and_school() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, PALE)
    canvas.box(0, 560, 1200, 115, MIST)
    building(canvas, 830, 400, 230)
    canvas.circle(330, 300, 200, DARK)
    canvas.circle(330, 300, 172, WHITE)
    for hour in range(12):
        angle = hour * math.pi / 6
        canvas.circle(330 + 145 * math.sin(angle), 300 - 145 * math.cos(angle), 10, DARK)
    canvas.line(
        [(330, 300), (330 + 82 * math.sin(4 * math.pi / 3), 300 - 82 * math.cos(4 * math.pi / 3))], 18, DARKER
    )
    canvas.line([(330, 300), (330, 178)], 14, BLUE)
    walker(canvas, 560, 600, 150, YELLOW, DARKER)
    walker(canvas, 640, 600, 100, BLUE, DARKER)
    return canvas.png()


def one_sheet() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, DARK)
    for place in range(7):
        angle = place * 2 * math.pi / 7
        x, y = 600 + 400 * math.sin(angle), 338 - 250 * math.cos(angle)
        canvas.line([(600, 338), (x, y)], 10, SKY)
        canvas.circle(x, y, 62, (BLUE, YELLOW)[place % 2])
        bust(canvas, x, y - 4, 52, WHITE if place % 2 == 0 else DARKER)
    canvas.box(490, 190, 220, 296, WHITE, 14)
    for row in range(5):
        canvas.box(520, 225 + row * 48, (150, 120, 160, 90, 130)[row], 16, (BLUE if row == 0 else GREY), 8)
    return canvas.png()


def seedling() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, PALE)
    canvas.circle(940, 150, 80, YELLOW)
    canvas.box(0, 520, 1200, 155, DARK)
    for x, height in ((260, 70), (480, 140), (720, 230)):
        canvas.line([(x, 525), (x, 525 - height)], 16, BLUE)
        for side in (-1, 1):
            for level in range(1, 1 + height // 70):
                y = 525 - level * 70
                canvas.shape([(x, y), (x + side * 70, y - 50), (x + side * 92, y - 6)], BLUE)
    canvas.box(880, 430, 150, 100, MIST, 16)
    canvas.line([(1030, 450), (1110, 380)], 18, MIST)
    return canvas.png()


def workbench() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, SKY)
    canvas.box(0, 600, 1200, 75, DARKER)
    bust(canvas, 430, 340, 200, DARK)
    bust(canvas, 720, 348, 190, BLUE)
    canvas.box(180, 460, 840, 40, YELLOW, 8)
    canvas.box(240, 500, 40, 110, DARK)
    canvas.box(920, 500, 40, 110, DARK)
    canvas.box(520, 424, 250, 36, WHITE, 6)
    canvas.line([(860, 450), (920, 330)], 18, DARKER)
    canvas.box(874, 290, 110, 46, GREY, 10)
    return canvas.png()


def conversation() -> bytes:
    canvas = Canvas(WIDTH, HEIGHT, PALE)
    for x, colour, bubble in ((350, DARK, WHITE), (850, BLUE, YELLOW)):
        canvas.box(x - 190, 70, 380, 170, bubble, 60)
        canvas.shape([(x - 40, 230), (x + 40, 230), (x + 6, 300)], bubble)
        for row, length in enumerate((250, 170)):
            canvas.box(x - 125, 120 + row * 46, length, 18, MIST if bubble == WHITE else DARKER, 9)
        bust(canvas, x, 460, 230, colour)
    canvas.box(0, 625, 1200, 50, MIST)
    return canvas.png()


COUNCIL_DRAWINGS = {
    "hill_bus": Drawing("A bus in the hills", "A small bus drives along a road between hills.", hill_bus),
    "ferry": Drawing("A ferry", "A ferry crosses a strait between islands.", ferry),
    "kitchen": Drawing("A kitchen", "A cook stands beside two steaming pots.", kitchen),
    "nursery_and_classroom": Drawing(
        "A nursery beside a classroom",
        "On one side of a wall a child builds with blocks; on the other an adult sits at a desk with a book.",
        nursery_and_classroom,
    ),
    "forklift": Drawing("A forklift", "Someone drives a forklift with a box on its fork.", forklift),
    "open_gate": Drawing("An open gate", "Someone walks away from an open gate.", open_gate),
    "desk_at_the_surgery": Drawing(
        "Two people at a desk", "Two people sit at a desk under a heart and its beat.", desk_at_the_surgery
    ),
    "clock_and_school": Drawing(
        "Eight o’clock at school",
        "A clock shows eight; an adult and a child walk towards a school.",
        clock_and_school,
    ),
    "one_sheet": Drawing(
        "Seven people, one sheet", "Seven people are linked to one sheet of paper.", one_sheet
    ),
    "workbench": Drawing("At a workbench", "Two people stand at a workbench with a hammer.", workbench),
    "conversation": Drawing("A conversation", "Two people talk with each other.", conversation),
    "seedling": Drawing("Growing", "Three plants in a row, each taller than the one before.", seedling),
}
