"""Whoever deletes pages does not delete the record of who was sent what."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page, Revision

from bulletin.approval.approve import approve
from bulletin.models import BulletinPage, EditionPage, Sending
from bulletin.send import states
from cms.accounts.models import User
from home.models import LandingPage
from tests.bulletin import office
from tests.bulletin.admin.conftest import SignedIn
from tests.bulletin.admin.pressing import page_of, words

pytestmark = pytest.mark.django_db


def another_front_page() -> LandingPage:
    page = LandingPage(title="Elsewhere", slug="elsewhere", summary="x", lead="x")
    Page.get_first_root_node().add_child(instance=page)
    return page


def test_an_edition_with_a_sending_is_not_deleted(
    queued: Sending, people: dict[str, User], signed_in: SignedIn
) -> None:
    states.cancel(queued, people["moderator"])
    chief, edition = signed_in("chief"), queued.edition
    for page in (edition, edition.get_parent()):
        chief.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    chief.post(f"{bulk}?id={edition.pk}")
    assert EditionPage.objects.filter(pk=edition.pk).exists()


def test_a_draft_is_deleted_like_any_page(edition: EditionPage, signed_in: SignedIn) -> None:
    signed_in("chief").post(reverse("wagtailadmin_pages:delete", args=[edition.pk]))
    assert not EditionPage.objects.filter(pk=edition.pk).exists()


def test_a_correction_of_what_was_sent_is_shown_to_whoever_publishes_it(
    started: Sending, people: dict[str, User], signed_in: SignedIn
) -> None:
    """An item without a picture is no obstacle."""
    edition = EditionPage.objects.get(pk=started.edition_id)
    corrected = office.sections(office.story(summary="It begins at one.", address="https://www.gov.scot/"))
    office.change(edition, people["editor"], sections=corrected)
    office.submit(edition, people["editor"])
    shown = signed_in("moderator").get(reverse("wagtailadmin_pages:edit", args=[edition.pk]))
    assert "It begins at one." in shown.content.decode()


def test_what_was_sent_names_the_approval_it_was_sent_with(
    started: Sending, people: dict[str, User], signed_in: SignedIn
) -> None:
    """A correction is approved by itself."""
    edition = EditionPage.objects.get(pk=started.edition_id)
    office.change(edition, people["editor"], introduction="<p>Corrected.</p>")
    approve(edition, people["chief"])
    shown = words(page_of(signed_in("moderator"), edition))
    assert started.approved_by in shown
    assert str(people["chief"].get_full_name() or people["chief"].username) not in shown


def test_an_edition_that_is_mailed_is_neither_unpublished_nor_moved(
    started: Sending, signed_in: SignedIn
) -> None:
    """The first link of the mail leads to it."""
    chief, edition = signed_in("chief"), EditionPage.objects.get(pk=started.edition_id)
    elsewhere = office.BulletinPage(title="Another archive", slug="another", summary="x")
    edition.get_parent().get_parent().add_child(instance=elsewhere)
    chief.post(reverse("wagtailadmin_pages:unpublish", args=[edition.pk]))
    archive = reverse("wagtailadmin_pages:unpublish", args=[edition.get_parent().pk])
    chief.post(archive, {"include_descendants": "on"})
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    chief.post(f"{bulk}?id={edition.pk}")
    chief.post(reverse("wagtailadmin_pages:move_confirm", args=[edition.pk, elsewhere.pk]))
    after = EditionPage.objects.get(pk=edition.pk)
    assert after.live and after.url_path == edition.url_path


def test_the_archive_of_what_was_mailed_is_neither_unpublished_nor_moved(
    started: Sending, signed_in: SignedIn
) -> None:
    """Every link of every mail leads below it."""
    chief, archive = signed_in("chief"), started.edition.get_parent()
    elsewhere = another_front_page()
    for name in ("unpublish", "move"):
        chief.post(reverse(f"wagtailadmin_pages:{name}", args=[archive.pk]))
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", name])
        chief.post(f"{bulk}?id={archive.pk}", {"chooser": elsewhere.pk})
    chief.post(reverse("wagtailadmin_pages:move_confirm", args=[archive.pk, elsewhere.pk]))
    after = BulletinPage.objects.get(pk=archive.pk)
    assert after.live and after.url_path == archive.url_path


def test_an_archive_of_which_nothing_was_mailed_is_moved(edition: EditionPage, signed_in: SignedIn) -> None:
    archive = edition.get_parent()
    elsewhere = another_front_page()
    signed_in("chief").post(reverse("wagtailadmin_pages:move_confirm", args=[archive.pk, elsewhere.pk]))
    assert BulletinPage.objects.child_of(elsewhere).exists()


def test_purging_revisions_keeps_what_is_sent_and_takes_the_rest(
    queued: Sending, people: dict[str, User]
) -> None:
    edition = EditionPage.objects.get(pk=queued.edition_id)
    for subject in ("Changed", "Changed again"):
        office.change(edition, people["editor"], subject=subject)
    call_command("purge_revisions")
    queued.refresh_from_db()
    kept = Revision.objects.for_instance(edition).values_list("pk", flat=True)
    assert set(kept) == {queued.revision_id, edition.latest_revision_id}


def test_one_that_was_never_mailed_is_unpublished(edition: EditionPage, signed_in: SignedIn) -> None:
    edition.get_latest_revision().publish()
    signed_in("chief").post(reverse("wagtailadmin_pages:unpublish", args=[edition.pk]))
    assert not EditionPage.objects.get(pk=edition.pk).live
