"""Inviting a person, taking the invitation up, and leaving."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.accounts.models import User
from cms.pages.waiting import waiting_for
from la_directory.models import CouncilPage, CouncilTeam, Invitation
from la_directory.teams.membership import team_of
from tests.factories import councils

pytestmark = pytest.mark.django_db

NEW = {
    "first_name": "Ailsa",
    "last_name": "Craig",
    "password": "puffin-rock-lantern",
    "again": "puffin-rock-lantern",
}


@pytest.fixture
def team(demo_site: None) -> CouncilTeam:
    return CouncilTeam.objects.get(council=CouncilPage.objects.get(gss_code=councils.FIFE))


@pytest.fixture
def government(demo_site: None) -> Client:
    person = User.objects.create_superuser("sg", "sg@gov.example", "x")
    client = Client()
    client.force_login(person)
    return client


def invite(government: Client, team: CouncilTeam, email: str = "ailsa@council.example") -> str:
    """The path of the link in the mail."""
    mail.outbox.clear()
    response = government.post(reverse("council_teams:invite", args=[team.pk]), {"email": email})
    assert response.status_code == 302
    assert mail.outbox[0].to == [email.lower()]
    return re.search(r"http://[^/]+(/directory/invitation/\S+)", mail.outbox[0].body).group(1)


def log_of(team: CouncilTeam) -> list[str]:
    entries = ModelLogEntry.objects.filter(object_id=str(team.pk), action__startswith="la_directory.team")
    return [entry.action.removeprefix("la_directory.team.") for entry in entries.order_by("timestamp", "pk")]


def test_a_link_lets_one_person_in_once(government: Client, team: CouncilTeam, client: Client) -> None:
    link = invite(government, team, "Ailsa@council.example")
    token = link.rstrip("/").rsplit("/", 1)[1]
    assert token not in str(Invitation.objects.values().get()), "the database knows only its digest"
    for method in (client.get, client.head):
        page = method(link)
        assert page.status_code == 200
        assert page["Referrer-Policy"] == "strict-origin" and "no-store" in page["Cache-Control"]
        assert not page.cookies
    assert not User.objects.filter(email="ailsa@council.example").exists(), "looking changes nothing"
    refused = client.post(link, {**NEW, "again": "different-words-here"})
    assert refused.status_code == 200 and "differ" in refused.content.decode()
    assert "at least 12" in client.post(link, {**NEW, "password": "short", "again": "short"}).content.decode()
    assert client.post(link, NEW, headers={"Origin": "http://elsewhere.example"}).status_code == 403
    response = client.post(link, NEW)
    assert response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")
    person = User.objects.get(email="ailsa@council.example")
    assert team_of(person) == team and person.username == "ailsa@council.example"
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    again = Client().post(link, NEW)
    assert again.status_code == 410 and User.objects.filter(email="ailsa@council.example").count() == 1
    assert log_of(team) == ["invite", "join"]


def test_links_end_by_time_by_a_newer_one_and_by_being_cancelled(
    government: Client, team: CouncilTeam, client: Client
) -> None:
    first = invite(government, team)
    second = invite(government, team)
    assert client.get(first).status_code == 404 and client.get(second).status_code == 200
    invitation = Invitation.objects.get()
    mail.outbox.clear()
    government.post(reverse("council_teams:invite_again", args=[invitation.pk]))
    assert client.get(second).status_code == 404 and len(mail.outbox) == 1
    third = invite(government, team)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert client.get(third).status_code == 410 and client.post(third, NEW).status_code == 410
    fourth = invite(government, team)
    government.post(reverse("council_teams:cancel_invitation", args=[invitation.pk]))
    assert client.get(fourth).status_code == 410 and client.post(fourth, NEW).status_code == 410
    assert client.get("/directory/invitation/not-a-token/").status_code == 404
    assert not team.members.filter(email="ailsa@council.example").exists()
    assert log_of(team) == ["invite", *["invite_again"] * 4, "cancel_invitation"]


def test_an_account_that_is_there_is_asked_to_confirm(government: Client, team: CouncilTeam) -> None:
    person = User.objects.create_user("morag", "Morag@council.example", "x")
    link = invite(government, team, "morag@council.example")
    reader = Client()
    assert "morag" in reader.get(link).content.decode()
    stranger = Client()
    stranger.force_login(User.objects.create_user("other", "other@council.example", "x"))
    assert "somebody else" in stranger.post(link, NEW).content.decode()
    assert team_of(person) is None
    reader.post(link)
    assert team_of(person) == team
    assert "_auth_user_id" not in reader.session, "a mail alone signs nobody in to an account that was there"
    person.refresh_from_db()
    assert person.check_password("x")


@pytest.mark.parametrize("kind", ["other council", "government", "member"])
def test_one_account_keeps_one_council_and_nothing_else(
    government: Client, team: CouncilTeam, kind: str
) -> None:
    person = User.objects.create_user(
        "kirsty", "kirsty@council.example", "x", is_superuser=kind == "government"
    )
    if kind != "government":
        theirs = team if kind == "member" else CouncilTeam.objects.exclude(pk=team.pk).first()
        person.groups.add(theirs.group)
    mail.outbox.clear()
    url = reverse("council_teams:invite", args=[team.pk])
    assert government.post(url, {"email": person.email}).status_code == 200
    assert not mail.outbox and not Invitation.objects.exists()


def test_leaving_ends_access_and_links_at_once_and_asks_for_a_successor(
    government: Client, team: CouncilTeam
) -> None:
    team.group.user_set.clear()
    team.team_mailbox = "team@council.example"
    team.save()
    reader = Client()
    reader.post(invite(government, team), NEW)
    person = User.objects.get(email="ailsa@council.example")
    contact = councils.contact(team.council)
    contact.save_revision(user=person)
    assert reader.get(reverse("wagtailadmin_home")).status_code == 200
    mail.outbox.clear()
    government.post(reverse("council_teams:end_membership", args=[team.pk, person.pk]))
    assert reader.get(reverse("wagtailadmin_home"))["Location"].startswith(reverse("wagtailadmin_login"))
    person.refresh_from_db()
    assert not person.is_active and not person.has_usable_password() and not person.groups.exists()
    assert contact.get_latest_revision().user.get_full_name() == "Ailsa Craig"
    asked = {address for message in mail.outbox for address in (*message.to, *message.bcc)}
    assert {"sg@gov.example", "team@council.example"} <= asked
    assert "Nobody" in mail.outbox[0].body
    waiting = waiting_for(User.objects.get(username="sg"))
    assert any(item.kind == "no active editor" for item in waiting)
    assert log_of(team)[-1] == "leave"
    # Who comes back chooses a new password, and no session of before comes back with them.
    back = Client()
    back.post(invite(government, team), NEW)
    assert team_of(User.objects.get(pk=person.pk)) == team
    assert reader.get(reverse("wagtailadmin_home")).status_code == 302


def test_an_editor_may_leave_and_closes_nobody_elses_account(team: CouncilTeam, client: Client) -> None:
    person = User.objects.create_user("iain", "iain@council.example", "x")
    person.groups.add(team.group)
    client.force_login(person)
    url = reverse("leave_council_team")
    assert client.get(url).status_code == 200 and team_of(person)
    client.post(url)
    person.refresh_from_db()
    assert not person.is_active and team_of(person) is None
    assert client.get(url).status_code == 302


def test_a_mail_that_cannot_be_sent_loses_no_invitation(
    government: Client, team: CouncilTeam, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> None:
        raise OSError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    url = reverse("council_teams:invite", args=[team.pk])
    response = government.post(url, {"email": "ailsa@council.example"}, follow=True)
    assert "could not be sent" in response.content.decode()
    assert Invitation.objects.get().is_open


def test_settings_are_saved_with_an_entry_that_says_what_holds(government: Client, team: CouncilTeam) -> None:
    url = reverse("council_teams:edit", args=[team.pk])
    government.post(url, {"team_mailbox": "team@council.example", "contacts_wait": "on"})
    team.refresh_from_db()
    assert team.contacts_wait and team.team_mailbox == "team@council.example"
    history = government.get(reverse("council_teams:history", args=[team.pk])).content.decode()
    assert "contacts wait for approval" in history
    assert not ModelLogEntry.objects.filter(object_id=str(team.pk), action="wagtail.edit").exists()
    listing = government.get(reverse("council_teams:index") + "?editors=none").content.decode()
    assert "Fife" in listing


def test_the_form_of_an_invitation_is_limited_and_its_token_is_not_logged(
    government: Client, team: CouncilTeam, client: Client, settings
) -> None:
    settings.RATE_LIMITS = {"la_directory:invitation": (2, 3600)}
    link = invite(government, team)
    answers = [client.post(link, {}).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert "/directory/invitation/" in settings.SECRET_PATHS
