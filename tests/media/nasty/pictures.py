"""Pictures that hide something, are none, or are far larger than they look."""

from __future__ import annotations

import struct
import zlib
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from PIL import Image, PngImagePlugin

from tests.media.nasty.file import HIDDEN, Nasty, Outcome

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
LARGEST = 20 * 1024 * 1024
OTHER = "Upload a valid image"
DAMAGED = "is damaged"
GPS, ORIENTATION, QUARTER_TURN = 0x8825, 0x0112, 6


def picture(image_format: str, size: tuple[int, int] = (40, 30), mode: str = "RGB", **options: Any) -> bytes:
    file = BytesIO()
    Image.new(mode, size, 1 if mode == "1" else "teal").save(file, image_format, **options)
    return file.getvalue()


def archive() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as made:
        made.writestr("Evil.class", HIDDEN)
    return file.getvalue()


def with_exif() -> bytes:
    """As a telephone takes it: lying on its side, with the place and the owner."""
    exif = Image.Exif()
    exif[ORIENTATION] = QUARTER_TURN
    exif[0x010E] = HIDDEN.decode()
    exif[GPS] = {1: "N", 2: (55.0, 51.0, 0.0), 3: "W", 4: (4.0, 15.0, 0.0)}
    return picture("JPEG", exif=exif)


def moving(image_format: str) -> bytes:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue", "green")]
    file = BytesIO()
    frames[0].save(file, image_format, save_all=True, append_images=frames[1:], duration=50)
    return file.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def with_chunk(png: bytes, kind: bytes, data: bytes) -> bytes:
    """Behind the header, where it is read first."""
    return png[:33] + chunk(kind, data) + png[33:]


def text_bomb() -> bytes:
    return with_chunk(picture("PNG"), b"zTXt", b"Comment\0\0" + zlib.compress(bytes(64 * 1024 * 1024)))


def claims_pixels(side: int) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


def with_text() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", HIDDEN.decode())
    return picture("PNG", pnginfo=words)


PNG = partial(picture, "PNG")
CLEANED = Outcome.CLEANED
PICTURES = {
    "svg with a script, named png": Nasty("drawing.png", lambda: SVG, says=OTHER),
    "svg with a script": Nasty("drawing.svg", lambda: SVG, says="Not a supported image format"),
    "html named png": Nasty("page.png", lambda: HTML, says=OTHER),
    "gif named png": Nasty("dot.png", partial(picture, "GIF"), says=OTHER),
    "icon named png": Nasty("icon.png", partial(picture, "ICO"), says=OTHER),
    "tiff named jpg": Nasty("scan.jpg", partial(picture, "TIFF"), says=OTHER),
    "pdf named jpg": Nasty("scan.jpg", partial(picture, "PDF"), says=OTHER),
    "gif and archive": Nasty("gifar.jpg", lambda: picture("GIF") + archive(), says=OTHER),
    "jpeg and php behind": Nasty("photo.jpg", lambda: picture("JPEG") + HIDDEN, CLEANED),
    "jpeg with html as comment": Nasty("photo.jpg", lambda: picture("JPEG", comment=HIDDEN), CLEANED),
    "jpeg and archive behind": Nasty("photo.jpeg", lambda: picture("JPEG") + archive(), CLEANED),
    "jpeg with place and owner": Nasty("photo.jpg", with_exif, CLEANED),
    "png with php as text": Nasty("logo.png", with_text, CLEANED),
    "png with php as profile": Nasty("logo.png", lambda: picture("PNG", icc_profile=HIDDEN), CLEANED),
    "png and archive behind": Nasty("logo.png", lambda: PNG() + archive(), CLEANED),
    "webp with html as description": Nasty("photo.webp", lambda: picture("WEBP", xmp=HIDDEN), CLEANED),
    "png with a bomb as text": Nasty("logo.png", text_bomb, says=DAMAGED),
    "png that claims 3,600 million pixels": Nasty(
        "sky.png", lambda: claims_pixels(60_000), says="too many pixels"
    ),
    "png of 26 million pixels": Nasty(
        "sky.png", partial(picture, "PNG", (6_500, 4_000), "1"), says="25 million at most"
    ),
    "jpeg that breaks off": Nasty("photo.jpg", lambda: picture("JPEG", (400, 300))[:-400], says=DAMAGED),
    "png that breaks off": Nasty("logo.png", lambda: PNG()[:60], says=DAMAGED),
    "webp that moves": Nasty("dance.webp", partial(moving, "WEBP"), says="moves"),
    "png that moves": Nasty("dance.png", partial(moving, "PNG"), says="moves"),
    "empty picture": Nasty("photo.jpg", lambda: b"", says="is empty"),
    "picture of 21 MB": Nasty(
        "photo.png", lambda: PNG() + bytes(LARGEST + 1024 * 1024), says="file is too big"
    ),
    "name that leads elsewhere": Nasty("../../../settings/photo.png", PNG, CLEANED),
    "name with two endings": Nasty("shell.php.png", PNG, CLEANED),
    "name with a null byte": Nasty("shell.php\0.png", PNG, CLEANED),
    "name that is read backwards": Nasty("photo\u202egnp.exe.png", PNG, CLEANED),
    "name of 400 letters": Nasty(f"{'long' * 100}.png", PNG, CLEANED),
    "name without letters": Nasty("....png", PNG, CLEANED),
}
