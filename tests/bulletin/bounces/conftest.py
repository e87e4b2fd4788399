"""Ann, who was mailed an edition just now, and a mailbox."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.models import Delivery
from tests.bulletin.subscribe.conftest import later  # noqa: F401  a fixture
from tests.bulletin.subscribe.reader import Reader
from tests.bulletin.subscribe.sendings import delivered, sending


@pytest.fixture
def mailed(demo_site: None) -> Delivery:
    return delivered(sending("2031-01"), Reader().is_subscribed_now())


@pytest.fixture
def maildir(tmp_path: Path, settings) -> Path:
    box = tmp_path / "bounces"
    for folder in ("new", "cur", "tmp"):
        (box / folder).mkdir(parents=True)
    settings.BOUNCE_MAILBOX = str(box)
    return box
