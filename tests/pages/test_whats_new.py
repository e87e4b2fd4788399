"""News of the site, gathered from those who know of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from cms.pages import whats_new
from cms.pages.whats_new import News, NewsKind

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def news(key: str, moment: datetime = NOON, kind: NewsKind = NewsKind.UPDATE, note: str = "") -> News:
    return News(key, kind, moment, key.title(), note, note=note)


@pytest.fixture
def told_by(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[News]]:
    """What the only provider gives."""
    given: list[News] = []
    monkeypatch.setattr(whats_new, "_providers", [lambda after, until: given])
    yield given


def gathered(**told: datetime) -> list[News]:
    return whats_new.whats_new(NOON - SECOND, NOON, told)


def test_each_record_comes_once_and_what_is_new_stays_new(told_by: list[News]) -> None:
    told_by += [
        news("a"),
        news("a", NOON + SECOND, note="Mended"),
        news("b", note="Old"),
        news("b", note="New"),
    ]
    first, second = gathered()
    assert (first.key, first.note, first.moment) == ("a", "", NOON + SECOND)
    assert second.key == "b"


def test_of_two_notes_the_newer_one_is_told(told_by: list[News]) -> None:
    told_by += [news("a", NOON + SECOND, note="Second"), news("a", NOON, note="First")]
    assert [each.note for each in gathered()] == ["Second"]


def test_it_comes_by_kind_and_newest_first(told_by: list[News]) -> None:
    told_by += [
        news("study", kind=NewsKind.CASE_STUDY),
        news("old", NOON - SECOND),
        news("council", kind=NewsKind.COUNCIL),
        news("young"),
    ]
    assert [each.key for each in gathered()] == ["young", "old", "council", "study"]


def test_what_was_told_up_to_its_moment_is_left_out(told_by: list[News]) -> None:
    told_by += [news("a"), news("b")]
    assert [each.key for each in gathered(a=NOON)] == ["b"]
    assert [each.key for each in gathered(a=NOON - SECOND)] == ["a", "b"]


def test_a_change_after_it_was_told_comes_as_a_change(told_by: list[News]) -> None:
    told_by += [news("a"), news("a", NOON + SECOND, note="Mended")]
    assert [each.note for each in gathered(a=NOON)] == ["Mended"]


def test_a_provider_registers_once(told_by: list[News]) -> None:
    def provider(after: datetime, until: datetime) -> list[News]:
        return [news("a")]

    whats_new.register(provider)
    whats_new.register(provider)
    assert whats_new._providers.count(provider) == 1
