"""A page to give feedback about, readers, and editors with chosen rights."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from wagtail.models import Page, Site

from cms.pages.feedback.models import Feedback


@pytest.fixture
def the_page(db: None) -> Page:
    """A live page; no feedback has been given about any page."""
    Feedback.objects.all().delete()
    home = Site.objects.get(is_default_site=True).root_page
    return home.add_child(instance=Page(title="A page to read", slug="a-page-to-read", live=True))


@pytest.fixture
def reader() -> Client:
    """A browser without JavaScript; the server's own checks of tokens are on."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def feedback(the_page: Page) -> Callable[..., Feedback]:
    """Makes feedback about the page."""

    def make(**values: Any) -> Feedback:
        defaults = {"page": the_page, "page_title": the_page.title, "answer": "no", "reason": "broken_link"}
        return Feedback.objects.create(**{**defaults, **values})

    return make


@pytest.fixture
def signed_in(db: None) -> Callable[..., Client]:
    """A client of somebody with access to the admin and these rights."""

    def make(*rights: str) -> Client:
        user = get_user_model().objects.create_user(username=f"editor-{len(rights)}", password=None)
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        for right in rights:
            user.user_permissions.add(Permission.objects.get(content_type__app_label="pages", codename=right))
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    return make


@pytest.fixture
def editor(signed_in: Callable[..., Client]) -> Client:
    return signed_in("view_feedback", "change_feedback")
