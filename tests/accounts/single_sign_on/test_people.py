"""Whom of the people here the provider may sign in: nobody without an account, and no administrator."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import ModelLogEntry

from cms.accounts.models import Identity, User
from cms.accounts.single_sign_on.people import is_same_address
from tests.accounts.people import PASSWORD, somebody
from tests.accounts.single_sign_on.coming import come, is_in, refused
from tests.accounts.single_sign_on.provider import Provider

pytestmark = pytest.mark.django_db

NOT_VERIFIED = "Quay does not vouch for your e-mail address, so no account could be found."
NO_ACCOUNT = "There is no account for you here. Ask an administrator of this site for one."


def assert_refused(client: Client, line: str) -> None:
    assert refused(client) == line
    assert not is_in(client)


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_the_provider_has_not_verified_finds_nobody(
    client: Client, provider: Provider, morag, verified: object
) -> None:
    provider.claims = {"email_verified": verified}
    assert_refused(client, NOT_VERIFIED)
    assert not Identity.objects.exists()


@pytest.mark.parametrize("verified", [True, "1"])
def test_microsoft_vouches_for_an_address_in_words_of_its_own(
    client: Client, provider: Provider, morag, verified: object
) -> None:
    provider.claims = {"email_verified": None, "xms_edov": verified}
    assert come(client)["Location"] == "/admin/"


@pytest.mark.parametrize(
    ("usual", "of_microsoft"), [(False, True), (None, False), (None, "0"), (None, "true"), (None, [True])]
)
def test_nor_is_an_address_verified_that_they_deny(
    client: Client, provider: Provider, morag, usual: object, of_microsoft: object
) -> None:
    provider.claims = {"email_verified": usual, "xms_edov": of_microsoft}
    assert_refused(client, NOT_VERIFIED)


@pytest.mark.parametrize("address", [None, "", 7, ["morag@people.example"]])
def test_nor_does_no_address(client: Client, provider: Provider, morag, address: object) -> None:
    provider.claims = {"email": address}
    assert_refused(client, NOT_VERIFIED)


def test_nobody_gets_an_account_by_coming(client: Client, provider: Provider, morag) -> None:
    provider.claims = {"email": "stranger@people.example"}
    before = User.objects.count()
    assert_refused(client, NO_ACCOUNT)
    assert User.objects.count() == before


@pytest.mark.parametrize("kept", ["Morag@People.Example", "morag@people.example"])
def test_capitals_in_an_address_make_no_difference(client: Client, provider, morag, kept: str) -> None:
    User.objects.filter(pk=morag.pk).update(email=kept)
    assert come(client)["Location"] == "/admin/"


def test_letters_that_only_look_alike_do(client: Client, provider: Provider, morag) -> None:
    """U+212A, the sign of kelvin, is a k in lower case."""
    kirsty = User.objects.create_user("kirsty", "\u212airsty@people.example", PASSWORD)
    provider.claims = {"email": "kirsty@people.example"}
    assert_refused(client, NO_ACCOUNT)
    assert not Identity.objects.filter(user=kirsty).exists()
    assert not is_same_address(kirsty.email, "kirsty@people.example")  # PostgreSQL would find it


def test_two_accounts_with_one_address_are_not_guessed_between(client: Client, provider, morag) -> None:
    User.objects.create_user("morag-2", morag.email, PASSWORD)
    assert_refused(
        client, "More than one account here has your e-mail address. Ask an administrator of this site."
    )


def test_a_closed_account_stays_closed(client: Client, provider: Provider, morag) -> None:
    User.objects.filter(pk=morag.pk).update(is_active=False)
    assert_refused(client, "Your account here is closed. Ask an administrator of this site.")
    assert not Identity.objects.exists()


def test_also_that_of_somebody_who_came_before(client: Client, provider: Provider, morag) -> None:
    come(client)
    User.objects.filter(pk=morag.pk).update(is_active=False)
    assert not is_in(client)
    assert_refused(client, "Your account here is closed. Ask an administrator of this site.")


def test_an_administrator_is_never_signed_in_that_way(client: Client, provider: Provider) -> None:
    somebody("morag")
    assert_refused(client, "Administrators of this site sign in with their password.")
    assert not Identity.objects.exists()


def test_not_even_one_who_came_before_becoming_it(client: Client, provider: Provider, morag) -> None:
    come(client)
    User.objects.filter(pk=morag.pk).update(is_superuser=True)
    assert_refused(again := Client(), "Administrators of this site sign in with their password.")
    assert not is_in(again)


def test_who_has_a_second_account_as_administrator_comes_in_with_the_first(
    client: Client, provider: Provider, morag
) -> None:
    chief = somebody("chief")
    User.objects.filter(pk=chief.pk).update(email=morag.email)
    assert come(client)["Location"] == "/admin/"
    assert client.session["_auth_user_id"] == str(morag.pk)


@pytest.mark.parametrize("claim", ["is_superuser", "is_staff", "roles", "admin"])
def test_no_claim_makes_an_administrator(client: Client, provider: Provider, morag, claim: str) -> None:
    provider.claims = {claim: True, "groups": ["SG editors", "is_superuser", "admin"]}
    come(client)
    morag.refresh_from_db()
    assert (morag.is_superuser, morag.is_staff) == (False, False)
    assert not morag.user_permissions.exists()


def test_an_address_that_has_gone_to_somebody_else_brings_them_no_account(
    client: Client, provider: Provider, morag
) -> None:
    come(client)
    provider.claims = {"sub": "i-18"}
    assert_refused(
        Client(), "Your account here belongs to somebody else at Quay. Ask an administrator of this site."
    )
    assert Identity.objects.get().subject == "m-17"


def test_after_the_command_the_address_counts_once_more(client: Client, provider: Provider, morag) -> None:
    come(client)
    output = StringIO()
    call_command("unlink_single_sign_on", "morag", stdout=output)
    assert output.getvalue() == "morag is free for another single sign-on.\n"
    assert ModelLogEntry.objects.filter(action="accounts.single_sign_on.unlink", object_id=morag.pk).exists()
    provider.claims = {"sub": "m-99"}
    assert come(Client())["Location"] == "/admin/"
    assert Identity.objects.get().subject == "m-99"


def test_the_command_says_in_one_line_what_is_wrong(morag) -> None:
    with pytest.raises(CommandError, match="There is no user nobody"):
        call_command("unlink_single_sign_on", "nobody")
    with pytest.raises(CommandError, match="morag has never signed in with single sign-on"):
        call_command("unlink_single_sign_on", "morag")
