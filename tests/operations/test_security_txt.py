"""People who find a weakness learn whom to tell (RFC 9116)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from cms.operations.security_txt import EXPIRES

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


def fields(client: Client) -> dict[str, str]:
    response = client.get("/.well-known/security.txt")
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    return dict(line.split(": ", 1) for line in response.content.decode().splitlines())


def test_it_names_a_contact_and_where_it_stands(client: Client) -> None:
    told = fields(client)
    assert told["Contact"] == f"{SITE}/contact/"
    assert told["Canonical"] == f"{SITE}/.well-known/security.txt"
    assert told["Preferred-Languages"] == "en"
    assert client.get("/contact/").status_code == 200


def test_the_contact_is_a_setting(client: Client, settings) -> None:
    settings.SECURITY_CONTACT = "mailto:security@employability.example"
    assert fields(client)["Contact"] == "mailto:security@employability.example"


def test_the_policy_is_there(client: Client) -> None:
    address = fields(client)["Policy"]
    response = client.get(address.removeprefix(SITE))
    assert response.status_code == 200 and b"weakness" in response.content


def test_it_expires_in_less_than_a_year_and_in_more_than_30_days(client: Client) -> None:
    """When this fails, look whether all of it is still right, and set EXPIRES ten months on."""
    left = datetime.fromisoformat(fields(client)["Expires"]) - datetime.now(UTC)
    assert timedelta(days=30) < left < timedelta(days=365)
    assert EXPIRES.tzinfo is UTC
