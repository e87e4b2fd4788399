"""A library and a page tree of their own for tests of blocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import override_settings
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from tests.factories.pages import home_page


@pytest.fixture(autouse=True)
def media_of_its_own(tmp_path: Path) -> Iterator[None]:
    with override_settings(MEDIA_ROOT=tmp_path):
        yield


def add_image(title: str = "A path", size: tuple[int, int] = (1600, 1000)) -> AbstractImage:
    return get_image_model().objects.create(title=title, file=get_test_image_file(size=size))


def add_document(title: str = "Delivery plan", name: str = "plan.pdf") -> AbstractDocument:
    file = ContentFile(b"%PDF-1.7" + b" " * 2040, name=name)
    return get_document_model().objects.create(title=title, file=file, file_size=2048)


def add_page(title: str, *, live: bool = True) -> Page:
    return home_page().add_child(instance=Page(title=title, live=live))


@pytest.fixture
def image(db: None) -> AbstractImage:
    return add_image()


@pytest.fixture
def document(db: None) -> AbstractDocument:
    return add_document()


@pytest.fixture
def partners(db: None) -> Page:
    return add_page("Local partnerships")
