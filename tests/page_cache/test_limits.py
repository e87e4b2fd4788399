"""How long and how much is kept, and what is shown while the database is away."""

from __future__ import annotations

import pytest

from cms.page_cache import generation, middleware
from cms.page_cache.kept_page import LARGEST, OVERHEAD, KeptPage
from cms.page_cache.shelf import Shelf
from tests.page_cache.counting_site import AWAY, faults, made

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.page_cache.counting_site")]


@pytest.fixture
def database_away():
    faults.append(AWAY)
    yield lambda: faults.clear()
    faults.clear()


def a_page(size: int) -> KeptPage:
    return KeptPage("mark", 0.0, 60.0, b"x" * (size - OVERHEAD), {}, None)


def address(number: int) -> tuple[str, str, str, str]:
    return "http", "host", f"/{number}/", ""


def test_a_page_is_kept_for_a_minute(reader, clock):
    reader.get("/page/")
    clock.seconds += generation.LONGEST - 1
    reader.get("/page/")
    assert made["/page/"] == 1
    clock.seconds += 1
    reader.get("/page/")
    assert made["/page/"] == 2


def test_the_minute_begins_before_the_page_is_made(reader, clock, monkeypatch):
    """What a page says of the time it was made at is no older."""
    judge = middleware.is_for_everybody

    def judge_late(*answer: object) -> bool:
        clock.seconds += 30
        return judge(*answer)

    monkeypatch.setattr(middleware, "is_for_everybody", judge_late)
    reader.get("/page/")
    clock.seconds = 1000.0 + generation.LONGEST
    reader.get("/page/")
    assert made["/page/"] == 2


def test_what_nobody_asked_for_longest_makes_room():
    shelf = Shelf(10_000)
    for number in range(3):
        shelf.put(address(number), a_page(3_000))
    shelf.find(address(0))
    shelf.put(address(3), a_page(3_000))
    assert [shelf.find(address(number)) is not None for number in range(4)] == [True, False, True, True]
    assert shelf.size == 9_000


def test_the_size_is_right_when_pages_are_replaced_and_too_large():
    shelf = Shelf(10_000)
    for size in (3_000, 5_000, 4_000):
        shelf.put(address(1), a_page(size))
    assert (shelf.size, len(shelf)) == (4_000, 1)
    shelf.put(address(1), a_page(10_001))
    assert (shelf.size, len(shelf)) == (0, 0)


def test_whoever_tries_all_choices_drives_out_no_page(reader, settings):
    reader.get("/page/")
    for number in range(500):
        reader.get(f"/other/?page={number}")
    reader.get("/page/")
    assert made["/page/"] == 1


def test_a_download_that_is_too_large_is_not_kept(reader, monkeypatch):
    monkeypatch.setattr("cms.page_cache.kept_page.LARGEST", 100)
    assert LARGEST > 100
    reader.get("/page/"), reader.get("/page/")
    assert made["/page/"] == 2


def test_while_the_database_is_away_the_last_page_is_shown(reader, clock, request):
    reader.raise_request_exception = False
    first = reader.get("/page/").content
    back = request.getfixturevalue("database_away")
    clock.seconds += generation.LONGEST + 1
    assert (reader.get("/page/").content, made["/page/"]) == (first, 2)
    assert (reader.get("/page/").content, made["/page/"]) == (first, 2), "it is left alone for a while"
    assert reader.get("/other/").status_code == 503
    back()
    clock.seconds += middleware.PAUSE
    assert reader.get("/page/").content != first


def test_an_old_page_is_not_shown_after_a_change_nor_for_ever(reader, clock, request):
    reader.raise_request_exception = False
    reader.get("/page/"), reader.get("/other/")
    request.getfixturevalue("database_away")
    clock.seconds += middleware.WHILE_AWAY
    assert reader.get("/other/").status_code == 503
    generation._advance_now()
    assert reader.get("/page/").status_code == 503


def test_a_fault_of_ours_shows_no_old_page(reader, clock):
    reader.raise_request_exception = False
    reader.get("/page/")
    faults.append(RuntimeError)
    clock.seconds += generation.LONGEST
    try:
        assert reader.get("/page/").status_code == 500
    finally:
        faults.clear()


def test_without_redis_nothing_is_kept_and_all_is_right(reader, redis):
    reader.get("/page/"), reader.get("/page/")
    assert made["/page/"] == 1
    redis.is_away = True
    generation.forget()
    for _ in range(2):
        assert reader.get("/page/").status_code == 200
    assert made["/page/"] == 3
