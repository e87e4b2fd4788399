"""How often one client may send a form, and that its address is not kept."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.utils import timezone

from cms.operations.clock_jobs import remove_request_counts
from cms.operations.counts import window_end
from cms.operations.models import RequestCount
from cms.pages.client import client_address, client_network

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def three_an_hour(settings, move_clock) -> None:
    settings.RATE_LIMITS = {"feedback": (3, 3600)}
    settings.ROOT_URLCONF = "tests.operations.small_site"
    settings.TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [("django.template.loaders.locmem.Loader", {"429.html": "{{ minutes }}"})]
            },
        }
    ]
    move_clock(NOON)


@pytest.fixture
def shared_cache(settings) -> None:
    """The in-process cache in place of Redis: both offer Django's cache."""
    settings.REDIS_URL = "redis://in-place-of-redis"


@pytest.fixture
def redis_away(settings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    backend = "django.core.cache.backends.redis.RedisCache"
    settings.CACHES = {"shared": {"BACKEND": backend, "LOCATION": settings.REDIS_URL}}


def send(client: Client, times: int, address: str = "192.0.2.1") -> list[int]:
    return [client.post("/feedback/", REMOTE_ADDR=address).status_code for _ in range(times)]


@pytest.mark.django_db
def test_the_database_counts_up_to_the_limit(three_an_hour: None, client: Client) -> None:
    assert send(client, 5) == [200, 200, 200, 429, 429]
    assert RequestCount.objects.get().count == 5


@pytest.mark.django_db
def test_the_shared_cache_counts_up_to_the_limit(
    three_an_hour: None, shared_cache: None, client: Client
) -> None:
    cache.clear()
    assert send(client, 5) == [200, 200, 200, 429, 429]


@pytest.mark.django_db
def test_who_is_refused_learns_when_to_come_back(three_an_hour: None, client: Client, move_clock) -> None:
    move_clock(NOON + timedelta(minutes=48))
    send(client, 3)
    response = client.post("/feedback/", REMOTE_ADDR="192.0.2.1")
    assert response["Retry-After"] == "720"
    assert response.content == b"12"
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_another_client_and_another_hour_start_anew(three_an_hour: None, client: Client, move_clock) -> None:
    assert send(client, 4)[-1] == 429
    assert send(client, 1, "192.0.2.2") == [200]
    move_clock(NOON + timedelta(hours=1))
    assert send(client, 1) == [200]


@pytest.mark.django_db
def test_reading_is_not_limited(three_an_hour: None, client: Client) -> None:
    assert {client.get("/feedback/").status_code for _ in range(10)} == {200}
    assert not RequestCount.objects.exists()


@pytest.mark.django_db
def test_no_address_is_kept(three_an_hour: None, client: Client, move_clock) -> None:
    send(client, 1)
    move_clock(NOON + timedelta(hours=1))
    send(client, 1)
    keys = list(RequestCount.objects.values_list("key", flat=True))
    assert len(set(keys)) == 2, "one client has another key each hour"
    assert all(len(key) == 64 and "192" not in key.split(".") for key in keys)


@pytest.mark.django_db
def test_counts_of_past_hours_are_removed(three_an_hour: None, client: Client, move_clock) -> None:
    send(client, 1)
    move_clock(NOON + timedelta(minutes=59))
    remove_request_counts()
    assert RequestCount.objects.count() == 1
    move_clock(NOON + timedelta(minutes=61))
    remove_request_counts()
    assert not RequestCount.objects.exists()


@pytest.mark.django_db
def test_without_redis_forms_are_let_through_and_the_log_says_so_once(
    three_an_hour: None, redis_away: None, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, logger="cms.operations.limits"):
        assert send(client, 6) == [200] * 6
    assert [record.message for record in caplog.records] == [
        "Requests are not counted, so no limit holds: ConnectionError"
    ]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "198.51.100.7", "10.0.0.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (2, "198.51.100.7", "198.51.100.7"),
        (1, "", "10.0.0.1"),
        (1, "198.51.100.7:50123", "198.51.100.7"),
        (1, "[2001:db8::1]:50123", "2001:db8::1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_only_what_trusted_proxies_say_of_a_client_counts(
    settings, proxies: int, forwarded: str, expected: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == expected


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("unknown", "unknown"),
    ],
)
def test_one_connection_is_one_client(settings, address: str, network: str) -> None:
    settings.TRUSTED_PROXIES = 0
    assert client_network(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_windows_of_time_are_the_same_for_every_process() -> None:
    assert window_end(NOON, 3600) == window_end(NOON + timedelta(minutes=59), 3600)
    assert window_end(timezone.now(), 60) > timezone.now()
