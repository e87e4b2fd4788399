"""The pages of the demo site as the test client sees them."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from wagtail.models import Page


@pytest.fixture
def live_pages(demo_site: None) -> list[Page]:
    """Every page that anyone may read, as its own type."""
    return list(Page.objects.live().public().filter(depth__gt=1).order_by("path").specific())


@pytest.fixture
def page_paths(live_pages: list[Page]) -> list[str]:
    return [urlsplit(page.url).path for page in live_pages if page.url]
