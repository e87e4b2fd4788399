"""On the host of the admin there is the admin, and nothing else."""

from __future__ import annotations

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from cms.operations.admin_host import AdminHostMiddleware
from cms.pages.feedback.models import Feedback
from tests.accounts.people import LOGIN, PASSWORD, somebody
from tests.factories.pages import home_page
from tests.operations.admin_host.conftest import ADMIN, PUBLIC

pytestmark = pytest.mark.django_db

NO_INDEX = "noindex, nofollow"


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/privacy/",
            "/privacy",
            "/gd/",
            "/search/?q=work&page=2",
            "/api/v2/pages/",
        ),
        *("/sitemap.xml", "/.well-known/security.txt", "/open-referral/", "/bulletin/feed/", "/_util/login/"),
        *(
            "/no-such-page/",
            "/handbook/export/handbook.json",
            "/administration/",
            "/robots.txt/",
            "/feedback/",
        ),
        "/directory/check/a-token/",
    ],
)
def test_what_is_public_leads_to_the_public_host(visitor: Client, path: str) -> None:
    for response in (visitor.get(path), visitor.head(path)):
        assert (response.status_code, response["Location"]) == (302, PUBLIC + path)
        assert response["X-Robots-Tag"] == NO_INDEX


@pytest.mark.parametrize(
    "path", ["//elsewhere.example/", "/\\elsewhere.example/", "/@elsewhere.example/", "@elsewhere.example/"]
)
def test_nobody_is_led_to_another_site(visitor: Client, path: str) -> None:
    assert visitor.get("/", PATH_INFO=path)["Location"].startswith(f"{PUBLIC}/")


def test_its_first_page_is_that_of_the_admin(visitor: Client) -> None:
    for site in ("none", "cross-site", "same-site"):
        assert visitor.get("/", headers={"sec-fetch-site": site})["Location"] == "/admin/"
    assert visitor.get("/")["Location"] == "/admin/"
    assert visitor.get("/admin/")["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("method", ["post", "put", "delete", "options"])
def test_what_is_sent_to_a_public_address_is_not_taken(visitor: Client, method: str) -> None:
    sent = {"page": home_page().pk, "answer": "yes"}
    for path in ("/feedback/", "/_util/login/", "/bulletin/subscribe/", "/"):
        response = getattr(visitor, method)(path, sent)
        assert response.status_code == 404 and not response.cookies
    assert not Feedback.objects.filter(page=home_page()).exists()


@pytest.mark.parametrize("host", ["admin.example", "ADMIN.example", "admin.example:8000", "admin.example."])
def test_the_host_is_known_however_it_is_written(two_hosts: None, host: str) -> None:
    visitor = Client(headers={"host": host})
    assert visitor.get("/admin/login/").status_code == 200
    assert visitor.get("/privacy/").status_code == 302


@pytest.mark.parametrize(
    "name",
    [
        *("wagtailadmin_login", "wagtailadmin_password_reset", "wagtailadmin_javascript_catalog"),
        *("wagtailadmin_sprite", "robots"),
    ],
)
def test_signing_in_has_what_it_needs(visitor: Client, name: str) -> None:
    response = visitor.get(reverse(name))
    assert response.status_code == 200 and response["X-Robots-Tag"] == NO_INDEX


def test_health_is_told_on_every_host(reader: Client, visitor: Client) -> None:
    for client in (reader, visitor):
        assert client.get("/healthz").content == b"ok\n"
        assert client.get("/readyz").status_code == 200


def test_search_engines_are_to_leave_all_of_it_alone(visitor: Client) -> None:
    assert visitor.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"


def test_a_slash_that_is_missing_is_added_as_ever(visitor: Client) -> None:
    assert visitor.get("/admin")["Location"] == "/admin/"


def test_files_that_editors_open_are_there(editor: Client, images_served: None) -> None:
    document = get_document_model()(title="Plan", file_size=900)
    document.file.save("plan.pdf", ContentFile(b"%PDF-1.4 " * 100))
    document.save()
    assert editor.get(document.url).status_code == 200
    assert editor.get("/media/images/none.png").status_code == 404, "asked here, and not elsewhere"
    assert editor.get("/static/none.css").status_code == 404
    assert "suggestions" in editor.get("/search/suggest/?q=work").json()


def test_people_sign_in_with_a_form_of_this_host_alone(two_hosts: None) -> None:
    somebody()
    client = Client(enforce_csrf_checks=True, headers={"host": "admin.example"})
    client.get(LOGIN)
    sent = {
        "username": "morag",
        "password": PASSWORD,
        "next": "/admin/",
        "csrfmiddlewaretoken": client.cookies["csrf"].value,
    }
    assert client.post(LOGIN, sent, headers={"origin": PUBLIC}).status_code == 403
    assert client.post(LOGIN, sent, headers={"origin": ADMIN})["Location"] == "/admin/"
    cookie = client.cookies["session"]
    assert cookie["domain"] == "", "it is of this host alone"


def test_one_row_for_the_site_is_enough(editor: Client, rf) -> None:
    site = Site.objects.get()
    assert Site.find_for_request(rf.get("/admin/", headers={"host": "admin.example"})) == site
    pages = [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[home_page().pk]),
        reverse("wagtailadmin_pages:edit", args=[home_page().pk]),
        reverse("wagtailsettings:edit", args=["pages", "sitesettings", site.pk]),
        reverse("bulletin_editions"),
    ]
    for path in pages:
        assert editor.get(path).status_code == 200, path
    assert (
        f"/{site.pk}/"
        in editor.get(reverse("wagtailsettings:edit", args=["pages", "sitesettings"]))["Location"]
    )


