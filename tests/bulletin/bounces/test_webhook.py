"""What the provider reports: only signed, only fresh, only once."""

from __future__ import annotations

import hashlib
import hmac
import json
import sys
import time
from importlib import reload
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import clear_url_caches

import bulletin.urls
import cms.urls
from bulletin.models import Delivery, ProviderEvent, Suppression

pytestmark = pytest.mark.django_db
KEY = "key-of-the-provider-0123"
PATH = "/bulletin-mail/provider/mailgun/"


@pytest.fixture
def mounted(settings):
    """The addresses of the site as they are with a key."""
    settings.MAILGUN_WEBHOOK_SIGNING_KEY = KEY
    settings.ANYMAIL = {"MAILGUN_WEBHOOK_SIGNING_KEY": KEY}
    _read_addresses_again()
    yield
    settings.MAILGUN_WEBHOOK_SIGNING_KEY = ""
    _read_addresses_again()


def _read_addresses_again() -> None:
    for module in (bulletin.urls, cms.urls):
        reload(sys.modules[module.__name__])
    clear_url_caches()


def event(delivery: Delivery, name: str = "failed", **fields: Any) -> dict[str, Any]:
    headers = {"message-id": delivery.message_id.strip("<>")}
    told = {"severity": "permanent", "reason": "bounce", "delivery-status": {"message": "550 5.1.1 unknown"}}
    about = {"recipient": delivery.address, "timestamp": time.time(), "message": {"headers": headers}}
    return {"event": name, **told, **about, **fields}


def signed(data: Any, token: str = "t" * 50, age: int = 0, key: str = KEY) -> dict[str, Any]:
    stamp = str(int(time.time()) - age)
    signature = hmac.new(key.encode(), f"{stamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {"signature": {"timestamp": stamp, "token": token, "signature": signature}, "event-data": data}


def send(body: Any, kind: str = "application/json") -> HttpResponse:
    content = body if isinstance(body, bytes | str) else json.dumps(body)
    return Client(enforce_csrf_checks=True).post(PATH, content, content_type=kind)


def reason(delivery: Delivery) -> str | None:
    found = Suppression.objects.filter(address_key=delivery.address_key).first()
    return found.reason if found else None


def test_without_a_key_there_is_no_such_address(demo_site) -> None:
    assert send(b"{}").status_code in (403, 404)
    assert not ProviderEvent.objects.exists()


@pytest.mark.parametrize(
    ("name", "fields", "expected"),
    [
        ("failed", {}, "unknown"),
        ("failed", {"delivery-status": {"message": "gone"}}, "bounced"),
        ("failed", {"delivery-status": {"message": "550 5.7.1 refused"}}, None),
        ("failed", {"severity": "temporary"}, None),
        ("failed", {"reason": "generic", "delivery-status": {"message": "gone"}}, None),
        ("complained", {}, "complained"),
        ("unsubscribed", {}, "left"),
        ("delivered", {}, None),
        ("opened", {}, None),
    ],
)
def test_what_the_provider_says_and_what_becomes_of_it(mounted, mailed, name, fields, expected) -> None:
    assert send(signed(event(mailed, name, **fields))).status_code == 200
    assert reason(mailed) == expected


def test_the_same_event_twice_changes_nothing(mounted, mailed: Delivery) -> None:
    body = signed(event(mailed))
    assert send(body).status_code == 200
    Suppression.objects.all().delete()
    assert send(body).status_code == 200
    assert reason(mailed) is None and ProviderEvent.objects.count() == 1


def test_a_signature_that_was_seen_with_another_report_changes_nothing(mounted, mailed: Delivery) -> None:
    """The provider signs a token and not what it reports."""
    send(signed({"event": "delivered", "recipient": "other@council.example", "timestamp": 1}))
    assert send(signed(event(mailed))).status_code == 200
    assert reason(mailed) is None


def test_an_address_that_was_never_mailed_is_left_alone(mounted, mailed: Delivery) -> None:
    before = Suppression.objects.count()
    told = event(mailed, recipient="stranger@council.example", message={"headers": {"message-id": "made-up"}})
    assert send(signed(told)).status_code == 200
    assert Suppression.objects.count() == before


@pytest.mark.parametrize(
    "change",
    [{"key": "another-key-of-somebody"}, {"age": 90_000}, {"age": -90_000}],
    ids=["wrong key", "signed long ago", "signed in the future"],
)
def test_what_is_not_signed_now_by_the_provider_is_refused(mounted, mailed, change) -> None:
    assert send(signed(event(mailed), **change)).status_code == 400
    assert reason(mailed) is None and not ProviderEvent.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b'{"signature": null}',
        b'{"signature": {"timestamp": "x", "token": "x", "signature": "x"}}',
        b'{"signature": {"timestamp": 1e999, "token": "x", "signature": "x"}}',
        b'{"signature": {"timestamp": "99999999999999999999", "token": "x", "signature": "x"}}',
        b"[" * 100_000,
    ],
    ids=range(9),
)
def test_what_is_no_report_is_refused(mounted, demo_site, body: bytes) -> None:
    assert send(body).status_code == 400


@pytest.mark.parametrize("data", [None, [], "x", {}, {"event": None}, {"event": "failed", "message": []}])
def test_a_signed_report_without_its_form_is_refused(mounted, demo_site, data: Any) -> None:
    before = Suppression.objects.count()
    assert send(signed(data)).status_code in (200, 400)
    assert Suppression.objects.count() == before


def test_the_older_form_whose_fields_others_may_write_is_refused(mounted, mailed: Delivery) -> None:
    body = signed({})["signature"]
    fields = "&".join(f"{name}={value}" for name, value in body.items())
    told = f"{fields}&event=bounced&recipient={mailed.address}"
    assert send(told, "application/x-www-form-urlencoded").status_code == 400
    assert reason(mailed) is None
