"""Pictures in the sizes they are shown at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.images.models import AbstractImage, Filter, ResponsiveImage
from wagtail.images.shortcuts import get_renditions_or_not_found

if TYPE_CHECKING:
    from collections.abc import Sequence

# The largest comes first: its width and height stand on the img, which keeps its place while it loads.
FIGURE_SPECS = ("width-1200", "width-800", "width-400")
FIGURE_SIZES = "(min-width: 768px) 45rem, 92vw"
CARD_SPECS = ("fill-720x405", "fill-360x203")
CARD_SIZES = "(min-width: 480px) 23rem, 92vw"
ALL_SPECS = (*FIGURE_SPECS, *CARD_SPECS)


def figure_picture(image: AbstractImage | None) -> ResponsiveImage | str:
    """A picture in the text, with the alternative text given where it is used; "" without a picture."""
    return _responsive(image, FIGURE_SPECS, _description(image), FIGURE_SIZES) if image else ""


def card_picture(image: AbstractImage | None) -> ResponsiveImage | str:
    """A picture that decorates a card or a link; the words beside it say what it is about."""
    return _responsive(image, CARD_SPECS, "", CARD_SIZES) if image else ""


def described_card_picture(image: AbstractImage | None) -> ResponsiveImage | str:
    """A picture of the size of a card that says something of its own."""
    return _responsive(image, CARD_SPECS, _description(image), CARD_SIZES) if image else ""


def _description(image: AbstractImage) -> str:
    return "" if image.decorative else image.contextual_alt_text or image.default_alt_text


def _responsive(image: AbstractImage, specs: Sequence[str], alt: str, sizes: str) -> ResponsiveImage:
    renditions = get_renditions_or_not_found(image, [Filter(spec=spec) for spec in specs])
    # A small original gives the same width several times, which HTML does not allow in one srcset.
    widths = {rendition.width: spec for spec, rendition in reversed(renditions.items())}
    kept = {spec: rendition for spec, rendition in renditions.items() if spec in widths.values()}
    attributes = {"alt": alt, "loading": "lazy", "decoding": "async"}
    if len(kept) > 1:
        attributes["sizes"] = sizes
    return ResponsiveImage(kept, attributes)
