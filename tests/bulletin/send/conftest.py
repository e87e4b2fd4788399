"""Nothing here waits as long as it would in earnest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bulletin.models import Sending
from tests.bulletin.send import post_room
from tests.mail.relay import Relay


@pytest.fixture(autouse=True)
def impatient(settings) -> None:
    settings.BULLETIN_FIRST_WAIT = 0.001
    settings.BULLETIN_LONGEST_LOGIN_WAIT = 0.002


@pytest.fixture
def relay(settings) -> Iterator[Relay]:
    """A real one, to which the settings lead."""
    with Relay() as relay:
        relay.takes_mail_of(settings, EMAIL_TIMEOUT=0.3, EMAIL_REPLY_TIMEOUT=0.3)
        yield relay


@pytest.fixture
def sending(db: None) -> Sending:
    """To one reader, its audience made."""
    post_room.subscribers(1)
    return post_room.started()
