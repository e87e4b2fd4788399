"""The form with which people sign in to the admin."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def sign_in_as(page: Page, name: str, password: str, path: str = "/admin/") -> None:
    """Until the front page of the admin has come."""
    page.goto(path)
    page.fill("#id_username", name)
    page.fill("#id_password", password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/admin/")
    expect(page.get_by_role("heading", name="Waiting for you")).to_be_visible()
