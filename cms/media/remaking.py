"""A picture that is uploaded is drawn anew, so that nothing of the file stays but what is seen."""

from __future__ import annotations

from io import BytesIO
from threading import Lock
from typing import BinaryIO

from PIL import Image, ImageCms, ImageFile, ImageOps

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
SAVED_WITH = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {},
    "WEBP": {"quality": 90},
}
SAVED_MODES = {
    "JPEG": {"L", "RGB"},
    "PNG": {"1", "L", "LA", "P", "RGB", "RGBA"},
    "WEBP": {"RGB", "RGBA"},
}
# A picture of the largest size takes hundreds of megabytes while it is drawn: one at a time in a process.
ONE_AT_A_TIME = Lock()


class CannotRemake(Exception):
    """The picture is refused."""


class NoPicture(CannotRemake):
    """It is none, or of a format that is not taken."""


class Broken(CannotRemake):
    """It begins as a picture and cannot be read."""


class Moving(CannotRemake):
    """It has several frames."""


class TooManyPixels(CannotRemake):
    """Its argument is their number."""


def remade(file: BinaryIO, most_pixels: int) -> tuple[bytes, str]:
    """The picture, turned as it is seen and in the colours of the web, and the ending of its name."""
    # WeasyPrint, once loaded, makes Pillow patient with pictures that break off, for all of the process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with ONE_AT_A_TIME, Image.open(file, formats=list(ENDINGS)) as image:
            return _drawn(image, most_pixels)
    except CannotRemake:
        raise
    except Image.UnidentifiedImageError:
        raise NoPicture from None
    except Image.DecompressionBombError:
        raise TooManyPixels(None) from None
    except Exception:  # each decoder fails in its own way
        raise Broken from None


def _drawn(image: Image.Image, most_pixels: int) -> tuple[bytes, str]:
    # Telephones put a second, smaller picture into a JPEG.
    image_format = "JPEG" if image.format == "MPO" else image.format
    if (pixels := image.width * image.height) > most_pixels:
        raise TooManyPixels(pixels)
    if image_format != "JPEG" and getattr(image, "is_animated", False):
        raise Moving
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    if image.mode.startswith("I"):  # greys of 16 bits, which Pillow would cut off at white
        image = image.convert("I").point(lambda shade: shade * (1 / 256)).convert("L")
    image = _in_colours_of_the_web(image)
    if image.mode not in SAVED_MODES[image_format]:
        has_alpha = image.has_transparency_data and image_format != "JPEG"
        image = image.convert("RGBA" if has_alpha else "RGB")
    image.info = {name: value for name, value in image.info.items() if name == "transparency"}
    output = BytesIO()
    image.save(output, image_format, **SAVED_WITH[image_format])
    return output.getvalue(), ENDINGS[image_format]


def _in_colours_of_the_web(image: Image.Image) -> Image.Image:
    """sRGB; a profile that cannot be read is left out."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    mode = image.mode if image.mode == "RGBA" else "RGB"
    try:
        theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, theirs, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return image
