"""The second factor of the provider counts where its token tells of one; else this site asks for its own."""

from __future__ import annotations

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.test import Client

from cms.accounts.models import Identity, SecondFactor, User
from cms.accounts.second_factor.keys import sealed
from tests.accounts.people import (
    CHECK,
    KEY,
    PASSWORD,
    SET_UP,
    code_of,
    key_in_the_making,
    try_password,
    with_app,
)
from tests.accounts.single_sign_on.coming import ask, begin, come, is_in, told
from tests.accounts.single_sign_on.provider import Provider

RECOVERY_CODES = "/admin/second-factor/recovery-codes/"
NOT_IN_THIS_WAY = "You have no second factor here. Sign in with Quay, or ask an administrator of this site."

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor")]


@pytest.mark.parametrize("amr", [["pwd", "mfa"], ["otp"], ["hwk"], ["sc"], ["pwd", "otp", "x"]], ids=str)
def test_who_has_shown_one_there_is_in(client: Client, provider: Provider, morag, amr: list[str]) -> None:
    provider.claims = {"amr": amr}
    assert come(client, "/admin/pages/")["Location"] == "/admin/pages/"
    assert is_in(client)


@pytest.mark.parametrize(
    "amr",
    [None, [], ["pwd"], ["pwd", "sms"], ["swk"], ["MFA"], [["mfa"]], [{"mfa": 1}]],
    ids=str,
)
def test_who_has_not_sets_one_up_here(client: Client, provider: Provider, morag, amr: object) -> None:
    provider.claims = {"amr": amr}
    come(client)
    led = client.get("/admin/pages/")["Location"]
    assert led.startswith(CHECK)
    assert client.get(led)["Location"].startswith(SET_UP)


def test_or_shows_the_one_that_is_set_up(client: Client, provider: Provider, morag) -> None:
    with_app(morag)
    come(client)
    assert not is_in(client)
    assert client.post(CHECK, {"code": code_of(), "next": "/admin/pages/"})["Location"] == "/admin/pages/"
    assert is_in(client)


def test_who_has_set_one_up_here_need_not_show_it_after_that_of_the_provider(
    client: Client, provider: Provider, morag
) -> None:
    with_app(morag)
    provider.claims = {"amr": ["mfa"]}
    come(client)
    assert is_in(client)


def test_it_counts_for_this_session_alone(client: Client, provider: Provider, morag) -> None:
    provider.claims = {"amr": ["mfa"]}
    come(client)
    other = Client()
    other.force_login(morag)
    assert not is_in(other)
    provider.claims = {}
    come(other)
    assert not is_in(other)


def test_a_session_of_somebody_else_does_not_hand_it_on(client: Client, provider: Provider, morag) -> None:
    isla = User.objects.create_user("isla", "isla@people.example")
    isla.groups.set(morag.groups.all())
    come(client)
    address = begin(client)  # held up, so that another way is open
    provider.claims = {"sub": "i-18", "email": "isla@people.example", "amr": ["mfa"]}
    client.get(ask(address))
    assert client.session["_auth_user_id"] == str(isla.pk) and is_in(client)
    client.logout()
    client.force_login(morag)
    assert not is_in(client)


def test_an_identity_that_is_forgotten_counts_no_longer(client: Client, provider: Provider, morag) -> None:
    provider.claims = {"amr": ["mfa"]}
    come(client)
    Identity.objects.all().delete()
    assert not is_in(client)


def test_who_is_held_up_may_go_to_the_provider_once_more(client: Client, provider: Provider, morag) -> None:
    come(client)
    assert not is_in(client)
    provider.claims = {"amr": ["mfa"]}
    come(client)
    assert is_in(client)


def test_a_session_that_was_held_up_goes_on_under_another_key(
    client: Client, provider: Provider, morag
) -> None:
    try_password(client, "morag", PASSWORD)
    back = ask(begin(client))
    before = client.session.session_key
    provider.claims = {"amr": ["mfa"]}
    assert client.get(back)["Location"] == "/admin/"
    assert is_in(client) and client.session.session_key != before
    thief = Client()
    thief.cookies[project.SESSION_COOKIE_NAME] = before
    assert not is_in(thief)


def by_password() -> Client:
    """A browser in which somebody has typed no more than the password of Morag."""
    client = Client()
    assert try_password(client, "morag", PASSWORD)["Location"] == "/admin/"
    return client


