"""A site whose admin has a host of its own."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.accounts.models import User

ADMIN = "http://admin.example"
PUBLIC = "http://127.0.0.1:8000"


@pytest.fixture
def two_hosts(settings, demo_site: None) -> None:
    """As the environment would have it: ADMIN_URL and what is made of it."""
    assert settings.SITE_URL == PUBLIC
    settings.ADMIN_URL = settings.WAGTAILADMIN_BASE_URL = ADMIN
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "admin.example"]


@pytest.fixture
def reader(two_hosts: None) -> Client:
    return Client(headers={"host": "127.0.0.1:8000"})


@pytest.fixture
def visitor(two_hosts: None) -> Client:
    """Somebody on the host of the admin who is not signed in."""
    return Client(headers={"host": "admin.example"})


@pytest.fixture
def editor(visitor: Client) -> Client:
    visitor.force_login(User.objects.create_superuser("morag", "morag@gov.example", "x"))
    return visitor
