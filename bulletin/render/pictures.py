"""Pictures as mail programs can show them: PNG or JPEG, twice as wide as they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, SourceImageIOError

from bulletin.render.failure import CannotRender
from bulletin.render.links import absolute
from bulletin.render.typed import typed

KEPT_FORMATS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg"}

TELEPHONE = 320


@dataclass(frozen=True)
class Picture:
    """Address, description ("" where it only decorates), and the size in pixels at which it is shown."""

    src: str
    alt: str
    width: int
    height: int
    pixels: int  # across the file

    @property
    def is_wide(self) -> bool:
        """Whether it stays sharp across the whole width of a telephone."""
        return self.pixels >= TELEPHONE


def mail_picture(image: AbstractImage, box: tuple[int, int], where: str, alt: str | None = None) -> Picture:
    """The picture within a box of pixels. `alt` None: the words given where it is used."""
    if alt is None:
        alt = "" if image.decorative else image.contextual_alt_text or image.default_alt_text
    width, height = box
    suffix = "." + image.filename.rpartition(".")[2].lower()
    kept = KEPT_FORMATS.get(suffix)
    to_format = f"format-{kept}" if kept else "bgcolor-ffffff|format-jpeg"
    try:
        rendition = image.get_rendition(f"max-{2 * width}x{2 * height}|{to_format}")
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        raise CannotRender(where, _("The picture cannot be read. Choose another one.")) from None
    shown = min(1.0, width / rendition.width, height / rendition.height)
    return Picture(
        pixels=rendition.width,
        src=absolute(rendition.url),
        alt=typed(alt),
        width=max(1, round(rendition.width * shown)),
        height=max(1, round(rendition.height * shown)),
    )


def is_kept_format(image: AbstractImage) -> bool:
    return "." + image.filename.rpartition(".")[2].lower() in KEPT_FORMATS
