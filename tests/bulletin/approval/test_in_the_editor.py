"""The editor of an edition: what it offers to whom, and what becomes of it."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.http import HttpResponse
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from bulletin.approval.approve import CannotApprove, approve
from bulletin.approval.current import approval_of, newest_draft
from bulletin.models import EditionPage
from cms.accounts.models import User
from cms.pages.waiting import waiting_for
from tests.bulletin import office
from tests.bulletin.approval.editing import BUTTONS, Editing

pytestmark = pytest.mark.django_db


def buttons(response: HttpResponse) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    found = soup.select("footer [name^='action-'], footer [data-workflow-action-name]")
    return [button.get("data-workflow-action-name") or button["name"] for button in found]


def said(response: HttpResponse) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_a_draft_is_saved_and_submitted_but_not_published(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    for user in (editor, moderator):
        shown = buttons(Editing(user).open(edition))
        assert "action-submit" in shown and "action-publish" not in shown


def test_submitting_leads_to_the_sending(edition: EditionPage, editor: User) -> None:
    response = Editing(editor).press("submit", edition)
    assert response["Location"] == reverse("bulletin_sending", args=[edition.pk])
    assert edition.workflow_in_progress


def test_the_big_button_approves_where_one_may(edition: EditionPage, editor: User, moderator: User) -> None:
    office.submit(edition, editor)
    response = Editing(moderator).open(edition)
    assert buttons(response)[0] == "approve"
    html = response.content.decode()
    assert "Approve and Publish" not in html
    assert reverse("bulletin_sending", args=[edition.pk]) in html


def test_an_author_is_offered_no_approval_and_told_why(edition: EditionPage, moderator: User) -> None:
    office.change(edition, moderator, subject="By the moderator")
    office.submit(edition, moderator)
    response = Editing(moderator).open(edition)
    assert "approve" not in buttons(response) and "reject" in buttons(response)
    assert "somebody else has to approve it" in said(response)


def test_approving_leads_to_the_sending_and_publishes_nothing(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    office.submit(edition, editor)
    response = Editing(moderator).press("approve", edition)
    assert response["Location"] == reverse("bulletin_sending", args=[edition.pk])
    edition.refresh_from_db()
    assert approval_of(edition) and not edition.live and edition.first_published_at is None


def test_whoever_changes_a_word_while_approving_saves_a_draft_and_approves_nothing(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    office.submit(edition, editor)
    moderating = Editing(moderator)
    response = moderating.press("approve", edition, subject="A better subject")
    assert response.status_code == 302
    edition.refresh_from_db()
    assert edition.get_latest_revision_as_object().subject == "A better subject"
    assert approval_of(edition) is None and edition.workflow_in_progress
    assert "Saved, but not approved" in said(moderating.open(edition))


def test_a_form_that_was_opened_before_the_newest_change_approves_nothing(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    office.submit(edition, editor)
    moderating = Editing(moderator)
    form = moderating.form(edition)
    office.change(edition, editor, subject="Changed meanwhile")
    url = reverse("wagtailadmin_pages:edit", args=[edition.pk])
    moderating.client.post(url, form | {"action-workflow-action": "1", "workflow-action-name": "approve"})
    assert approval_of(edition) is None


def test_a_comment_stands_in_the_history(edition: EditionPage, editor: User, moderator: User) -> None:
    state = office.submit(edition, editor)
    form = {"workflow-action-extra-data": json.dumps({"comment": "Well done."})}
    Editing(moderator).press("approve", edition, **form)
    state.refresh_from_db()
    assert state.comment == "Well done." and state.finished_by == moderator


def test_one_approval_is_one_entry_in_the_log(edition: EditionPage, editor: User, moderator: User) -> None:
    def entries() -> list[str]:
        log = PageLogEntry.objects.filter(page=edition.pk, action__icontains="approve")
        return list(log.values_list("action", flat=True))

    office.submit(edition, editor)
    Editing(moderator).press("approve", edition)
    assert entries() == ["wagtail.workflow.approve"]
    office.change(edition, editor, subject="Another one")
    approve(EditionPage.objects.get(pk=edition.pk), moderator)
    assert sorted(entries()) == ["bulletin.approve", "wagtail.workflow.approve"]


def test_sending_back_works_as_for_any_page(edition: EditionPage, editor: User, moderator: User) -> None:
    office.submit(edition, editor)
    Editing(moderator).press("reject", edition)
    assert approval_of(edition) is None
    assert ("October 2031", "changes asked for") in waiting(editor)


def test_the_writer_reads_in_the_editor_what_was_asked_for(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    Editing(editor).press("submit", edition)
    answer = Editing(moderator).press("reject", edition)
    assert answer["Location"] == reverse("bulletin_sending", args=[edition.pk])
    shown = Editing(editor).open(edition).content.decode()
    assert "has asked for changes. Say more." in shown


@pytest.mark.parametrize(("button", "status"), [("reject", "needs_changes"), ("take back", "cancelled")])
def test_what_became_incomplete_while_it_waited_can_be_sent_back_and_taken_back(
    button: str, status: str, edition: EditionPage, editor: User, moderator: User
) -> None:
    state = office.submit(edition, moderator).workflow_state
    office.change(edition, editor, subject="", sections=office.sections(office.story(title="")))
    Editing(moderator).press(button, edition, preheader="Typed before it goes back")
    state.refresh_from_db()
    assert state.status == status
    assert newest_draft(EditionPage.objects.get(pk=edition.pk)).preheader == "Typed before it goes back"


def test_sending_back_is_no_way_to_hand_in_what_is_incomplete(edition: EditionPage, editor: User) -> None:
    form = Editing(editor).form(edition, subject="") | {"action-submit": "1", **BUTTONS["reject"]}
    Editing(editor).client.post(reverse("wagtailadmin_pages:edit", args=[edition.pk]), form)
    assert not edition.workflow_in_progress


def waiting(user: User) -> list[tuple[str, str]]:
    return [(item.title, item.kind) for item in waiting_for(user)]


def test_an_edition_waits_once_and_only_for_those_who_may_approve_it(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    writing = office.moderator("davina")
    office.change(edition, writing, preheader="And more")
    office.submit(edition, editor)
    assert waiting(moderator).count(("October 2031", "to approve")) == 1
    assert ("October 2031", "to approve") not in waiting(writing) + waiting(editor)


@pytest.mark.parametrize("who", ["editor", "moderator", "chief"])
def test_publishing_past_approval_is_refused(
    who: str, edition: EditionPage, editor: User, moderator: User
) -> None:
    chief = User.objects.create_superuser("chief", "chief@gov.example", "x")
    user = {"editor": editor, "moderator": moderator, "chief": chief}[who]
    editing = Editing(user)
    editing.press("publish", edition)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    editing.client.post(f"{bulk}?id={edition.pk}")
    editing.client.post(f"{bulk}?id={edition.get_parent().pk}", {"include_descendants": "on"})
    copy = reverse("wagtailadmin_pages:copy", args=[edition.pk])
    copied = {"new_title": "Copy", "new_slug": "2031-12", "new_parent_page": edition.get_parent().pk}
    editing.client.post(copy, copied | {"publish_copies": "on", "copy_subpages": "on"})
    assert not EditionPage.objects.child_of(edition.get_parent()).live().exists()


def test_an_edition_is_not_published_while_it_is_made(moderator: User) -> None:
    parent = office.archive()
    editing = Editing(moderator)
    url = reverse("wagtailadmin_pages:add", args=["bulletin", "editionpage", parent.pk])
    assert "action-publish" not in buttons(editing.client.get(url))


def test_no_time_is_set_at_which_the_page_goes_live(edition: EditionPage, moderator: User) -> None:
    """The sending publishes it, and a time of its own would keep it from that."""
    form = Editing(moderator).open(edition).context["form"]
    assert not {"go_live_at", "expire_at"} & set(form.fields)


def test_what_readers_have_seen_is_corrected_like_any_page(edition: EditionPage, moderator: User) -> None:
    edition.get_latest_revision().publish()
    editing = Editing(moderator)
    assert "action-publish" in buttons(editing.open(edition))
    editing.press("publish", edition, subject="Corrected", change_note="The subject was wrong.")
    edition.refresh_from_db()
    assert edition.subject == "Corrected" and [note.text for note in edition.change_notes] == [
        "The subject was wrong."
    ]


def test_the_approval_of_a_correction_publishes_it(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    edition.get_latest_revision().publish()
    office.change(edition, editor, subject="Corrected", change_is_minor=True)
    state = office.submit(edition, editor)
    state.task.specific.on_action(state, moderator, "approve")
    edition.refresh_from_db()
    assert edition.subject == "Corrected"
    assert approval_of(edition), "an edition whose sending was cancelled in the middle can be queued again"


def test_an_edition_from_elsewhere_is_published_by_its_approval(editor: User, moderator: User) -> None:
    edition = office.edition(editor, origin="elsewhere")
    state = office.submit(edition, editor)
    state.task.specific.on_action(state, moderator, "approve")
    edition.refresh_from_db()
    assert edition.live and approval_of(edition) is None


def test_other_pages_are_published_by_their_approval(editor: User, moderator: User) -> None:
    page = office.page_of_the_site()
    page.summary = "Other words."
    page.change_is_minor = True
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, moderator, "approve")
    assert Page.objects.get(pk=page.pk).specific.summary == "Other words."


def test_what_is_not_complete_is_not_approved(edition: EditionPage, editor: User, moderator: User) -> None:
    office.change(edition, editor, subject="")
    office.submit(edition, editor)
    assert "approve" not in buttons(Editing(moderator).open(edition))
    Editing(moderator).press("approve", edition)
    assert approval_of(edition) is None


def test_what_is_not_complete_is_not_approved_past_the_editor_either(
    edition: EditionPage, editor: User, moderator: User
) -> None:
    office.change(edition, editor, subject="")
    with pytest.raises(CannotApprove, match="Subject"):
        approve(edition, moderator)
    assert approval_of(edition) is None


@pytest.mark.parametrize("is_submitted", [True, False])
def test_an_approval_by_command_says_so_in_the_log(
    is_submitted: bool, edition: EditionPage, editor: User, moderator: User
) -> None:
    if is_submitted:
        office.submit(edition, editor)
    call_command("queue_bulletin", edition.slug, approve_as="boyd", stdout=StringIO())
    entry = PageLogEntry.objects.get(page=edition.pk, action="bulletin.approve")
    assert (entry.user, entry.data) == (moderator, {"by": "command"})
    assert "by command" in entry.formatter.format_message(entry)


def test_an_approval_by_hand_says_nothing_of_a_command(edition: EditionPage, moderator: User) -> None:
    approve(edition, moderator)
    entry = PageLogEntry.objects.get(page=edition.pk, action="bulletin.approve")
    assert entry.formatter.format_message(entry) == "Approved for sending"
