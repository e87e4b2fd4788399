"""Reviews: in front of the person who answers for the page, by mail once, in a report."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from cms.pages.review import reminders
from cms.pages.review.due import reviews_due
from cms.pages.review.reminders import send_reminders
from tests.factories import pages

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def person(demo_site, django_user_model):
    return django_user_model.objects.create_user("reviewer", "reviewer@team.example", "x")


@pytest.fixture
def page(person):
    review_on = TODAY + timedelta(days=10)
    return pages.standard(pages.home_page(), "To be read again", review_on=review_on, responsible=person)


def test_a_page_due_within_a_fortnight_waits_for_the_person_responsible(person, page):
    assert [item.title for item in reviews_due(person)] == ["To be read again"]
    assert reviews_due(person, today=page.review_on - timedelta(days=15)) == []


def test_a_page_of_nobody_waits_for_those_who_publish(person, django_user_model):
    publisher = django_user_model.objects.create_superuser("publisher")
    pages.standard(pages.home_page(), "Nobody's page", review_on=TODAY)
    assert "Nobody's page" in [item.title for item in reviews_due(publisher)]
    assert "Nobody's page" not in [item.title for item in reviews_due(person)]


def test_one_mail_names_all_pages_and_is_sent_once(person, page):
    pages.standard(pages.home_page(), "Another one", review_on=TODAY, responsible=person)
    assert [send_reminders(), send_reminders()] == [1, 0]
    [message] = mail.outbox
    assert message.to == ["reviewer@team.example"]
    assert "To be read again" in message.body and "Another one" in message.body


def test_a_new_review_date_is_a_new_reminder(person, page):
    send_reminders()
    page.review_on = TODAY + timedelta(days=3)
    page.save()
    assert send_reminders() == 1


def test_a_relay_that_is_away_loses_no_reminder(person, page, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert send_reminders() == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_reminders() == 1


def test_the_command_says_what_it_did(person, page, capsys, monkeypatch):
    monkeypatch.setattr(reminders, "_senders", [send_reminders])
    call_command("send_review_reminders")
    assert capsys.readouterr().out == "1 reminder sent\n"


def test_the_report_lists_and_exports_them(admin_client, person, page):
    page.review_on = TODAY - timedelta(days=1)
    page.save()
    html = admin_client.get(reverse("review_report:index")).content.decode()
    assert "To be read again" in html and "overdue" in html
    export = admin_client.get(reverse("review_report:index"), {"export": "csv"})
    assert "To be read again" in b"".join(export.streaming_content).decode()
