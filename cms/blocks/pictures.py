"""Pictures in the sizes they are shown at."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.images.models import AbstractImage, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from cms.blocks.targets import current_targets
from cms.media.renditions import CARD, FIGURE, HERO, Place

HERO_CLASS = "ds_feature-header__image"


def figure_picture(image: AbstractImage | None, request: HttpRequest | None = None) -> Picture | str:
    """A picture in the text, with the alternative text given where it is used; "" without a picture."""
    return _picture(image, FIGURE, _description(image), request) if image else ""


def card_picture(image: AbstractImage | None) -> Picture | str:
    """A picture that decorates a card or a link; the words beside it say what it is about."""
    return _picture(image, CARD, "") if image else ""


def described_card_picture(image: AbstractImage | None) -> Picture | str:
    """A picture of the size of a card that says something of its own."""
    return _picture(image, CARD, _description(image)) if image else ""


def hero_picture(image: AbstractImage | None, request: HttpRequest | None) -> Picture | str:
    """A picture that decorates the head of a page."""
    return _picture(image, HERO, "", request, css_class=HERO_CLASS) if image else ""


def _is_first(request: HttpRequest | None) -> bool:
    """True once for a page: a browser fetches that picture at once, and all others when they come near."""
    if request is None or getattr(request, "has_shown_picture", False):
        return False
    request.has_shown_picture = True
    return True


def _description(image: AbstractImage) -> str:
    return "" if image.decorative else image.contextual_alt_text or image.default_alt_text


def _picture(
    image: AbstractImage, place: Place, alt: str, request: HttpRequest | None = None, css_class: str = ""
) -> Picture:
    *specs, fallback = place.specs
    renditions = get_renditions_or_not_found(image, place.specs)
    # A small original gives the same width several times, which HTML does not allow in one srcset.
    of_width = {renditions[spec].width: spec for spec in reversed(specs)}
    kept = {spec: renditions[spec] for spec in specs if spec in of_width.values()}
    targets = current_targets()
    is_first = _is_first(request or (targets.request if targets else None))
    attributes = {"alt": alt, "decoding": "async"}
    attributes |= {"fetchpriority": "high"} if is_first else {"loading": "lazy"}
    if css_class:
        attributes["class"] = css_class
    if len(kept) > 1:
        attributes["sizes"] = place.sizes
    return Picture(kept | {fallback: renditions[fallback]}, attributes)
