"""After a restore no mail of Django's leaves either, until a person has released the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.admin.mail import send_notification

from bulletin.send import gate
from cms.mail.held import MailIsHeld, SmtpBackend
from cms.pages.review.reminders import send_reminders
from cms.settings.addresses import email
from la_directory.approval import digest
from la_directory.freshness.reminders import remind_councils
from la_directory.freshness.reports import tell_councils
from la_directory.models import ReminderMail
from la_directory.teams import mail as team_mail
from tests.factories.pages import home_page, standard

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(settings, tmp_path: Path) -> Callable[[], list[str]]:
    """The mails of a site without a relay, as production sends them, from a database that was restored."""
    settings.EMAIL_BACKEND = email("")["EMAIL_BACKEND"]
    settings.EMAIL_FILE_PATH = tmp_path
    gate.hold("This database was restored.")
    return lambda: [path.read_text() for path in sorted(tmp_path.glob("*.eml"))]


def test_a_review_reminder_waits_for_the_release_and_goes_then_once(written, admin_user) -> None:
    page = standard(home_page(), "To be read again")
    page.responsible, page.review_on = admin_user, timezone.localdate()
    page.save_revision().publish()
    assert send_reminders() == 0 and written() == []
    gate.release(admin_user)
    assert [send_reminders(), send_reminders()] == [1, 0]
    assert "To be read again" in written()[0]


def test_councils_get_no_reminder_and_no_report_and_sg_no_digest(written, demo_site) -> None:
    assert (remind_councils(), tell_councils(), digest.send_digest()) == (0, 0, 0)
    assert written() == []
    gate.release(None)
    remind_councils()
    asked = ReminderMail.objects.filter(sent_at__gte=timezone.now() - timedelta(minutes=5)).count()
    assert len(written()) >= asked > 0


def test_what_people_do_in_the_admin_mails_nobody(written, admin_user) -> None:
    team_mail._send("News", "invitation", {"link": "/"}, ["somebody@council.example"])
    assert not send_notification([admin_user], "submitted", {"page": home_page(), "revision": None})
    assert written() == []


def test_nothing_is_written_to_anybody_else(written, admin_user) -> None:
    with pytest.raises(MailIsHeld):
        mail.send_mail("News", "All the best", None, [admin_user.email])
    assert written() == []


def test_the_relay_is_not_asked_either(written) -> None:
    """Port 1 would refuse the connection, which is another error."""
    message = mail.EmailMessage("News", "All the best", None, ["somebody@council.example"])
    with pytest.raises(MailIsHeld):
        SmtpBackend(host="127.0.0.1", port=1).send_messages([message])
    assert SmtpBackend(host="127.0.0.1", port=1, fail_silently=True).send_messages([message]) == 0
    gate.release(None)
    with pytest.raises(ConnectionRefusedError):
        SmtpBackend(host="127.0.0.1", port=1).send_messages([message])
