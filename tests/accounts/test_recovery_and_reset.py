"""Without the app: recovery codes, an administrator, and the command for the last administrator."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.accounts.models import SecondFactor
from cms.mail.models import OutboxMail
from tests.accounts.people import CHECK, SET_UP, code_of, somebody, with_app

RECOVERY = f"{CHECK}?recovery"
RENEW = "/admin/second-factor/recovery-codes/"


def entries(action: str) -> list[ModelLogEntry]:
    return list(ModelLogEntry.objects.filter(action=f"accounts.second_factor.{action}").order_by("pk"))


def test_a_recovery_code_counts_once_however_it_is_written(signed_in: Client, person) -> None:
    _factor, codes = with_app(person)
    assert signed_in.post(RECOVERY, {"code": f" {codes[0].upper()} "}).status_code == 302
    assert signed_in.get("/admin/account/").status_code == 200
    again = Client()
    again.force_login(person)
    assert "none of your recovery codes" in again.post(RECOVERY, {"code": codes[0]}).content.decode()
    SecondFactor.objects.update(throttling_failure_count=0)
    assert again.post(RECOVERY, {"code": codes[1].replace("-", "")}).status_code == 302
    used = entries("recovery_code")
    assert [(entry.user, entry.data) for entry in used] == [(person, {"left": 9}), (person, {"left": 8})]
    assert all(entry.timestamp for entry in used)


def test_codes_of_somebody_else_count_nothing(signed_in: Client, person) -> None:
    with_app(person)
    _factor, codes = with_app(somebody("isla"))
    assert signed_in.post(RECOVERY, {"code": codes[0]}).status_code == 200


def test_new_recovery_codes_end_the_old_ones(signed_in: Client, person) -> None:
    _factor, old = with_app(person)
    assert signed_in.get(RENEW)["Location"].startswith(CHECK)
    assert signed_in.post(RENEW)["Location"].startswith(CHECK)
    signed_in.post(CHECK, {"code": code_of()})
    assert "10 recovery codes left" in signed_in.get(RENEW).content.decode()
    page = signed_in.post(RENEW).content.decode()
    new = re.findall(r"<li>([a-z2-9-]{14})</li>", page)
    assert len(new) == 10
    assert len(entries("renew_codes")) == 1
    again = Client()
    again.force_login(person)
    assert again.post(RECOVERY, {"code": old[0]}).status_code == 200
    SecondFactor.objects.update(throttling_failure_count=0)
    assert again.post(RECOVERY, {"code": new[0]}).status_code == 302


def test_my_account_leads_to_both(signed_in: Client, person) -> None:
    with_app(person)
    signed_in.post(CHECK, {"code": code_of()})
    account = signed_in.get("/admin/account/").content.decode()
    assert SET_UP in account and RENEW in account


@pytest.fixture
def manager(signed_in: Client, person) -> Client:
    with_app(person)
    signed_in.post(CHECK, {"code": code_of()})
    return signed_in


def test_an_administrator_resets_it_with_an_entry_and_a_mail(manager: Client, person) -> None:
    isla = somebody("isla")
    with_app(isla)
    url = reverse("second_factor_reset", args=[isla.pk])
    assert url in manager.get(reverse("wagtailusers_users:index")).content.decode()
    assert manager.get(url).status_code == 200
    assert SecondFactor.objects.filter(user=isla).exists()
    assert manager.post(url).status_code == 302
    assert not SecondFactor.objects.filter(user=isla).exists()
    (entry,) = entries("reset")
    assert (entry.user, entry.object_id) == (person, str(isla.pk))
    assert OutboxMail.objects.filter(purpose="accounts.second_factor.reset", address=isla.email).exists()
    assert (
        "Reset the second factor"
        in manager.get(reverse("wagtailusers_users:history", args=[isla.pk])).content.decode()
    )
    theirs = Client()
    theirs.force_login(isla)
    assert theirs.get(CHECK)["Location"].startswith(SET_UP)


def test_nobody_resets_their_own_and_who_manages_people_not_that_of_an_administrator(
    manager: Client, person
) -> None:
    chief = somebody("chief")
    with_app(chief)
    own = reverse("second_factor_reset", args=[person.pk])
    theirs = reverse("second_factor_reset", args=[chief.pk])
    assert manager.post(own)["Location"] == "/admin/"
    person.is_superuser = False
    person.save()
    names = ["access_admin", "change_user"]
    person.user_permissions.set(Permission.objects.filter(codename__in=names))
    assert manager.post(theirs)["Location"] == "/admin/"
    person.user_permissions.remove(Permission.objects.get(codename="change_user"))
    other = somebody("other")
    other.is_superuser = False
    other.save()
    with_app(other)
    assert manager.post(reverse("second_factor_reset", args=[other.pk]))["Location"] == "/admin/"
    assert SecondFactor.objects.count() == 3
    assert entries("reset") == []


def test_the_command_helps_the_last_administrator(person) -> None:
    with_app(person)
    output = StringIO()
    call_command("reset_second_factor", person.username, stdout=output)
    assert output.getvalue() == f"The second factor of {person.username} is reset.\n"
    (entry,) = entries("reset")
    assert entry.user is None and entry.object_id == str(person.pk)
    with pytest.raises(CommandError, match="has no second factor"):
        call_command("reset_second_factor", person.username)
    with pytest.raises(CommandError, match="There is no user nobody"):
        call_command("reset_second_factor", "nobody")
