"""Administrators see how the site is doing, what is wrong, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django_tasks_db.models import DBTaskResult

from cms.operations import parts
from cms.operations.advice import advice_on
from cms.operations.clock import Clock
from cms.operations.jobs import RegularJob, gather
from cms.operations.models import Job, Worker
from cms.operations.part_words import LABELS, STATES, words_of
from cms.operations.waiting import site_needs_a_look
from cms.pages.waiting import waiting_for
from tests.factories.pages import home_page

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/site/"


def rows(client: Client, section: str) -> dict[str, str]:
    """The words of each row by its heading."""
    page = BeautifulSoup(client.get(REPORT).content, "html.parser")
    table = page.find("section", attrs={"aria-labelledby": section})
    return {row.th.get_text(): " ".join(row.get_text(" ").split()) for row in table.find_all("tr")[1:]}


def failed_task() -> DBTaskResult:
    return DBTaskResult.objects.create(
        args_kwargs={"args": ["somebody@council.example"], "kwargs": {}},
        task_path="cms.operations.backup.tasks.make_nightly_backup",
        exception_class_path="builtins.OSError",
        traceback="for somebody@council.example",
        backend_name="default",
        run_after=timezone.now(),
        status="FAILED",
        finished_at=timezone.now(),
    )


def test_each_part_stands_there_with_its_state_in_words(admin_client: Client) -> None:
    Worker.objects.create(worker_id="first", last_seen=timezone.now())
    told = rows(admin_client, "parts")
    assert set(told) == {str(LABELS[name]) for name in parts.all_parts()}
    assert "fine" in told["Database"] and "What to do" not in told["Database"]
    assert "late" in told["Clock"] and "Start" in told["Clock"].replace("start", "Start")
    assert "Imported: never." in told["Postcodes"]


def test_what_is_wrong_comes_first(admin_client: Client) -> None:
    wrong = ["What to do" in words for words in rows(admin_client, "parts").values()]
    assert wrong == sorted(wrong, reverse=True) and any(wrong)


def test_jobs_have_their_last_run_and_an_error_without_addresses(admin_client: Client) -> None:
    def fail() -> None:
        raise ValueError("nobody at somebody@council.example")

    list(Clock({"publish_scheduled": RegularJob("publish_scheduled", timedelta(minutes=1), fail)}).tick())
    [(name, words)] = rows(admin_client, "jobs").items()
    assert name == "publish_scheduled"
    assert "ValueError: nobody at [address]" in words
    assert re.search(r"20\d\d, \d\d:\d\d \d\.\d ", words)


def test_a_job_that_is_at_work_has_no_seconds_yet(admin_client: Client) -> None:
    now = timezone.now()
    Job.objects.create(
        name="publish_scheduled", every=60, next_run=now, last_run=now, last_finished=now - timedelta(1)
    )
    assert " – " in rows(admin_client, "jobs")["publish_scheduled"]


def test_failed_tasks_are_named_without_what_they_were_about(admin_client: Client) -> None:
    task = failed_task()
    page = admin_client.get(REPORT).content.decode()
    assert "make_nightly_backup" in page and str(task.pk) in page
    assert "somebody@council.example" not in page


@pytest.mark.parametrize("name", LABELS)
def test_each_part_has_words_of_advice(name: str) -> None:
    advice = "".join(advice_on(name))
    assert len(advice) > 80
    assert "](" not in advice and "`" not in advice


@pytest.mark.parametrize("language", ["en", "gd"])
def test_every_state_of_every_part_can_be_put_into_words(language: str, settings) -> None:
    with override(language):
        for name, state in {**parts.all_parts(), "search_engine": parts.search_engine()}.items():
            assert str(LABELS[name]) and str(STATES[state["state"]])
            assert words_of(name, state) or name == "database"
            assert words_of(name, {"state": parts.AWAY}) == ""
    assert {*STATES} == {parts.OK, parts.LATE, parts.AWAY, parts.FAILED, parts.HELD, parts.LOW}


def test_only_administrators_see_it(client: Client, django_user_model) -> None:
    editor = django_user_model.objects.create_user("editor", is_staff=True)
    editor.groups.add(*django_user_model.groups.rel.model.objects.filter(name="SG moderators"))
    client.force_login(editor)
    assert client.get(REPORT).status_code == 302  # Wagtail leads whoever may not to the dashboard
    assert REPORT not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert site_needs_a_look(editor) == []
    client.logout()
    assert client.get(REPORT).status_code == 302


def test_it_is_for_looking_only(admin_client: Client) -> None:
    assert admin_client.post(REPORT).status_code == 405
    assert REPORT in admin_client.get(reverse("wagtailadmin_home")).content.decode()


def test_what_is_wrong_waits_for_administrators_in_one_line(admin_user) -> None:
    [item] = [item for item in waiting_for(admin_user) if item.url == REPORT]
    assert item.title.startswith("The site needs a look: ")
    assert "Task worker" in item.title and "Database" not in item.title


def test_nothing_waits_when_all_is_well(admin_user, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"tasks": {"state": "ok"}, "search_engine": {"state": "away"}}
    monkeypatch.setattr("cms.operations.waiting.all_parts", lambda: told)
    assert site_needs_a_look(admin_user) == []


def test_it_waits_since_the_oldest_of_what_is_wrong(admin_user, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that other things do not push it out."""
    told = {"tasks": {"state": "late", "age": 400, "worker_seen": 10}, "disk": {"state": "low", "free": 0.01}}
    monkeypatch.setattr("cms.operations.waiting.all_parts", lambda: told)
    [item] = site_needs_a_look(admin_user)
    assert 400 <= (timezone.now() - item.since).total_seconds() < 410


def test_the_report_costs_as_much_with_many_failures_as_with_one(
    admin_client: Client, django_assert_max_num_queries: Callable
) -> None:
    home_page()
    list(Clock(gather()).tick())
    failed_task()
    admin_client.get(REPORT)
    with django_assert_max_num_queries(40) as few:
        admin_client.get(REPORT)
    for _number in range(30):
        failed_task()
    with django_assert_max_num_queries(len(few)):
        admin_client.get(REPORT)
