"""The editor saves by itself into the draft it saved last: nobody approves, and nothing goes out, unseen."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from bulletin.approval.approve import CannotApprove, approve
from bulletin.approval.approvers import may_approve
from bulletin.approval.current import approval_of, digest_of, newest_draft
from bulletin.models import EditionPage, Sending
from bulletin.send import audience
from bulletin.send.queue import queue_edition
from cms.accounts.models import User
from tests.bulletin import office
from tests.bulletin.approval.test_four_eyes import (
    through_the_command,
    through_the_task,
    through_the_verb,
    through_wagtails_window,
    try_it,
)

pytestmark = pytest.mark.django_db


def write_over(edition: EditionPage, by: User, **fields: str) -> None:
    """The newest draft keeps its number."""
    draft = edition.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=by, overwrite_revision=Revision.objects.get(pk=edition.latest_revision_id))
    edition.refresh_from_db()


def now(edition: EditionPage) -> EditionPage:
    return EditionPage.objects.get(pk=edition.pk)


@pytest.mark.parametrize("way", [through_the_task, through_wagtails_window])
def test_what_was_submitted_and_written_over_is_not_approved_unseen(
    way, edition: EditionPage, editor: User, moderator: User
) -> None:
    office.submit(edition, editor)
    write_over(edition, editor, subject="Never seen")
    try_it(way, now(edition), moderator)
    assert approval_of(now(edition)) is None


@pytest.mark.parametrize("way", [through_the_verb, through_the_command])
def test_whoever_reads_it_as_it_is_now_approves_it(
    way, edition: EditionPage, editor: User, moderator: User
) -> None:
    office.submit(edition, editor)
    write_over(edition, editor, subject="Seen")
    try_it(way, now(edition), moderator)
    assert approval_of(now(edition))


def test_the_page_of_the_sending_approves_only_what_it_showed(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    office.submit(edition, editor)
    client = Client()
    client.force_login(moderator)
    page = client.get(reverse("bulletin_sending", args=[edition.pk])).content.decode()
    seen = digest_of(newest_draft(edition))
    assert seen in page
    write_over(edition, editor, subject="Never seen")
    client.post(reverse("bulletin_approve", args=[edition.pk]), {"seen": seen})
    assert approval_of(now(edition)) is None
    with pytest.raises(CannotApprove, match="changed after you opened it"):
        approve(now(edition), moderator, seen=seen)
    client.post(
        reverse("bulletin_approve", args=[edition.pk]), {"seen": digest_of(newest_draft(now(edition)))}
    )
    assert approval_of(now(edition))


def test_whoever_writes_over_their_draft_before_any_approval_stays_an_author(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    office.change(edition, moderator, subject="By the moderator")
    write_over(edition, moderator, subject="By the moderator still")
    assert not may_approve(moderator, now(edition))
    assert may_approve(office.moderator("davina"), now(edition))


def test_what_is_written_over_after_queueing_does_not_go_out(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    approve(edition, moderator)
    sending = queue_edition(edition, by=moderator)
    write_over(now(edition), editor, introduction="<p>Never approved.</p>")
    assert audience.start(sending.pk)
    out = now(edition)
    assert out.live and "Welcome." in out.introduction and out.live_revision_id == sending.revision_id
    assert out.has_unpublished_changes and "Never approved" in newest_draft(out).introduction


def test_what_nobody_changed_after_queueing_leaves_no_draft(edition: EditionPage, moderator: User) -> None:
    approve(edition, moderator)
    sending = queue_edition(edition, by=moderator)
    assert approval_of(now(edition)) and now(edition).latest_revision_id == edition.latest_revision_id
    assert audience.start(sending.pk)
    assert now(edition).live and not now(edition).has_unpublished_changes


def test_what_was_frozen_makes_nobody_an_author_of_the_words_before_it(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    approve(edition, moderator)
    queue_edition(edition, by=moderator)
    write_over(now(edition), editor, subject="By the editor")
    other = office.moderator("davina")
    office.change(now(edition), other)
    assert may_approve(other, now(edition)) and not may_approve(editor, now(edition))


def test_a_sending_whose_draft_is_gone_waits_for_a_person(edition: EditionPage, moderator: User) -> None:
    approve(edition, moderator)
    sending = queue_edition(edition, by=moderator)
    Sending.objects.filter(pk=sending.pk).update(revision=None)  # as it could be lost before it was protected
    assert not audience.start(sending.pk)
    sending.refresh_from_db()
    assert (sending.state, sending.pause_reason) == ("paused", "page")
    assert "no longer kept" in sending.last_reply and not now(edition).live
    client = Client()
    client.force_login(moderator)
    page = client.get(reverse("bulletin_sending", args=[edition.pk])).content.decode()
    assert "cancel it and queue the edition again" in page and "last words" not in page


def test_nor_is_a_draft_that_nobody_submitted_approved_unseen(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    seen = digest_of(newest_draft(edition))
    write_over(edition, editor, subject="Never seen")
    with pytest.raises(CannotApprove, match="changed after you opened it"):
        approve(now(edition), moderator, seen=seen)
    assert approval_of(now(edition)) is None
