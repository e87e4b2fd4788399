"""Forms without a token: what a page of another site sends is refused, what readers send is not."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve

from cms.pages.feedback.models import Feedback
from cms.pages.same_origin import same_origin_only

OWN = "http://testserver"
REFUSED = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "https://testserver"},
    {"Origin": "http://testserver:8000"},
    {"Origin": "http://testserver.evil.example"},
    {"Origin": "http://sub.testserver"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "nonsense"},
    {"Sec-Fetch-Site": ""},
    {"Sec-Fetch-Site": "cross-site", "Origin": OWN},
    {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    {"Referer": "https://evil.example/testserver"},
    {"Referer": "http://testserver.evil.example/"},
    {"Referer": "http://testserver@evil.example/"},
    {"Referer": "nonsense"},
    {"Referer": "http://[broken"},
]
ALLOWED = [
    {"Origin": OWN, "Sec-Fetch-Site": "same-origin"},
    {"Origin": OWN},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
    {"Referer": f"{OWN}/a-page/?q=1"},
    {"Origin": OWN, "Referer": "https://elsewhere.example/"},
    {},
]


@same_origin_only
def view(request: HttpRequest) -> HttpResponse:
    return HttpResponse("kept")


@pytest.mark.parametrize("headers", REFUSED, ids=str)
def test_what_another_site_sends_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(PermissionDenied):
        view(RequestFactory().post("/", headers=headers))


@pytest.mark.parametrize("headers", ALLOWED, ids=str)
def test_what_this_site_or_an_old_browser_sends_is_taken(headers: dict[str, str]) -> None:
    assert view(RequestFactory().post("/", headers=headers)).content == b"kept"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_every_method_that_changes_something_is_judged(method: str) -> None:
    with pytest.raises(PermissionDenied):
        view(getattr(RequestFactory(), method)("/", headers={"Sec-Fetch-Site": "cross-site"}))


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_link_on_another_site_leads_here(method: str) -> None:
    assert (
        view(getattr(RequestFactory(), method)("/", headers={"Sec-Fetch-Site": "cross-site"})).status_code
        == 200
    )


def test_the_scheme_counts_too() -> None:
    assert (
        view(RequestFactory().post("/", headers={"Origin": "https://testserver"}, secure=True)).status_code
        == 200
    )
    with pytest.raises(PermissionDenied):
        view(RequestFactory().post("/", headers={"Origin": OWN}, secure=True))


@pytest.mark.parametrize("headers", REFUSED[:2] + REFUSED[7:9], ids=str)
def test_feedback_from_another_site_gets_the_page_403_and_is_not_kept(
    the_page, reader: Client, headers
) -> None:
    answer = reader.post("/feedback/", {"page": the_page.pk, "answer": "yes"}, headers=headers)
    assert answer.status_code == 403
    assert "403.html" in [template.name for template in answer.templates]
    assert not Feedback.objects.exists()


def test_feedback_is_judged_by_origin_instead_of_a_token() -> None:
    assert resolve("/feedback/").func.csrf_exempt
    assert resolve("/feedback/").view_name == "feedback:give"
