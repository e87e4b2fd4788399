"""What strangers may hold: links that open something, a private page with a password, a document."""

from __future__ import annotations

import pytest

from tests.hostile.answers import Stranger
from tests.hostile.opening import what_opens


@pytest.fixture
def good(demo_site: None) -> dict[str, str]:
    """A place in an address -> what opens something there."""
    return what_opens()


@pytest.fixture
def stranger(settings) -> Stranger:
    settings.PAGE_CACHE_MEGABYTES = 1
    return Stranger()
