"""The engine follows the entries, at once or when it is back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from wagtail.models import Page

from search.engine import asking, rebuilding
from search.engine.changes import carry_out, operation_of, tell_changes
from search.engine.connection import Engine, engine
from search.engine.index import current_index, digests, indexes
from search.models import EngineAbsence, EngineChange, Entry
from search.question import question_of
from tests.factories import pages
from tests.search.engine.silent import closed_port

pytestmark = [pytest.mark.django_db, pytest.mark.service]


def known(asked: Engine, words: str) -> list[str]:
    asked.for_writing.indices.refresh(index=asked.alias)
    (found,) = asking.matches(asked, [question_of(words)], "en-gb")
    return [match.heading for match in found]


def has_all(asked: Engine) -> bool:
    asked.for_writing.indices.refresh(index=asked.alias)
    return dict(digests(asked, current_index(asked))) == dict(Entry.objects.values_list("pk", "digest"))


@contextmanager
def away(settings: Any) -> Iterator[None]:
    before = settings.ELASTICSEARCH
    settings.ELASTICSEARCH = {"hosts": (closed_port(),)}
    yield
    settings.ELASTICSEARCH = before


def zebra() -> Page:
    return pages.standard(pages.home_page(), "Zebra")


def test_what_is_published_is_told_as_soon_as_it_is_certain(
    filled_engine: Engine, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page = zebra()
    assert known(filled_engine, "zebra") == ["Zebra"]
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert known(filled_engine, "zebra") == []
    assert not EngineChange.objects.exists() and has_all(filled_engine)


def test_publishing_goes_well_while_it_is_away_and_it_hears_of_it_later(
    filled_engine: Engine, settings: Any, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        gone = pages.standard(pages.home_page(), "Quagga")
    with away(settings), django_capture_on_commit_callbacks(execute=True):
        zebra()
        gone.delete()
    assert EngineChange.objects.exists() and EngineAbsence.objects.exists()
    rebuilding.bring_up_to_date()
    assert not EngineChange.objects.exists() and not EngineAbsence.objects.exists()
    assert (known(filled_engine, "zebra"), known(filled_engine, "quagga")) == (["Zebra"], [])
    assert has_all(filled_engine)


def test_a_new_engine_is_filled_by_the_clock(new_engine: Engine, demo_site: None) -> None:
    rebuilding.bring_up_to_date()
    assert Entry.objects.exists() and has_all(new_engine)


def test_what_was_lost_without_a_trace_is_noticed_by_its_number(filled_engine: Engine) -> None:
    lost = Entry.objects.first()
    operation = {"_op_type": "delete", "_index": current_index(filled_engine), "_id": str(lost.pk)}
    assert list(carry_out(filled_engine, [operation])) == []
    filled_engine.for_writing.indices.refresh(index=filled_engine.alias)
    rebuilding.bring_up_to_date()
    assert has_all(filled_engine)


def test_what_is_otherwise_than_it_should_be_is_noticed_at_night(filled_engine: Engine) -> None:
    Entry.objects.filter(pk=Entry.objects.first().pk).update(heading="Changed", digest="0" * 64)
    rebuilding.bring_up_to_date()
    assert not has_all(filled_engine)
    rebuilding.compare_all()
    assert has_all(filled_engine)
    assert rebuilding.compare(filled_engine) == 0


def test_an_engine_that_knows_later_versions_is_filled_anew(filled_engine: Engine) -> None:
    """As after the restore of a database."""
    entry = Entry.objects.first()
    later = operation_of(current_index(filled_engine), entry.pk, 10**9, Entry(digest="later", page_id=1))
    assert list(carry_out(filled_engine, [later])) == []
    before = current_index(filled_engine)
    rebuilding.compare_all()
    assert has_all(filled_engine) and current_index(filled_engine) != before


def test_an_older_version_never_replaces_a_newer_one(filled_engine: Engine) -> None:
    page = zebra()
    entry = Entry.objects.get(page=page)
    name, version = current_index(filled_engine), EngineChange.objects.order_by("pk").last().pk
    newer = operation_of(name, entry.pk, version + 1, entry)
    older = operation_of(name, entry.pk, version, Entry(digest="older", page_id=page.pk))
    assert list(carry_out(filled_engine, [newer, older])) == []
    filled_engine.for_writing.indices.refresh(index=name)
    assert dict(digests(filled_engine, name))[entry.pk] == entry.digest


def test_what_changes_while_an_index_is_filled_is_in_it(filled_engine: Engine, monkeypatch) -> None:
    fill = rebuilding._fill

    def and_publish(asked: Engine, name: str) -> None:
        fill(asked, name)
        zebra()
        Entry.objects.first().delete()
        tell_changes(asked)

    monkeypatch.setattr(rebuilding, "_fill", and_publish)
    rebuilding.rebuild(filled_engine)
    assert known(filled_engine, "zebra") == ["Zebra"] and has_all(filled_engine)
    assert indexes(filled_engine) == [current_index(filled_engine)]


def test_an_index_that_could_not_be_filled_is_not_used(filled_engine: Engine, monkeypatch) -> None:
    before = current_index(filled_engine)
    monkeypatch.setattr(rebuilding, "_operations", lambda name: [{"_index": name, "_id": "1", "nonsense": 1}])
    with pytest.raises(rebuilding.NotTaken):
        rebuilding.rebuild(filled_engine)
    assert indexes(filled_engine) == [before]


def test_a_site_without_an_engine_keeps_no_account(settings: Any) -> None:
    EngineChange.objects.create(entry_key=1)
    EngineAbsence.objects.create(reason="ConnectionError")
    zebra()
    assert engine() is None and EngineChange.objects.count() == 1
    rebuilding.bring_up_to_date()
    assert not EngineChange.objects.exists() and not EngineAbsence.objects.exists()
