"""What is kept of a reader's answer, and what is not."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ReferenceIndex

from cms.page_cache import generation
from cms.pages.feedback.models import Feedback


def test_nothing_says_who_the_reader_was() -> None:
    assert {field.name for field in Feedback._meta.concrete_fields} == {
        "id",
        "page",
        "page_title",
        "answer",
        "reason",
        "comment",
        "created_at",
        "dealt_with_at",
        "dealt_with_by",
    }


@pytest.mark.parametrize(("answer", "reason"), [("yes", "other"), ("no", ""), ("yes_but", "")])
def test_the_database_itself_refuses_a_reason_too_many_or_too_few(feedback, answer, reason) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        feedback(answer=answer, reason=reason)


def test_feedback_waits_until_somebody_deals_with_it_unless_it_is_a_plain_yes(feedback) -> None:
    waiting = [feedback(), feedback(answer="yes_but")]
    feedback(answer="yes", reason="")
    feedback(dealt_with_at=timezone.now())
    assert set(Feedback.objects.waiting()) == set(waiting)
    assert [one for one in Feedback.objects.all() if one.needs_reading] == list(Feedback.objects.waiting())


def test_feedback_is_no_use_of_its_page(the_page, feedback) -> None:
    feedback()
    assert not ReferenceIndex.model_is_indexable(Feedback)
    assert not ReferenceIndex.get_references_to(the_page).exists()


def test_feedback_leaves_what_is_kept_of_the_pages_alone(the_page, feedback) -> None:
    generation.kept("something", lambda: "kept")
    feedback()
    assert generation.kept("something", lambda: "made again") == "kept"


def test_feedback_keeps_its_mark_when_the_editor_leaves(feedback, editor) -> None:
    one = feedback(dealt_with_at=timezone.now(), dealt_with_by=editor.user)
    editor.user.delete()
    one.refresh_from_db()
    assert one.is_dealt_with
    assert one.dealt_with_by is None
