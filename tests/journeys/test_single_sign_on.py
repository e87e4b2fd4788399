"""In a browser: from the sign-in page to a provider at another site, and back into the admin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.accounts.single_sign_on.provider import CLIENT_ID, CLIENT_SECRET, Provider, running_provider
from tests.journeys.server import Server, running_server

EDITOR = "sg-editor"


@pytest.fixture
def provider() -> Iterator[Provider]:
    """Another site than 127.0.0.1 to a browser, which then sends no cookie that is strictly for ours."""
    with running_provider("localhost") as running:
        running.claims = {"email": f"{EDITOR}@people.example"}
        yield running


@pytest.fixture
def server(provider: Provider, prepared_site: Path, tmp_path: Path) -> Iterator[Server]:
    known = {
        "OIDC_ISSUER": provider.address,
        "OIDC_CLIENT_ID": CLIENT_ID,
        "OIDC_CLIENT_SECRET": CLIENT_SECRET,
        "OIDC_NAME": "Quay",
    }
    with running_server(tmp_path, copy_of=prepared_site, **known) as running:
        yield running


@pytest.mark.browser
def test_the_policy_lets_the_link_lead_there_and_the_session_is_known_on_the_way_back(
    browser: Browser, server: Server, provider: Provider
) -> None:
    server.python(
        "manage.py",
        "shell",
        "-c",
        "from cms.accounts.models import User;"
        f"User.objects.filter(username='{EDITOR}').update(email='{EDITOR}@people.example')",
    )
    context = browser.new_context(viewport={"width": 320, "height": 640}, base_url=server.address)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/admin/login/?next=/admin/reports/site-history/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("link", name="Sign in with Quay").click()
    page.wait_for_url("**/admin/reports/site-history/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    [cookie] = [one for one in context.cookies(server.address) if one["name"] == "session"]
    assert (cookie["sameSite"], cookie["httpOnly"]) == ("Lax", True)
    assert "/authorize" in " ".join(provider.asked)
    assert not [line for line in complaints if "Content Security Policy" in line]
    context.close()
