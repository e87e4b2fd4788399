from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group

from cms.accounts.models import User
from tests.accounts.people import PASSWORD
from tests.accounts.single_sign_on.provider import CLIENT_ID, CLIENT_SECRET, Provider, running_provider


@pytest.fixture
def provider(settings) -> Iterator[Provider]:
    """A provider that this site knows."""
    with running_provider() as running:
        settings.SINGLE_SIGN_ON = {
            "issuer": running.address,
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "groups_claim": "groups",
            "name": "Quay",
        }
        yield running


@pytest.fixture
def morag(db) -> User:
    """An editor of the Scottish Government, who is no administrator."""
    person = User.objects.create_user("morag", "morag@people.example", PASSWORD)
    person.groups.add(Group.objects.get(name="SG editors"))
    return person
