"""When an entry counts as checked: what its own council publishes does, and nobody else's change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Locale

from la_directory.freshness.overview import councils_by_state, freshness_of
from la_directory.freshness.record import record_check
from la_directory.freshness.stamp import Stamp, State, stamps_of
from la_directory.models import Check, ContactPage, CouncilPage
from tests.factories import councils
from tests.la_directory.freshness.conftest import Council

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (0, State.FRESH),
        (134, State.FRESH),
        (135, State.DUE),
        (180, State.DUE),
        (181, State.STALE),
    ],
)
def test_a_check_is_due_45_days_before_it_ends_and_ends_after_180(days: int, state: State) -> None:
    today = timezone.localdate()
    assert Stamp(today - timedelta(days), "Fife Council").state(today) is state


def stamp_of(record: ContactPage) -> Stamp:
    return stamps_of([type(record).objects.get(pk=record.pk)])[record.translation_key]


def change(record: ContactPage, user: object, **values: str) -> object:
    for name, value in values.items():
        setattr(record, name, value)
    return record.save_revision(user=user)


def test_what_a_council_publishes_is_checked_from_when_it_was_written(clock, glasgow: Council) -> None:
    editor, moderator = glasgow.person(), get_user_model().objects.create_superuser("moderator")
    clock(days=1)
    draft = change(glasgow.contact, editor, telephone="0141 496 0300")
    assert stamp_of(glasgow.contact) == Stamp(None)
    clock(days=5)
    draft.publish(user=moderator)
    written = timezone.localdate() - timedelta(4)
    assert stamp_of(glasgow.contact) == Stamp(written, "Glasgow City Council")
    checks = Check.objects.filter(translation_key=glasgow.contact.translation_key)
    assert [check.checked_by for check in checks] == [editor]
    change(glasgow.contact, editor).publish()  # nothing new: nobody need have looked
    assert stamp_of(glasgow.contact).checked_on == written
    change(glasgow.contact, moderator, telephone="0141 496 0400").publish()
    change(glasgow.other, None, telephone="0141 496 0500").publish()
    assert stamp_of(glasgow.contact) == stamp_of(glasgow.other) == Stamp(None)


def test_a_copy_is_not_checked_and_an_alias_is_with_its_source(clock, glasgow: Council) -> None:
    editor = glasgow.person()
    alias = glasgow.contact.create_alias(parent=glasgow.contact.get_parent(), update_slug="alias")
    copy = glasgow.contact.copy(user=editor, update_attrs={"slug": "copy"})
    assert stamp_of(copy) == Stamp(None)
    change(glasgow.contact, editor, telephone="0141 496 0300").publish()
    assert stamp_of(alias) == stamp_of(glasgow.contact) != Stamp(None)
    kept = [entry.record.pk for entry in freshness_of([glasgow.page])[glasgow.page.pk].entries]
    assert copy.pk in kept and alias.pk not in kept


def test_the_worst_entry_speaks_for_its_council(clock, glasgow: Council, django_assert_num_queries) -> None:
    start = clock()
    record_check(glasgow.records[1:], by=None, name="Glasgow City Council", at=start)
    assert councils_by_state([glasgow.page]) == {glasgow.page.pk: State.UNCHECKED}
    record_check(glasgow.records[:1], by=None, name="Glasgow City Council", at=start - timedelta(200))
    with django_assert_num_queries(5):
        assert councils_by_state([glasgow.page]) == {glasgow.page.pk: State.STALE}


def test_a_translation_is_checked_with_its_source_whatever_its_own_words(clock, glasgow: Council) -> None:
    alias = glasgow.contact.create_alias(parent=glasgow.contact.get_parent(), update_slug="alias")
    gaelic = Locale.objects.get_or_create(language_code="gd")[0]
    key = glasgow.contact.translation_key
    ContactPage.objects.filter(pk=alias.pk).update(locale=gaelic, translation_key=key)
    before = Check.objects.count()
    assert record_check([glasgow.contact], by=None, name="x") == 1
    assert Check.objects.count() == before + 1
    ContactPage.objects.filter(pk=alias.pk).update(subject="Obair")
    translation = ContactPage.objects.get(pk=alias.pk)
    assert stamps_of([translation])[key] == stamps_of([translation, glasgow.contact])[key] != Stamp(None)


def test_the_team_checks_by_publishing_in_any_language(clock, glasgow: Council) -> None:
    editor = glasgow.person()
    other = councils.council(glasgow.page.get_parent().specific, councils.FIFE)
    other.team.delete()
    gaelic = Locale.objects.get_or_create(language_code="gd")[0]
    same = {"locale": gaelic, "translation_key": glasgow.page.translation_key}
    CouncilPage.objects.filter(pk=other.pk).update(**same)
    contact = councils.contact(CouncilPage.objects.get(pk=other.pk), "Sgioba")
    clock(days=1)
    draft = change(contact, editor, telephone="0141 496 0300")
    clock(days=2)
    draft.publish()
    assert stamp_of(contact).checked_on is not None