@pytest.mark.parametrize("amr", [["mfa"], None], ids=str)
def test_the_password_alone_sets_no_factor_up_for_who_comes_with_the_provider(
    client: Client, provider: Provider, morag, amr: object
) -> None:
    provider.claims = {"amr": amr}
    come(client)
    thief = by_password()
    assert told(thief, thief.get(SET_UP)) == NOT_IN_THIS_WAY
    assert "_auth_user_id" not in thief.session
    thief = by_password()
    session = thief.session
    session["second_factor_key"] = sealed(KEY)
    session.save()
    assert told(thief, thief.post(SET_UP, {"code": code_of()})) == NOT_IN_THIS_WAY
    assert not SecondFactor.objects.exists()


def test_who_came_with_the_provider_sets_one_up_in_that_session(
    client: Client, provider: Provider, morag
) -> None:
    come(client)
    assert client.get(SET_UP).status_code == 200
    client.post(SET_UP, {"code": code_of(key_in_the_making(client))})
    assert is_in(client) and SecondFactor.objects.get().user == morag


def test_that_somebody_came_is_not_handed_on_to_the_next_password(
    client: Client, provider: Provider, morag
) -> None:
    come(Client())
    isla = User.objects.create_user("isla", "isla@people.example")
    isla.groups.set(morag.groups.all())
    provider.claims = {"sub": "i-18", "email": "isla@people.example"}
    come(client)
    assert try_password(client, "morag", PASSWORD)["Location"] == "/admin/"
    assert told(client, client.get(SET_UP)) == NOT_IN_THIS_WAY


@pytest.mark.parametrize("way", ["unlinked", "off"])
def test_without_the_provider_there_is_a_way_back(
    client: Client, provider: Provider, morag, settings, way: str
) -> None:
    come(client)
    if way == "unlinked":
        call_command("unlink_single_sign_on", "morag")
    else:
        settings.SINGLE_SIGN_ON = {}
    assert by_password().get(SET_UP).status_code == 200


@pytest.fixture
def promoted(client: Client, provider: Provider, morag) -> Client:
    """Morag’s browser, which came with the factor of the provider before she was administrator."""
    provider.claims = {"amr": ["mfa"]}
    come(client)
    User.objects.filter(pk=morag.pk).update(is_superuser=True)
    return client


def test_the_factor_of_the_provider_does_not_count_for_an_administrator(promoted: Client, morag) -> None:
    with_app(morag)
    assert promoted.get("/admin/users/")["Location"].startswith(CHECK)
    assert promoted.get(CHECK).status_code == 200
    assert promoted.get(SET_UP)["Location"].startswith(CHECK)
    assert promoted.post(RECOVERY_CODES)["Location"].startswith(CHECK)
    promoted.post(CHECK, {"code": code_of()})
    assert promoted.get("/admin/users/").status_code == 200


def test_nor_does_it_let_an_administrator_set_one_up(promoted: Client) -> None:
    assert promoted.get("/admin/users/")["Location"].startswith(CHECK)
    assert told(promoted, promoted.get(SET_UP)) == NOT_IN_THIS_WAY
    administrator = by_password()
    assert told(administrator, administrator.get(SET_UP)) == NOT_IN_THIS_WAY
    call_command("unlink_single_sign_on", "morag")
    assert by_password().get(SET_UP).status_code == 200


def test_an_editor_may_set_one_up_before_becoming_administrator(
    client: Client, provider: Provider, morag
) -> None:
    provider.claims = {"amr": ["mfa"]}
    come(client)
    assert client.get(SET_UP).status_code == 200
    client.post(SET_UP, {"code": code_of(key_in_the_making(client))})
    User.objects.filter(pk=morag.pk).update(is_superuser=True)
    assert by_password().get(CHECK).status_code == 200
    assert client.get("/admin/users/").status_code == 200


@pytest.mark.parametrize("wanted", ["foo", "wagtailadmin_logout"])
def test_the_pages_of_the_factor_lead_to_no_view_by_its_name(client: Client, morag, wanted: str) -> None:
    with_app(morag)
    client.force_login(morag)
    assert client.post(CHECK, {"code": code_of(), "next": wanted})["Location"] == "/admin/"
    assert client.get(CHECK, {"next": wanted})["Location"] == "/admin/"
