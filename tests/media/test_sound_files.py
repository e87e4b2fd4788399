"""Pictures that people take, and their documents, are kept and stay what they were."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from time import sleep

import pytest
from PIL import Image, ImageCms

from cms.media import remaking
from cms.media.fields import tidy_name
from cms.media.models import SiteDocument, SiteImage
from cms.media.remaking import remade
from tests.media.conftest import Upload, files_in
from tests.media.nasty.office import docx
from tests.media.nasty.pictures import QUARTER_TURN, picture, with_exif

MOST = 1_000_000
TEAL = (0, 128, 128)


def drawn(file: bytes) -> Image.Image:
    content, _ending = remade(BytesIO(file), MOST)
    return Image.open(BytesIO(content))


def test_a_document_is_stored_as_it_came_under_a_tidy_name(upload: Upload, media: Path) -> None:
    file = docx()
    assert upload("documents", "Delivery Plan (final).DOCX", file).status_code == 302
    assert files_in(media) == ["documents/delivery-plan-final.docx"]
    document = SiteDocument.objects.latest("pk")
    assert document.file.read() == file
    assert document.file_size == len(file)


@pytest.mark.parametrize("image_format", ["PNG", "JPEG", "WEBP"])
def test_a_picture_stays_what_it_was_whatever_its_name_said(
    upload: Upload, media: Path, image_format: str
) -> None:
    assert upload("images", "Photo.jpeg", picture(image_format)).status_code == 302
    image = SiteImage.objects.latest("pk")
    ending = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}[image_format]
    assert files_in(media) == [f"original_images/photo.{ending}"]
    assert (image.width, image.height, image.file_size) == (40, 30, image.file.size)
    with Image.open(image.file) as stored:
        assert stored.format == image_format
        pixel = stored.convert("RGB").getpixel((20, 15))
    assert all(abs(shade - meant) < 4 for shade, meant in zip(pixel, TEAL, strict=True))


def test_a_picture_taken_on_its_side_is_turned() -> None:
    assert QUARTER_TURN == 6
    turned = drawn(with_exif())
    assert turned.size == (30, 40)
    assert not turned.getexif()


def test_pictures_are_drawn_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each may take hundreds of megabytes, and a process serves several people."""
    at_once, most = 0, 0

    def drawn_slowly(image: Image.Image, most_pixels: int) -> tuple[bytes, str]:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        sleep(0.05)
        at_once -= 1
        return b"", "png"

    monkeypatch.setattr(remaking, "_drawn", drawn_slowly)
    with ThreadPoolExecutor(4) as people:
        list(people.map(lambda file: remade(BytesIO(file), MOST), [picture("PNG")] * 4))
    assert most == 1


def test_the_second_picture_of_a_telephone_is_left_out() -> None:
    file, small = BytesIO(), Image.new("RGB", (10, 10))
    Image.new("RGB", (40, 30)).save(file, "MPO", save_all=True, append_images=[small])
    assert Image.open(file).format == "MPO"
    assert (drawn(file.getvalue()).format, drawn(file.getvalue()).size) == ("JPEG", (40, 30))


@pytest.mark.parametrize(
    ("file", "mode"),
    [
        (picture("JPEG", mode="CMYK"), "RGB"),
        (picture("JPEG", mode="L"), "L"),
        (picture("PNG", mode="1"), "1"),
        (picture("PNG", mode="P"), "P"),
        (picture("PNG", mode="RGBA"), "RGBA"),
        (picture("WEBP", mode="RGBA"), "RGB"),
    ],
)
def test_pictures_of_every_mode_are_drawn(file: bytes, mode: str) -> None:
    assert drawn(file).mode == mode


def test_what_can_be_seen_through_stays_so() -> None:
    file = BytesIO()
    Image.new("RGB", (8, 8), "red").quantize(4).save(file, "PNG", transparency=0)
    assert drawn(file.getvalue()).convert("RGBA").getpixel((0, 0))[3] == 0


def test_deep_greys_keep_their_shade() -> None:
    file = BytesIO()
    Image.new("I;16", (8, 8), 0x8000).save(file, "PNG")
    assert abs(drawn(file.getvalue()).convert("L").getpixel((0, 0)) - 0x80) < 3


def test_colours_of_a_camera_become_those_of_the_web() -> None:
    """A profile in which red is green: whoever leaves it out without a look shows other colours."""
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert drawn(picture("JPEG", icc_profile=swapped)).info.get("icc_profile") is None
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pixel = drawn(picture("PNG", icc_profile=own)).getpixel((0, 0))
    assert all(abs(shade - meant) < 3 for shade, meant in zip(pixel, TEAL, strict=True))


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("Plan.PDF", "plan.pdf"),
        ("Plan.php (1).pdf", "plan-php-1.pdf"),
        ("Ròn Mhòr.pdf", "ron-mhor.pdf"),
        ("....pdf", "file.pdf"),
        ("計画.pdf", "file.pdf"),
        (f"{'a' * 300}.pdf", f"{'a' * 60}.pdf"),
    ],
)
def test_names_are_made_of_plain_letters(name: str, tidy: str) -> None:
    assert tidy_name(name, "pdf") == tidy
