from __future__ import annotations

import pytest
from django.test import Client

from tests.accounts.people import somebody


@pytest.fixture
def second_factor(settings) -> None:
    settings.SECOND_FACTOR = True


@pytest.fixture
def person(db, second_factor):
    return somebody()


@pytest.fixture
def signed_in(client: Client, person) -> Client:
    """With the password alone."""
    client.force_login(person)
    return client
