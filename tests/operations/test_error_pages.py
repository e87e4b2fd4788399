"""Pages for faults, which must not fail themselves."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from cms.operations.errors import server_error

PLAIN = b"<h1>Sorry, something went wrong</h1>"


@pytest.fixture
def reader(client: Client, settings) -> Client:
    settings.ROOT_URLCONF = "tests.operations.small_site"
    client.raise_request_exception = False
    return client


def test_the_page_of_a_fault_is_in_the_design_and_asks_no_database() -> None:
    """Without the mark for the database pytest refuses every query."""
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert b"design_system/site.css" in response.content
    assert b"</html>" in response.content


@pytest.mark.django_db
def test_a_fault_is_told_by_that_page(reader: Client) -> None:
    response = reader.get("/fall-over/")
    assert response.status_code == 500
    assert b"design_system/site.css" in response.content


@pytest.mark.django_db
def test_a_missing_database_is_told_as_unavailable(reader: Client) -> None:
    response = reader.get("/no-database/")
    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    assert b"design_system/site.css" in response.content


@pytest.mark.django_db
def test_a_broken_template_does_not_take_the_answer_with_it(reader: Client, settings) -> None:
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
    response = reader.get("/fall-over/")
    assert response.status_code == 500
    assert PLAIN in response.content


@pytest.mark.django_db
def test_a_form_that_is_not_believed_gets_a_page_in_the_design() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/admin/login/", {"username": "editor", "password": "words"})
    assert response.status_code == 403
    assert b"design_system/site.css" in response.content
    assert b"load the page again" in response.content
