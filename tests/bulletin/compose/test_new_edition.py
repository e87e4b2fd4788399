"""A new edition from what is new since the last monthly one looked."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from bulletin.compose.new_edition import LOOKED, AlreadyBegun, NoArchive, new_edition, next_month
from bulletin.models import BulletinPage, EditionPage, Sending
from cms.pages.whats_new import page_key
from la_directory.models import CaseStudyPage
from tests.bulletin import office
from tests.bulletin.compose import newsroom
from tests.bulletin.compose.newsroom import begin, titles, update
from tests.factories import councils
from tests.factories.news import AFTER, BETWEEN, SECOND, UNTIL, changed, first_published


@pytest.mark.parametrize(
    ("moment", "is_in_it"), [(AFTER, False), (AFTER + SECOND, True), (UNTIL, True), (UNTIL + SECOND, False)]
)
def test_it_begins_where_the_last_one_ended(archive: BulletinPage, moment: datetime, is_in_it: bool) -> None:
    update("News", moment)
    assert titles(begin(archive)) == ["News"] * is_in_it


def test_what_came_out_in_the_second_of_the_cut_off_is_in_exactly_one_edition(archive: BulletinPage) -> None:
    update("On the edge", UNTIL)
    first = begin(archive)
    EditionPage.objects.filter(pk=first.pk).update(live=True)
    second = begin(archive, UNTIL + timedelta(days=30))
    assert (titles(first), titles(second)) == (["On the edge"], [])


def test_the_first_edition_ever_looks_back_a_month(db: None) -> None:
    archive = office.archive()
    update("Old", UNTIL - timedelta(days=31))
    update("Newer", UNTIL - timedelta(days=31) + SECOND)
    assert titles(begin(archive)) == ["Newer"]


def test_the_draft_holds_what_pages_say_of_themselves(archive: BulletinPage) -> None:
    page = update("Guidance for partners", summary="It has ten pages.")
    draft = begin(archive).get_latest_revision_as_object()
    (section,) = draft.sections
    (item,) = section.value["items"]
    assert (section.value["heading"], item.block_type) == ("News", "story")
    assert (item.value["page"].pk, item.value["title"], item.value["summary"]) == (
        page.pk,
        "Guidance for partners",
        "It has ten pages.",
    )
    assert (item.value["source"], item.value["source_at"]) == (page_key(page), BETWEEN.isoformat())
    assert draft.looked_until == UNTIL


def test_a_case_study_brings_its_picture_with_its_alternative_text(archive: BulletinPage) -> None:
    council = councils.council(councils.directory(archive.get_parent(), slug="our-councils"))
    picture = {"image": office.picture().pk, "alt_text": "Two cooks", "decorative": False}
    stored = [{"type": "image", "value": {"image": picture}}]
    study = councils.case_study(council, "A kitchen that hires", picture=stored)
    first_published(study, BETWEEN)
    assert CaseStudyPage.objects.get(pk=study.pk).picture
    draft = begin(archive).get_latest_revision_as_object()
    (item,) = draft.sections[0].value["items"]
    assert item.block_type == "case_study"
    assert item.value["picture"].contextual_alt_text == "Two cooks"


def test_it_is_a_draft_of_the_person_who_pressed_the_button(archive: BulletinPage) -> None:
    update("News")
    ailsa = office.editor()
    edition = new_edition(ailsa, archive=archive, until=UNTIL)
    assert not EditionPage.objects.get(pk=edition.pk).live
    assert (edition.owner, edition.latest_revision.user) == (ailsa, ailsa)
    entries = PageLogEntry.objects.filter(page=edition.pk).values_list("action", "user")
    assert set(entries) == {("wagtail.create", ailsa.pk), (LOOKED, ailsa.pk)}


def test_a_draft_that_has_not_gone_out_is_named_instead_of_a_second_one(archive: BulletinPage) -> None:
    first = begin(archive)
    with pytest.raises(AlreadyBegun) as already:
        begin(archive)
    assert already.value.edition == first
    assert first.title in str(already.value)


def test_after_a_sending_a_page_that_was_taken_off_the_site_is_no_draft(archive: BulletinPage) -> None:
    first = begin(archive)
    sending = Sending(edition=first, state=Sending.State.SENT, audience_kind="monthly", message=b"")
    sending.save()
    assert begin(archive, UNTIL + SECOND).pk != first.pk


def test_without_an_archive_it_says_so(archive: BulletinPage) -> None:
    EditionPage.objects.child_of(archive).get().delete()
    archive.delete()
    with pytest.raises(NoArchive):
        new_edition(None, archive=archive)


@pytest.mark.parametrize(
    ("newest", "today", "expected"),
    [
        (None, date(2031, 4, 30), date(2031, 4, 1)),
        (date(2031, 3, 1), date(2031, 4, 30), date(2031, 4, 1)),
        (date(2031, 4, 1), date(2031, 4, 30), date(2031, 5, 1)),
        (date(2031, 12, 1), date(2031, 12, 2), date(2032, 1, 1)),
        (date(2030, 1, 1), date(2031, 4, 30), date(2031, 4, 1)),
    ],
)
def test_it_is_for_this_month_or_the_one_after_the_newest(
    db: None, newest: date | None, today: date, expected: date
) -> None:
    archive = office.archive()
    if newest:
        newsroom.earlier_edition(archive, AFTER, month=newest, slug=f"{newest:%Y-%m}")
    assert next_month(archive, today) == expected


def test_a_month_whose_address_is_taken_is_passed_over(db: None) -> None:
    archive = office.archive()
    newsroom.earlier_edition(archive, AFTER, slug="2031-04", edition_kind="special")
    assert next_month(archive, date(2031, 4, 2)) == date(2031, 5, 1)


def test_title_and_address_are_those_of_the_month(archive: BulletinPage) -> None:
    EditionPage.objects.child_of(archive).update(month=date(2000, 1, 1))
    edition = begin(archive)
    today = timezone.localdate()
    assert (edition.slug, edition.month) == (f"{today:%Y-%m}", today.replace(day=1))
    assert edition.title == f"{today:%B %Y}"


def test_what_nobody_ticked_is_left_out_and_does_not_come_again(archive: BulletinPage) -> None:
    wanted, _unwanted = update("Wanted"), update("Unwanted")
    edition = begin(archive, chosen={page_key(wanted)})
    assert titles(edition) == ["Wanted"]
    assert PageLogEntry.objects.get(page=edition.pk, action=LOOKED).data["left_out"] == ["Unwanted"]
    assert newsroom.look(edition, UNTIL + SECOND) == 0


def test_the_history_says_what_was_added_and_left_out(archive: BulletinPage) -> None:
    update("One")
    edition = begin(archive, chosen=set())
    entry = PageLogEntry.objects.get(page=edition.pk, action=LOOKED)
    assert entry.formatter.format_message(entry) == "Added 0 new items. Left out: One."


def test_a_change_is_told_with_its_note(archive: BulletinPage) -> None:
    changed(update("Plan", AFTER), BETWEEN, "A chapter on money.")
    draft = begin(archive).get_latest_revision_as_object()
    (item,) = draft.sections[0].value["items"]
    assert (item.value["title"], item.value["summary"]) == ("Plan", "A chapter on money.")
