"""The sizes of a picture are made in the background, before a reader asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file, get_test_image_file_jpeg

from cms.blocks.pictures import card_picture, figure_picture, hero_picture
from cms.media.models import SiteImage
from cms.media.renditions import ALL_SPECS
from tests.media.conftest import Upload
from tests.media.nasty.pictures import picture

pytestmark = pytest.mark.django_db


def made(image: SiteImage) -> set[str]:
    return set(image.renditions.values_list("filter_spec", flat=True))


def add(**fields: object) -> SiteImage:
    file = get_test_image_file_jpeg(size=(1600, 1000))
    return SiteImage.objects.create(title="A path", file=file, **fields)


@pytest.fixture
def image(media: Path, django_capture_on_commit_callbacks) -> SiteImage:
    with django_capture_on_commit_callbacks(execute=True):
        return add()


def test_an_upload_has_all_sizes_soon(
    upload: Upload, media: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        upload("images", "photo.jpg", picture("JPEG", (1600, 900)))
    assert made(SiteImage.objects.latest("pk")) >= set(ALL_SPECS)


def test_a_page_makes_nothing_that_was_made(image: SiteImage) -> None:
    for show in (figure_picture, card_picture, lambda shown: hero_picture(shown, None)):
        with CaptureQueriesContext(connection) as captured:
            str(show(SiteImage.objects.get(pk=image.pk)))
        assert not [query for query in captured if query["sql"].startswith("INSERT")]


def test_a_picture_that_has_no_sizes_yet_is_shown_all_the_same(media: Path) -> None:
    image = add()
    assert made(image) == set()
    assert "width-1200" in str(figure_picture(image))


def test_another_middle_makes_the_cut_sizes_anew(
    image: SiteImage, django_capture_on_commit_callbacks
) -> None:
    cut = image.renditions.filter(filter_spec__startswith="fill-").count()
    with django_capture_on_commit_callbacks(execute=True):
        image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 90
        image.save()
    assert 0 < 2 * cut == image.renditions.filter(filter_spec__startswith="fill-").count()


def test_another_file_makes_all_sizes_anew(
    upload: Upload, image: SiteImage, django_capture_on_commit_callbacks
) -> None:
    before = set(image.renditions.values_list("pk", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        upload("images", "other.jpg", picture("JPEG", (1700, 900)), "edit", image.pk)
    assert made(image) >= set(ALL_SPECS)
    assert not before & set(image.renditions.values_list("pk", flat=True))


def test_nothing_is_made_where_nothing_shown_has_changed(
    image: SiteImage, django_capture_on_commit_callbacks
) -> None:
    image.renditions.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        image.save(update_fields=["file_hash"])
    assert made(image) == set()


def test_a_picture_that_is_gone_by_then_is_passed_over(
    media: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        add().delete()


def test_the_picture_of_a_person_cannot_be_uploaded(admin_client, demo_site) -> None:
    page = admin_client.get("/admin/account/")
    assert page.status_code == 200
    assert "avatar" not in page.context["panels_by_tab"].__repr__().lower()
    assert 'type="file"' not in page.content.decode()


def test_mail_keeps_formats_that_mail_programs_know(image: SiteImage) -> None:
    from bulletin.render.pictures import mail_picture

    assert mail_picture(image, (552, 414), "x", alt="").src.endswith(".jpg")
    drawing = SiteImage.objects.create(title="A drawing", file=get_test_image_file(size=(900, 600)))
    assert mail_picture(drawing, (552, 414), "x", alt="").src.endswith(".png")
