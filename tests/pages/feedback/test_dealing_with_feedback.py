"""Editors mark feedback as dealt with, take that back and remove words; each leaves an entry in the log."""

import pytest
from django.test import Client
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from cms.pages.feedback.models import Feedback
from cms.pages.feedback.waiting import feedback_to_read
from cms.pages.waiting import waiting_for

REPORT = "/admin/reports/feedback/"
DEAL = f"{REPORT}deal-with/"


def entries(one: Feedback) -> list[tuple[str, str]]:
    logged = ModelLogEntry.objects.for_instance(one).order_by("timestamp", "pk")
    return [(entry.action, entry.user.username) for entry in logged]


def test_one_is_marked_with_name_and_time_and_an_entry_in_the_log(feedback, editor: Client) -> None:
    one, other = feedback(), feedback()
    back = f"{REPORT}?status=waiting&p=2"
    assert editor.post(DEAL, {"deal_with": one.pk, "next": back})["Location"] == back
    one.refresh_from_db()
    other.refresh_from_db()
    assert one.is_dealt_with
    assert one.dealt_with_by == editor.user
    assert not other.is_dealt_with
    assert entries(one) == [("pages.feedback.dealt_with", editor.user.username)]
    assert entries(other) == []


def test_all_that_are_ticked_are_marked_at_once(feedback, editor: Client) -> None:
    ticked, left = [feedback(), feedback(answer="yes_but")], feedback()
    answer = editor.post(DEAL, {"deal_with": "chosen", "id": [one.pk for one in ticked]}, follow=True)
    assert "2 answers marked as dealt with." in answer.content.decode()
    assert list(Feedback.objects.waiting()) == [left]
    assert all(len(entries(one)) == 1 for one in ticked)


def test_marking_twice_keeps_the_first_name_and_adds_no_entry(feedback, editor: Client, signed_in) -> None:
    one = feedback()
    editor.post(DEAL, {"deal_with": one.pk})
    signed_in("change_feedback").post(DEAL, {"deal_with": one.pk})
    one.refresh_from_db()
    assert one.dealt_with_by == editor.user
    assert len(entries(one)) == 1


def test_a_mark_can_be_taken_back(feedback, editor: Client) -> None:
    one = feedback()
    editor.post(DEAL, {"deal_with": one.pk})
    editor.post(DEAL, {"reopen": one.pk})
    one.refresh_from_db()
    assert (one.dealt_with_at, one.dealt_with_by) == (None, None)
    assert [action for action, _ in entries(one)] == ["pages.feedback.dealt_with", "pages.feedback.reopened"]


def test_a_plain_yes_needs_no_dealing_with(feedback, editor: Client) -> None:
    yes = feedback(answer="yes", reason="")
    editor.post(DEAL, {"deal_with": yes.pk})
    yes.refresh_from_db()
    assert not yes.is_dealt_with
    assert not yes.needs_reading


def test_words_can_be_removed_after_a_question(feedback, editor: Client) -> None:
    one = feedback(comment="My neighbour Morag is ill")
    path = f"{REPORT}{one.pk}/remove-comment/"
    assert path in editor.get(REPORT).content.decode()
    asked = editor.get(path, {"next": f"{REPORT}?q=x"}).content.decode()
    assert "My neighbour Morag is ill" in asked
    assert editor.post(path, {"next": f"{REPORT}?q=x"})["Location"] == f"{REPORT}?q=x"
    one.refresh_from_db()
    assert one.comment == "[comment removed by an editor]"
    assert (one.answer, one.reason) == ("no", "broken_link")
    assert entries(one) == [("pages.feedback.comment_removed", editor.user.username)]
    assert path not in editor.get(REPORT).content.decode()
    assert "Morag" not in str(ModelLogEntry.objects.for_instance(one).values())
    assert editor.get(f"{REPORT}99999/remove-comment/").status_code == 404


@pytest.mark.parametrize("rights", [(), ("view_feedback",)])
def test_without_the_right_to_change_nothing_changes(feedback, signed_in, rights) -> None:
    one = feedback(comment="Words")
    client = signed_in(*rights)
    client.post(DEAL, {"deal_with": one.pk})
    client.post(f"{REPORT}{one.pk}/remove-comment/")
    assert client.get(f"{REPORT}{one.pk}/remove-comment/").status_code == 302
    Client().post(DEAL, {"deal_with": one.pk})
    one.refresh_from_db()
    assert (one.is_dealt_with, one.comment) == (False, "Words")
    assert not ModelLogEntry.objects.for_instance(one).exists()


def test_marks_are_set_by_post_with_a_token_only(feedback, editor: Client) -> None:
    one = feedback()
    assert editor.get(DEAL, {"deal_with": one.pk}).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor.user)
    assert strict.post(DEAL, {"deal_with": one.pk}).status_code == 403
    assert Feedback.objects.waiting().count() == 1


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"deal_with": "chosen"},
        {"deal_with": "chosen", "id": ["x", "-1", "9" * 30, "٣", "\x00"]},
        {"deal_with": "' OR 1=1"},
        {"deal_with": "9" * 18},
        {"reopen": "x"},
        {"deal_with": "chosen", "next": "https://evil.example/"},
    ],
    ids=str,
)
def test_odd_input_marks_nothing_and_leads_back_to_the_report(feedback, editor: Client, sent) -> None:
    feedback()
    assert editor.post(DEAL, sent)["Location"] == REPORT
    assert Feedback.objects.waiting().count() == 1


def test_the_log_says_in_words_what_was_done(feedback, editor: Client) -> None:
    one = feedback()
    editor.post(DEAL, {"deal_with": one.pk})
    entry = ModelLogEntry.objects.for_instance(one).get()
    assert registry.get_formatter(entry).format_message(entry) == "Marked as dealt with"
    assert entry.label == "No: A page to read"


def test_the_dashboard_counts_what_waits_for_those_who_may_deal_with_it(
    feedback, editor: Client, signed_in, django_assert_num_queries
) -> None:
    assert feedback_to_read(editor.user) == []
    oldest = feedback()
    feedback()
    feedback(answer="yes", reason="")
    with django_assert_num_queries(1):
        (item,) = feedback_to_read(editor.user)
    assert (item.title, item.since) == ("2 answers from readers to look at", oldest.created_at)
    assert editor.get(item.url).status_code == 200
    assert item in waiting_for(editor.user)
    assert feedback_to_read(signed_in("view_feedback").user) == []
    editor.post(DEAL, {"deal_with": oldest.pk})
    assert feedback_to_read(editor.user)[0].title == "1 answer from readers to look at"