def test_view_live_leads_to_the_public_page(editor: Client) -> None:
    page = Page.objects.get(slug="privacy", locale__language_code="en-gb")
    assert f'href="{page.url}"' in editor.get(
        reverse("wagtailadmin_pages:edit", args=[page.pk])
    ).content.decode().replace(PUBLIC, "")
    assert editor.get(page.url)["Location"] == page.full_url == f"{PUBLIC}/privacy/"


def test_a_link_of_the_admin_to_the_home_page_leads_to_the_public_one(visitor: Client) -> None:
    response = visitor.get("/", headers={"sec-fetch-site": "same-origin"})
    assert response["Location"] == f"{PUBLIC}/" and "Sec-Fetch-Site" in response["Vary"]


def test_without_the_setting_there_is_no_such_part(demo_site: None, client: Client) -> None:
    with pytest.raises(MiddlewareNotUsed):
        AdminHostMiddleware(lambda request: None)
    assert client.get("/admin/login/").status_code == client.get("/privacy/").status_code == 200
    assert "X-Robots-Tag" not in client.get("/privacy/")
    assert 'href="/admin/"' in client.get(reverse("la_directory:check", args=["x"])).content.decode()


def test_pages_that_are_kept_are_of_the_public_host_alone(settings, two_hosts: None) -> None:
    settings.PAGE_CACHE_MEGABYTES = 1
    process = Client()  # each client keeps pages of its own

    def ask(host: str, path: str) -> HttpResponse:
        return process.get(path, headers={"host": host})

    public, admin = "127.0.0.1:8000", "admin.example"
    for _ in range(2):
        assert ask(public, "/privacy/").status_code == 200
        assert ask(admin, "/privacy/")["Location"] == f"{PUBLIC}/privacy/"
        assert ask(public, "/admin/login/").status_code == 404
        assert ask(admin, "/admin/login/").status_code == 200
        assert b"Disallow: /\n" in ask(admin, "/robots.txt").content
        assert b"Disallow: /\n" not in ask(public, "/robots.txt").content
    assert "X-Robots-Tag" not in ask(public, "/robots.txt")
