"""Where readers are there is no admin: its addresses are like any that was never there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from cms.accounts.models import User
from cms.operations.hosts import OF_STAFF
from tests.accounts.test_every_admin_address import address
from tests.la_directory.permissions.asking import admin_addresses

pytestmark = pytest.mark.django_db

METHODS = ("get", "head", "post", "put", "patch", "delete", "options", "trace")


@pytest.fixture
def usual(reader: Client) -> bytes:
    """The page of an address that was never there."""
    response = reader.get("/no-such-page/")
    assert response.status_code == 404 and b"</html>" in response.content
    return response.content


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        there = before + str(pattern.pattern)
        yield from routes(pattern, there) if isinstance(pattern, URLResolver) else [there]


def test_no_address_of_the_admin_is_there_even_for_who_is_signed_in(reader: Client, usual: bytes) -> None:
    reader.force_login(User.objects.create_superuser("morag", "morag@gov.example", "x"))
    addresses = [address(name, parts) for name, parts in admin_addresses().items()]
    assert len(addresses) > 300
    for path in addresses:
        response = reader.get(path)
        assert (response.status_code, response.content) == (404, usual), path


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/api/main/pages/", "/admin"])
def test_there_is_no_method_that_finds_it(reader: Client, usual: bytes, method: str, path: str) -> None:
    response = getattr(reader, method)(path)
    assert response.status_code == 404
    assert method == "head" or response.content == usual


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/admin",
            "/admin/login",
            "/admin/pages",
            "/admin/no-such-place",
            "//admin/",
            "//admin",
            "/admin//",
        ),
        *("/ADMIN/", "/Admin/login/", "/gd/admin/", "/gd//admin/", "/admin;/login/", "/admin.json"),
        *("/admin/\x00", "/admin/../admin/", "/admin\\login/"),
        *("/directory/invitation/token/", "/directory/invitation/token", "/gd/directory/invitation/token/"),
    ],
)
def test_an_odd_address_leads_nowhere_either(reader: Client, path: str) -> None:
    response = reader.get("/", PATH_INFO=path)
    assert response.wsgi_request.path == path and response.status_code == 404
    assert "Location" not in response and not response.cookies


@pytest.mark.parametrize(
    "path", ["/admin%2f", "/%61dmin/", "/admin%2flogin%2f", "/./admin/", "/admin/?next=/admin/"]
)
def test_nor_does_one_that_is_written_oddly(reader: Client, path: str) -> None:
    response = reader.get(path)
    assert response.status_code == 404 and "Location" not in response


@pytest.mark.parametrize("method", ["get", "head"])
def test_nothing_in_the_answer_tells_it_from_any_other_that_is_not_there(reader: Client, method: str) -> None:
    here, there = (dict(getattr(reader, method)(path).items()) for path in ("/admin/", "/no-such-page/"))
    assert here.pop("X-Request-ID") != there.pop("X-Request-ID")
    assert here == there
    assert "public" in here["Cache-Control"] and "frame-ancestors 'none'" in here["Content-Security-Policy"]


def test_other_names_of_the_site_have_no_admin_either(two_hosts: None) -> None:
    for host in ("localhost", "127.0.0.1", "testserver"):
        assert Client(headers={"host": host}).get("/admin/login/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/admin/", "/directory/invitation/token/"])
def test_a_name_that_is_not_ours_is_refused(two_hosts: None, path: str) -> None:
    assert Client(headers={"host": "elsewhere.example"}).get(path).status_code == 400


def test_all_that_is_for_staff_stands_below_what_is_shut(two_hosts: None) -> None:
    """What else there is, readers and those who got a mail need; a new address is one of either kind."""
    shut = {route for route in routes(get_resolver()) if f"/{route}".startswith(OF_STAFF)}
    assert {route for route in shut if not route.startswith("admin/")} == {
        "directory/invitation/<str:token>/"
    }
    others = {re.split(r"[/<(]", route.lstrip("^"))[0] for route in set(routes(get_resolver())) - shut}
    assert others == {
        *("robots.txt", ".well-known", "sitemap.xml", "api", "documents", "open-referral"),
        *("search", "feedback", "directory", "bulletin", "bulletin-mail", "_util", ""),
    }


@pytest.mark.parametrize(
    ("path", "words"),
    [
        *(("/", "</html>"), ("/gd/", "</html>"), ("/_util/login/", "password"), ("/healthz", "ok")),
        *(
            ("/bulletin/feed/", "<feed"),
            ("/bulletin/subscribe/", "<form"),
            ("/sitemap.xml", "127.0.0.1:8000"),
        ),
        ("/bulletin-mail/preferences/", "<form"),
    ],
)
def test_what_readers_need_is_there(reader: Client, path: str, words: str) -> None:
    response = reader.get(path)
    assert response.status_code == 200 and words in response.content.decode()
    assert "admin.example" not in response.content.decode()


def test_a_mailed_link_that_has_ended_leads_to_the_host_where_people_sign_in(reader: Client) -> None:
    page = reader.get(reverse("la_directory:check", args=["not-a-token"])).content.decode()
    assert f'href="http://admin.example{reverse("wagtailadmin_home")}"' in page


def test_who_is_stopped_after_wrong_passwords_is_led_to_where_a_new_one_is_made(reader: Client) -> None:
    """People sign in here, too: before private pages."""
    for _number in range(10):
        answer = reader.post(reverse("wagtailcore_login"), {"username": "morag", "password": "wrong"})
    assert answer.status_code == 429
    made = f'href="http://admin.example{reverse("wagtailadmin_password_reset")}"'
    assert made in answer.content.decode()


def test_search_engines_are_not_told_of_it(reader: Client) -> None:
    told = reader.get("/robots.txt").content.decode()
    assert "admin" not in told and "Disallow: /search/" in told and "Sitemap: http://127.0.0.1:8000/" in told
