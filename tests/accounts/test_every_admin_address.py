"""With the password alone every address of the admin leads to the second factor."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import resolve, reverse

from cms.accounts.second_factor.gate import OPEN
from tests.accounts.people import CHECK, with_app
from tests.la_directory.permissions.asking import admin_addresses

VALUES = {
    **dict.fromkeys(("app_label", "app_name"), "home"),
    **dict.fromkeys(("model_name", "content_type_model_name", "model"), "standardpage"),
    **dict.fromkeys(("content_type_app_name", "content_type_app_label"), "home"),
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "filter_spec": "width-100",
    "action": "delete",
    "action_name": "copy",
    "language_code": "gd",
}
TRIES = (1, "x", "00000000-0000-0000-0000-000000000001", "gd", "a/b")


def address(name: str, parts: tuple[str, ...]) -> str:
    if name.startswith("admin/"):
        return "/admin/test404/" if "404" in name else "/admin/there-is-no-such-place/"
    if name == "wagtailadmin_pages:revisions_compare":
        return reverse(name, args=[1, "earliest", "latest"])
    for value in TRIES:
        try:
            return reverse(name, kwargs={part: VALUES.get(part, value) for part in parts})
        except Exception:  # noqa: S112  the next value may fit the converters
            continue
    raise AssertionError(f"no value fits {name} {parts}")


def test_every_address_leads_to_the_check_but_those_of_signing_in(signed_in: Client, person) -> None:
    with_app(person)
    let_through = set()
    asked = 0
    for name, parts in admin_addresses().items():
        path = address(name, parts)
        if resolve(path).view_name in OPEN:
            continue
        for method in (signed_in.get, signed_in.post):
            response = method(path)
            asked += 1
            if response.status_code != 302 or not response["Location"].startswith(f"{CHECK}?next="):
                let_through.add((name, response.status_code))
    assert let_through == set()
    assert asked > 600


def test_what_is_open_is_no_more_than_signing_in_needs(signed_in: Client, person) -> None:
    assert {name for name in OPEN if not name.startswith("wagtailadmin_password_reset")} == {
        "second_factor_check",
        "second_factor_set_up",
        "single_sign_on_callback",
        "single_sign_on_start",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_sprite",
    }


@pytest.mark.parametrize("headers", [{"X-Requested-With": "XMLHttpRequest"}, {"Accept": "application/json"}])
def test_a_script_of_the_admin_is_refused_and_not_led_to_a_page(signed_in: Client, headers) -> None:
    assert signed_in.get("/admin/pages/", headers=headers).status_code == 403


def test_readers_and_public_pages_are_asked_for_nothing(signed_in: Client) -> None:
    assert signed_in.get("/").status_code == 200
    assert Client().get("/admin/")["Location"].startswith("/admin/login/")
