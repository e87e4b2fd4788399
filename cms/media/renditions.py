"""The sizes in which pages show pictures, and the formats browsers get them in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where pictures stand: the sizes they are made in, largest first, and how wide a browser shows them."""

    sizes_made: tuple[str, ...]
    sizes: str

    @property
    def specs(self) -> list[str]:
        """WebP in each size; then the largest as JPEG, for browsers that know no WebP."""
        return [*(f"{size}|format-webp" for size in self.sizes_made), f"{self.sizes_made[0]}|format-jpeg"]


FIGURE = Place(("width-1200", "width-800", "width-400"), "(min-width: 768px) 45rem, 92vw")
CARD = Place(("fill-720x405", "fill-360x203"), "(min-width: 480px) 22rem, 92vw")
HERO = Place(("fill-1280x720", "fill-640x360"), "(min-width: 768px) 35rem, 92vw")
IN_TEXT = (*FIGURE.specs, *CARD.specs)
ALL_SPECS = (*IN_TEXT, *HERO.specs)
