"""Mail to people of the admin leads to its host, mail to readers to theirs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from cms.accounts.models import User
from cms.accounts.passwords import words_to_try_first
from cms.accounts.second_factor.changing import new_key, set_up
from cms.mail.hand_over import hand_over
from cms.media.models import SiteImage
from cms.operations.fault_reports import harmless
from cms.pages.review.reminders import send_reminders
from la_directory.freshness.reminders import remind_councils
from la_directory.models import CouncilPage, CouncilTeam
from la_directory.teams.mail import ask_for_successor
from tests.factories.councils import FIFE
from tests.factories.pages import home_page, standard
from tests.la_directory.permissions.asking import admin_addresses
from tests.operations.admin_host.conftest import ADMIN, PUBLIC

pytestmark = pytest.mark.django_db

PROJECT = Path(__file__).resolve().parents[3]
SOURCES = [
    path
    for app in ("cms", "la_directory", "bulletin", "resources", "search")
    for path in (PROJECT / app).rglob("*.py")
]
PUBLIC_LINK = re.compile(r'settings\.SITE_URL\s*\+\s*reverse\(\s*"([^"]+)"')
STAFF = re.compile(r"http://[^/\s]+/(?:admin|directory/invitation)/")


@pytest.fixture
def team(two_hosts: None) -> CouncilTeam:
    return CouncilTeam.objects.get(council=CouncilPage.objects.get(gss_code=FIFE))


def hosts() -> set[str]:
    """Those to which the mail that was sent leads for staff."""
    found = [re.match(r"http://[^/]+", link)[0] for one in mail.outbox for link in STAFF.findall(one.body)]
    assert found
    return set(found)


def test_no_link_into_the_admin_is_made_with_the_public_address() -> None:
    made = {name for path in SOURCES for name in PUBLIC_LINK.findall(path.read_text())}
    assert len(made) >= 5
    assert made & {*admin_addresses(), "la_directory:invitation"} == set()


def test_a_new_password_and_a_second_factor(visitor: Client) -> None:
    person = User.objects.create_superuser("morag", "morag@gov.example", "x")
    visitor.post(reverse("wagtailadmin_password_reset"), {"email": person.email})
    set_up(person, new_key(), 1)
    hand_over()
    assert len(mail.outbox) == 2 and hosts() == {ADMIN}
    link = re.search(r"/admin/password_reset/confirm/\S+", "".join(one.body for one in mail.outbox))[0]
    assert visitor.get(link).status_code == 302


def test_an_invitation_opens_where_it_signs_somebody_in(editor: Client, team: CouncilTeam) -> None:
    editor.post(reverse("council_teams:invite", args=[team.pk]), {"email": "ailsa@council.example"})
    assert hosts() == {ADMIN}
    path = re.search(r"/directory/invitation/\S+", mail.outbox[0].body)[0]
    for each in (path, f"/gd{path}"):
        assert Client(headers={"host": "127.0.0.1:8000"}).get(each).status_code == 404
        assert editor.get(each).status_code == 200
    words = {"password": "puffin-rock-lantern", "again": "puffin-rock-lantern"}
    joining = Client(headers={"host": "admin.example", "origin": ADMIN})
    shown = joining.get(path)
    assert shown.status_code == 200
    assert reverse("bulletin:subscribe") not in re.findall(r'action="([^"]*)"', shown.content.decode())
    assert joining.post(path, {"first_name": "Ailsa", "last_name": "Craig", **words})["Location"] == "/admin/"
    assert joining.get("/admin/").status_code == 200


def test_what_councils_and_their_successors_are_told(team: CouncilTeam) -> None:
    User.objects.create_superuser("morag", "morag@gov.example", "x")
    ask_for_successor(team, "Ailsa Craig")
    assert remind_councils(list(CouncilPage.objects.live().filter(locale=team.council.locale))) > 1
    assert hosts() == {ADMIN}
    checks = {
        link for one in mail.outbox for link in re.findall(r"(http://[^/\s]+)/directory/check/", one.body)
    }
    assert checks == {PUBLIC}, "who checks without an account does so where readers are"


def test_reviews_and_what_waits_for_approval(two_hosts: None) -> None:
    person = User.objects.create_superuser("morag", "morag@gov.example", "x")
    page = standard(home_page(), "About this test", review_on=date(2026, 1, 1), responsible=person)
    assert send_reminders(today=date(2026, 1, 1)) >= 1
    assert hosts() == {ADMIN}
    mail.outbox.clear()
    page.save_revision()
    page.get_workflow().start(page, User.objects.create_superuser("isla", "isla@gov.example", "x"))
    assert hosts() == {ADMIN}


def test_a_fault_is_reported_where_it_was_met(two_hosts: None) -> None:
    for path, host in (("/admin/pages/", ADMIN), ("/directory/invitation/", ADMIN), ("/privacy/", PUBLIC)):
        said = harmless({"request": {"method": "GET", "url": f"http://inner{path}"}}, {})
        assert said["request"]["url"] == host + path


def test_pictures_have_their_public_address(two_hosts: None) -> None:
    rendition = SiteImage.objects.first().get_rendition("width-50")
    assert rendition.full_url == PUBLIC + rendition.url


def test_its_name_is_no_password(two_hosts: None, settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://kittiwake.example"
    assert "kittiwake" in words_to_try_first(None)
