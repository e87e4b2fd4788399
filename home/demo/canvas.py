"""A surface to draw on with smooth edges: everything is drawn larger and made smaller at the end."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

BLUE, DARK, DARKER = "#0065bd", "#00437e", "#002d54"
PALE, SKY, WHITE = "#d9effc", "#b3d7f2", "#ffffff"
MIST, YELLOW, GREY = "#8fc4ea", "#fdd522", "#ebebeb"

Point = tuple[float, float]
FINER = 3


class Canvas:
    """Measures are in pixels of the finished picture."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * FINER, height * FINER), ground)
        self._draw = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        output = BytesIO()
        self._image.reduce(FINER).save(output, "PNG")
        return output.getvalue()

    def shape(self, points: Sequence[Point], colour: str) -> None:
        self._draw.polygon([(x * FINER, y * FINER) for x, y in points], fill=colour)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        self._draw.ellipse(self._around(x, y, radius), fill=colour)

    def ring(self, x: float, y: float, radius: float, thickness: float, colour: str) -> None:
        self._draw.ellipse(self._around(x, y, radius), outline=colour, width=round(thickness * FINER))

    def box(self, x: float, y: float, width: float, height: float, colour: str, rounding: float = 0) -> None:
        edges = [x * FINER, y * FINER, (x + width) * FINER, (y + height) * FINER]
        self._draw.rounded_rectangle(edges, radius=rounding * FINER, fill=colour)

    def line(self, points: Sequence[Point], thickness: float, colour: str) -> None:
        """A line with round ends and corners."""
        scaled = [(x * FINER, y * FINER) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(thickness * FINER), joint="curve")
        for x, y in points:
            self.circle(x, y, thickness / 2, colour)

    def dome(self, x: float, y: float, radius: float, colour: str) -> None:
        """The upper half of a circle: shoulders, hills, bowls."""
        self._draw.pieslice(self._around(x, y, radius), 180, 360, fill=colour)

    @staticmethod
    def _around(x: float, y: float, radius: float) -> list[float]:
        return [(x - radius) * FINER, (y - radius) * FINER, (x + radius) * FINER, (y + radius) * FINER]
