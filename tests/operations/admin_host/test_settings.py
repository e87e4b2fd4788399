"""What one variable changes in the settings."""

from __future__ import annotations

import json

import pytest

from tests.operations.test_environment import start

NAMES = (
    "ADMIN_URL",
    "WAGTAILADMIN_BASE_URL",
    "WAGTAILAPI_BASE_URL",
    "ALLOWED_HOSTS",
    "PUBLIC_POLICY",
    "ADMIN_POLICY",
)
PUBLIC = "https://employability.example"


def settings_with(module: str = "base", **variables: str) -> dict:
    said = (
        f"import json; from cms.settings import {module} as s; "
        f"print(json.dumps({{name: getattr(s, name) for name in {NAMES}}}))"
    )
    return json.loads(start(["-c", said], **variables).stdout)


def test_mail_policy_and_hosts_follow_the_address() -> None:
    with_host = settings_with(ADMIN_URL="https://admin.example/")
    assert with_host["WAGTAILADMIN_BASE_URL"] == with_host["ADMIN_URL"] == "https://admin.example"
    assert with_host["WAGTAILAPI_BASE_URL"] == PUBLIC
    assert with_host["ALLOWED_HOSTS"] == ["employability.example", "admin.example"]
    without = settings_with()
    for name, changed in (("ADMIN_POLICY", {"form-action", "img-src"}), ("PUBLIC_POLICY", {"form-action"})):
        policy = with_host[name]
        assert {part for part in policy if policy[part] != without[name][part]} == changed
        assert all(policy[part] == [*without[name][part], PUBLIC] for part in changed)


def test_without_it_all_is_on_one_host() -> None:
    without = settings_with()
    assert without["ADMIN_URL"] == "" and without["WAGTAILADMIN_BASE_URL"] == PUBLIC
    assert without["ALLOWED_HOSTS"] == ["employability.example"]
    assert without["ADMIN_POLICY"]["form-action"] == ["'self'"]


@pytest.mark.parametrize(
    ("address", "name"), [("http://localhost:8000", "localhost"), ("http://[::2]:80", "[::2]")]
)
def test_one_machine_still_answers_to_its_own_names(address: str, name: str) -> None:
    local = settings_with("local", ADMIN_URL=address, ALLOWED_HOSTS="")
    assert {"127.0.0.1", "[::1]", name} <= set(local["ALLOWED_HOSTS"])
    assert local["ALLOWED_HOSTS"][0] == "127.0.0.1"


def test_a_site_with_it_starts() -> None:
    result = start(
        ["manage.py", "check", "--deploy", "--fail-level", "WARNING"], ADMIN_URL="https://admin.example"
    )
    assert result.returncode == 0, result.stderr
