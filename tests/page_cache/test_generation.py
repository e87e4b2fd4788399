"""What a process keeps is dropped by every process as soon as content changes."""

from contextlib import suppress
from threading import Thread
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION

from cms.media.models import SiteImage
from cms.page_cache import generation
from tests.factories import pages


def test_a_value_is_made_once_until_content_changes(counted, db):
    _, make = counted
    assert generation.kept("name", make) == generation.kept("name", make) == 1
    generation.advance()
    assert generation.kept("name", make) == 2


def test_another_process_sees_the_change_when_it_is_committed(
    counted, db, django_capture_on_commit_callbacks
):
    _, make = counted
    generation.kept("name", make)
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        generation.advance()
    assert generation.current() != before


def test_what_fails_after_a_commit_leaves_the_mark_changed(
    demo_site, django_capture_on_commit_callbacks, monkeypatch
):
    """Django drops all that is to be done after the one that fails."""
    monkeypatch.setattr("cms.media.uploaded.make_renditions", SimpleNamespace(enqueue=broken))
    before = generation.current()
    with pytest.raises(RuntimeError), django_capture_on_commit_callbacks(execute=True):
        SiteImage.objects.first().save()
    assert generation.current() != before


def broken(*_arguments) -> None:
    raise RuntimeError("The queue is locked.")


def test_publishing_a_page_advances(demo_site, django_capture_on_commit_callbacks):
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        pages.standard(pages.home_page(), "New page")
    assert generation.current() != before


def test_signing_in_does_not_advance(db, django_capture_on_commit_callbacks):
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        Session.objects.create(session_key="key", session_data="", expire_date=timezone.now())
    assert generation.current() == before


def test_saving_a_draft_does_not_advance_and_publishing_it_does(
    demo_site, django_capture_on_commit_callbacks
):
    page = pages.standard(pages.home_page(), "New page")
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        page.title = "Draft of another title"
        revision = page.save_revision()
    assert generation.current() == before
    with django_capture_on_commit_callbacks(execute=True):
        revision.publish()
    assert generation.current() != before


def test_a_value_ages_out_though_the_mark_is_the_same(counted, clock, db):
    _, make = counted
    generation.kept("name", make)
    clock.seconds += generation.LONGEST - 1
    assert generation.kept("name", make) == 1
    clock.seconds += 1
    assert generation.kept("name", make) == 2


def test_no_more_than_so_many_values_are_kept(monkeypatch, db):
    monkeypatch.setattr(generation, "MOST", 3)
    for number in range(10):
        generation.kept(number, list)
        assert len(generation._kept) <= 3


def test_what_is_rolled_back_is_shown_to_nobody(db):
    with suppress(ZeroDivisionError), transaction.atomic():
        generation.advance()
        assert generation.kept("name", lambda: "uncommitted") == "uncommitted"
        assert 1 / 0
    assert generation.kept("name", lambda: "committed") == "committed"
    assert generation._kept, "after the rollback values are kept again"


def test_who_changes_content_is_not_shown_what_another_thread_keeps_of_before(db):
    with transaction.atomic():
        generation.advance()
        other = Thread(target=generation.kept, args=("name", lambda: "before"))
        other.start()
        other.join()
        assert generation._kept
        assert generation.kept("name", lambda: "after") == "after"


def test_a_value_made_while_content_changes_is_not_kept(db):
    with transaction.atomic():
        generation.kept("name", generation.advance)
        assert not generation._kept


def test_a_new_mark_makes_wagtail_read_its_sites_anew(demo_site):
    Site.get_site_root_paths()
    key = {"key": SITE_ROOT_PATHS_CACHE_KEY, "version": SITE_ROOT_PATHS_CACHE_VERSION}
    generation.kept("name", list)
    Site.get_site_root_paths()
    generation.kept("name", list)
    assert cache.get(**key), "the same mark leaves them"
    generation._change_mark()
    generation.kept("name", list)
    assert not cache.get(**key)


def test_many_rows_of_one_transaction_change_the_mark_once(db, django_capture_on_commit_callbacks, counted):
    _, make = counted
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generation, "_change_mark", make)
        with django_capture_on_commit_callbacks(execute=True):
            generation.advance(), generation.advance(), generation.advance()
        with django_capture_on_commit_callbacks(execute=True):
            generation.advance()
    assert make() == 3


def test_marks_are_never_met_again(settings, tmp_path):
    """The number of a file is used again, and the clock of a file system moves in steps."""
    settings.VAR_DIR = tmp_path
    marks = []
    for _ in range(300):
        generation._change_mark()
        marks.append(generation._stamp_mark())
    assert len(set(marks)) == len(marks)


def test_choosing_related_rows_advances(demo_site, django_capture_on_commit_callbacks):
    restriction = PageViewRestriction.objects.create(page=pages.home_page(), restriction_type="groups")
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        restriction.groups.add(Group.objects.first())
    assert generation.current() != before


def test_a_picture_in_another_size_does_not_advance(demo_site, django_capture_on_commit_callbacks):
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        SiteImage.objects.first().get_rendition("width-77")
    assert generation.current() == before


def test_what_readers_do_does_not_advance(demo_site, reader, django_capture_on_commit_callbacks):
    """A page that everybody reads is not made anew because somebody says that it helped."""
    page = pages.home_page()
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        given = reader.post("/feedback/", {"page": page.pk, "answer": "yes"})
        asked = reader.post("/bulletin/subscribe/", {"email": "reader@example.org", "editions": ["monthly"]})
        missed = reader.get("/search/?q=zzzzzz")
    assert [given.status_code, asked.status_code, missed.status_code] == [302, 200, 200]
    assert generation.current() == before
