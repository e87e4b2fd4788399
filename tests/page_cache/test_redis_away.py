"""Without Redis pages are slower, and neither fail nor show what is old."""

import threading
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep

import pytest
from django.core.cache import cache, caches
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError, RedisError

from cms.page_cache import forgiving, generation
from cms.page_cache.forgiving import PAUSE
from cms.settings.parts.connections import cache_settings

CLOSED = "redis://127.0.0.1:1/0"


@pytest.fixture
def redis_closed(settings) -> None:
    settings.REDIS_URL = CLOSED
    settings.CACHES = cache_settings(CLOSED)


def test_a_page_is_shown(client, demo_site, redis_closed):
    assert client.get("/").status_code == 200
    assert client.get("/privacy/").status_code == 200


# Without any of it kept the directory took 321. What is left is Wagtail's: it asks for the site at each link.
@pytest.mark.parametrize(("address", "most"), [("/", 60), ("/handbook/", 140), ("/local-authorities/", 130)])
def test_what_a_page_needs_again_and_again_is_kept_for_the_request(
    client, demo_site, redis_closed, django_assert_max_num_queries, address, most
):
    client.get(address)
    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200


def test_nothing_is_kept_and_nothing_fails(counted, redis_closed, db):
    _, make = counted
    assert [generation.kept("name", make), generation.kept("name", make)] == [1, 2]
    generation.advance()


def test_the_cache_answers_as_if_it_were_empty(redis_closed):
    assert cache.get("key", "nothing") == "nothing"
    assert cache.get_or_set("key", lambda: "made") == "made"
    assert cache.get_many(["key"]) == {}
    assert cache.set_many({"key": 1}) == ["key"]
    assert not any([cache.add("key", 1), cache.touch("key"), cache.delete("key"), "key" in cache])
    cache.set("key", 1)
    cache.delete_many(["key"])
    cache.clear()
    with pytest.raises(ValueError, match="not found"):
        cache.incr("key")


def test_the_shared_cache_says_that_redis_is_away(redis_closed):
    with pytest.raises(RedisError):
        caches["shared"].get("key")


def test_after_a_failure_redis_is_left_alone_for_a_while(redis_closed, clock, counted, monkeypatch, caplog):
    calls, make = counted

    def fail(*args):
        make()
        raise ConnectionError

    monkeypatch.setattr(RedisCache, "get", fail)
    cache.get("key"), cache.get("key"), generation.current()
    assert len(calls) == 1
    assert [record.message for record in caplog.records] == ["Redis is away: ConnectionError"]
    clock.seconds += PAUSE
    cache.get("key")
    assert len(calls) == 2


def test_a_change_is_told_although_redis_has_just_failed(redis):
    """It may answer again, and other processes may have asked it all the time."""
    before = generation.current()
    forgiving.absence.begin(ConnectionError())
    generation._advance_now()
    assert caches["shared"].get(generation.KEY) != before
    assert generation.current() == caches["shared"].get(generation.KEY)


def test_a_change_does_not_return_before_redis_has_been_told_though_others_read(redis, monkeypatch):
    before = generation.current()
    readers = ThreadPoolExecutor(1)
    read = []

    def slow(self, *args, **kwargs):
        read.append(readers.submit(generation.current).result(5))
        return LocMemCache.set(self, *args, **kwargs)

    monkeypatch.setattr(redis, "set", slow)
    generation._advance_now()
    assert read == [before], "while the change is on its way readers may see what was there before"
    assert caches["shared"].get(generation.KEY) != before
    assert readers.submit(generation.current).result(5) != before


def test_of_two_changes_at_once_neither_returns_before_it_is_told(redis, monkeypatch):
    """The second one comes while the first is about to write."""
    told = []
    other = ThreadPoolExecutor(1)

    def slow(self, *args, **kwargs):
        if not told:
            told.append(other.submit(generation._advance_now))
            sleep(0.05)
            assert not told[0].done()
        return LocMemCache.set(self, *args, **kwargs)

    monkeypatch.setattr(redis, "set", slow)
    generation._advance_now()
    told[0].result(5)
    assert not generation._is_owed


def test_a_request_reads_the_mark_once(redis, counted):
    generation.begin_request()
    generation.kept("one", list), generation.kept("two", list)
    first = redis.asked
    generation.kept("three", list)
    assert redis.asked == first
    generation.begin_request()
    generation.kept("three", list)
    assert redis.asked > first


def test_a_change_within_a_request_is_seen_in_it(redis):
    generation.begin_request()
    before = generation.current()
    generation._advance_now()
    assert generation.current() != before


def test_a_process_believes_a_mark_for_a_moment_and_who_changes_it_waits_as_long(redis, clock, monkeypatch):
    monkeypatch.setattr(generation, "BELIEVED", 0.005)
    monkeypatch.setattr(
        generation, "sleep", lambda seconds: setattr(clock, "seconds", clock.seconds + seconds)
    )
    before = generation.current()
    asked = redis.asked
    clock.seconds += 0.004
    assert (generation.current(), redis.asked) == (before, asked)
    caches["shared"].set(generation.KEY, "of another process", timeout=None)
    generation.sleep(0.005)
    assert generation.current() == "of another process"
    began = clock.seconds
    generation._advance_now()
    assert clock.seconds >= began + 0.005
    assert generation.current() != "of another process"


def test_however_many_changes_redis_was_not_told_of_there_is_one_reminder(redis):
    redis.is_away = True
    threads = threading.active_count()
    for _change in range(20):
        generation._advance_now()
    assert threading.active_count() == threads + 1
    assert redis.asked == 1, "and nobody waits for it twice"


def test_a_process_that_asks_for_nothing_more_tells_redis_too(redis, monkeypatch, counted):
    """The clock publishes, and reads no page."""
    monkeypatch.setattr(generation, "PAUSE", 0.02)
    monkeypatch.setattr("cms.page_cache.forgiving.PAUSE", 0.01)
    _, make = counted
    before = generation.current()
    redis.is_away = True
    generation._advance_now()
    kept = [generation.kept("name", make), generation.kept("name", make)]
    assert kept == [1, 2], "nothing is kept meanwhile"
    redis.is_away = False
    ends = monotonic() + 5
    while caches["shared"].get(generation.KEY) == before and monotonic() < ends:
        sleep(0.01)
    after = caches["shared"].get(generation.KEY)
    assert after != before
    sleep(0.05)
    assert caches["shared"].get(generation.KEY) == after, "it is told once"
