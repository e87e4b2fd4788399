"""A site without a handbook, and the real document where it can be had."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db.models import QuerySet

from resources.models import (
    Edition,
    EditionFile,
    FurtherResource,
    HandbookPage,
    Milestone,
    ProductPage,
    ResourceGroup,
)

DOCUMENT = Path(__file__).resolve().parents[5] / "shared/input/national-products-handbook.docx"


@pytest.fixture(scope="module")
def no_handbook(written_once: None) -> None:
    """The demo site's own handbook goes, so that an import makes one."""
    for frozen in (EditionFile, Edition):
        QuerySet(frozen).delete()
    for model in (ProductPage, Milestone, FurtherResource, ResourceGroup):
        model.objects.all().delete()
    for page in HandbookPage.objects.all():
        page.delete()


@pytest.fixture
def document() -> Path:
    """The handbook of October 2024 as it was published."""
    if not DOCUMENT.exists():
        pytest.skip("shared/input/national-products-handbook.docx is not beside the project")
    return DOCUMENT
