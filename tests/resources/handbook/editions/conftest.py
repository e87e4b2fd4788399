"""A handbook of our own, and editions of it whose files are made fast."""

from __future__ import annotations

import pytest

from resources.models import Edition, HandbookPage
from tests.factories import handbook_pages as make
from tests.factories.pages import home_page
from tests.resources.handbook.editions.published_editions import PDF, WORD, make_by, published


@pytest.fixture
def fast_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF and Word are only marked with their edition: their own tests show what they hold."""
    make_by(monkeypatch, "pdf", lambda book, pictures: PDF + book.edition.slug.encode())
    make_by(monkeypatch, "docx", lambda book, pictures: WORD + book.edition.slug.encode())


@pytest.fixture(scope="module")
def written_handbook(written_once: None) -> int:
    page = make.handbook_page(home_page(), "A handbook of our own", published="October 2024")
    make.products(page, 3)
    return page.pk


@pytest.fixture
def handbook(demo_site: None, fast_files: None, written_handbook: int) -> HandbookPage:
    return HandbookPage.objects.get(pk=written_handbook)


@pytest.fixture
def edition(handbook: HandbookPage) -> Edition:
    return published(handbook)
