"""Readers say that an entry is wrong: what is kept, whom it reaches, and what they do with it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry

from cms.pages.waiting import waiting_for
from la_directory.freshness.reports import forget_old_reports, open_reports, tell_councils
from la_directory.models import RecordReport, ReminderRound
from tests.la_directory.freshness.conftest import Council

pytestmark = pytest.mark.django_db

DEAL = "/admin/reports/directory/deal-with/"


@pytest.fixture(autouse=True)
def no_other_reports(db: None) -> None:
    RecordReport.objects.all().delete()


def path_of(glasgow: Council) -> str:
    return reverse("la_directory:report", args=[glasgow.contact.translation_key])


def report(glasgow: Council, **values: object) -> RecordReport:
    fields = {
        "wrong": "reach",
        "comment": "Nobody answers",
        "translation_key": glasgow.contact.translation_key,
    }
    return RecordReport.objects.create(
        council=glasgow.page, record_title="Employability team", **fields | values
    )


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_report_is_kept_without_cookie_token_or_personal_details(glasgow: Council) -> None:
    reader = Client(enforce_csrf_checks=True)
    html = reader.get(path_of(glasgow)).content.decode()
    assert "Employability team" in html and "Glasgow City Council" in html
    response = reader.post(path_of(glasgow), {"wrong": "reach", "comment": "Ask ann@home.example"})
    thanks = reader.get(response["Location"])
    assert thanks.status_code == 200 and "Thank you" in thanks.content.decode()
    assert not response.cookies and not reader.cookies
    kept = open_reports(glasgow.page).get()
    assert (kept.wrong, kept.comment) == ("reach", "Ask [e-mail removed]")
    assert (kept.record_title, kept.translation_key) == (
        "Employability team",
        glasgow.contact.translation_key,
    )


def test_what_is_no_report_is_not_kept(glasgow: Council) -> None:
    reader, path = Client(), path_of(glasgow)
    for sent, words in (
        ({}, "Choose what is wrong"),
        ({"wrong": "other"}, "Say in a few words what is wrong"),
        ({"wrong": "reach", "comment": "x" * 251}, "251 characters"),
    ):
        assert words in reader.post(path, sent).content.decode()
    assert reader.post(path, {"wrong": "reach", "homepage": "spam"}).status_code == 302
    assert (
        reader.post(path, {"wrong": "reach"}, headers={"origin": "https://other.example"}).status_code == 403
    )
    glasgow.contact.unpublish()
    assert reader.post(path, {"wrong": "reach"}).status_code == 404
    assert reader.get(f"{path}thanks/").status_code == 200
    assert not open_reports(glasgow.page)


def test_too_many_from_one_client_are_turned_away(glasgow: Council, settings) -> None:
    settings.RATE_LIMITS = {"la_directory": (1, 3600)}
    answers = [Client().post(path_of(glasgow), {"wrong": "reach"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 429]
    assert answers[1]["Retry-After"]


def test_the_council_hears_of_it_once_and_at_most_once_a_day(clock, glasgow: Council, settings) -> None:
    clock()
    report(glasgow)
    assert tell_councils() == 0  # nobody is there to be told
    glasgow.person()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert tell_councils() == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert [tell_councils() for _ in range(2)] == [1, 0]
    assert mail.outbox[0].subject == "Glasgow City: a reader says that an entry is wrong"
    assert "Employability team" in mail.outbox[0].body and "“Nobody answers”" in mail.outbox[0].body
    report(glasgow, comment="Still nobody")
    assert tell_councils() == 0
    clock(days=1)
    assert [tell_councils() for _ in range(2)] == [1, 0]
    assert "Still nobody" in mail.outbox[1].body and "“Nobody answers”" not in mail.outbox[1].body


def test_a_process_that_dies_while_it_tells_a_council_loses_nothing(
    clock, glasgow: Council, monkeypatch
) -> None:
    def dies(*place: object) -> None:
        raise KeyboardInterrupt

    clock()
    report(glasgow)
    glasgow.person()
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("la_directory.freshness.reports.send_mail", dies)
        tell_councils()
    report(glasgow, comment="Still nobody")
    assert tell_councils() == 0
    clock(minutes=11)
    assert [tell_councils() for _ in range(2)] == [1, 0]
    assert "“Nobody answers”" in mail.outbox[0].body and "Still nobody" in mail.outbox[0].body


def test_council_and_government_deal_with_it_and_nobody_else(
    glasgow: Council, government, django_user_model
) -> None:
    one, editor = report(glasgow), glasgow.person()
    of_council = report(glasgow, source=RecordReport.Source.COUNCIL)
    assert any("2 reports" in item.title for item in waiting_for(government))
    assert not waiting_for(editor)
    stranger = django_user_model.objects.create_user("stranger", "s@elsewhere.example", None)
    stranger.user_permissions.add(*government.user_permissions.filter(codename="access_admin"))
    for person, key, has_effect in (
        (stranger, one.pk, False),
        (editor, of_council.pk, False),
        (editor, one.pk, True),
    ):
        signed_in(person).post(DEAL, {"deal_with": key})
        assert RecordReport.objects.get(pk=key).is_dealt_with is has_effect
    assert [entry.action for entry in registry.get_logs_for_instance(one)] == [
        "la_directory.report.dealt_with"
    ]
    client = signed_in(government)
    listed = client.get(reverse("directory_reports:index")).content.decode()
    assert "Nobody answers" in listed and "Council, by its mailed link" in listed
    client.post(DEAL, {"reopen": one.pk})
    client.post(DEAL, {"remove_comment": one.pk})
    one.refresh_from_db()
    assert not one.is_dealt_with and one.comment == "[comment removed]"
    for person in (editor, stranger):
        assert signed_in(person).get(reverse("directory_reports:index")).status_code == 302


def test_after_a_year_reports_and_reminders_are_forgotten(glasgow: Council) -> None:
    year_ago = timezone.now() - timedelta(366)
    report(glasgow, created_at=year_ago)
    of_council = {"source": RecordReport.Source.COUNCIL, "created_at": year_ago}
    report(glasgow, **of_council, dealt_with_at=year_ago)
    kept = [report(glasgow), report(glasgow, **of_council)]
    ReminderRound.objects.create(council=glasgow.page, opened_on=year_ago.date())
    assert forget_old_reports() == 2
    assert list(RecordReport.objects.all()) == kept
    assert not glasgow.page.reminder_rounds.exists()
