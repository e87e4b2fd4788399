"""While somebody says that no mail may go, all of it waits."""

from __future__ import annotations

import pytest

from cms.mail import clock_jobs, hand_over, outbox, permission, purposes
from cms.mail.models import OutboxMail
from cms.mail.purposes import Words

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What two apps answer to the question whether mail may go."""
    answers = [True, True]
    monkeypatch.setattr(permission, "_questions", [])
    monkeypatch.setitem(
        purposes._makers, "tests.greeting", lambda mail: Words("Good morning", "All the best")
    )
    permission.register(lambda: answers[0])
    permission.register(lambda: answers[1])
    return answers


def test_mail_waits_while_one_says_no_and_goes_afterwards(answers, mailoutbox, caplog) -> None:
    answers[1] = False
    outbox.post("reader@example.org", "tests.greeting")
    clock_jobs.hand_over_what_waits()
    assert hand_over.hand_over() == 0 and mailoutbox == []
    waiting = OutboxMail.objects.get()
    assert (waiting.attempts, waiting.claim, waiting.last_reply) == (0, "", "")
    assert "Mail waits" in caplog.text
    answers[1] = True
    assert hand_over.hand_over() == 1 and len(mailoutbox) == 1


def test_what_lets_a_person_in_goes_all_the_same(answers, mailoutbox, monkeypatch) -> None:
    monkeypatch.setattr(purposes, "_never_held", {"tests.greeting"})
    monkeypatch.setitem(purposes._makers, "tests.news", lambda mail: Words("News", "All the best"))
    answers[1] = False
    for purpose in ("tests.greeting", "tests.news"):
        outbox.post("reader@example.org", purpose)
    assert hand_over.hand_over() == 1
    assert [mail.subject for mail in mailoutbox] == ["Good morning"]
    assert OutboxMail.objects.get().purpose == "tests.news"


def test_where_nothing_waits_nobody_is_asked(answers, caplog) -> None:
    answers[0] = False
    assert hand_over.hand_over() == 0 and "Mail waits" not in caplog.text
