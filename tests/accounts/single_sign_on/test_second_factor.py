"""The second factor of the provider counts where its token tells of one; else this site asks for its own."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.accounts.models import Identity, User
from tests.accounts.people import CHECK, SET_UP, code_of, with_app
from tests.accounts.single_sign_on.coming import ask, begin, come, is_in
from tests.accounts.single_sign_on.provider import Provider

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
