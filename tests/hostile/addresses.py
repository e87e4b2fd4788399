"""Every address that a stranger can ask for, by the name the resolver knows it by.

`{word}`, `{number}`, `{key}` and `{token}` are filled in with what is odd; `{good_…}` opens something.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.urls import URLResolver, get_resolver
from wagtail.contrib.routable_page.models import RoutablePageMixin

ADMIN = "admin/"


class Entry(NamedTuple):
    """The paths of one name, the keys its view reads from a query or form, and whether it takes a form."""

    paths: tuple[str, ...]
    keys: tuple[str, ...] = ()
    takes_form: bool = False


_LIST = ("page", "year", "q", "p", "utm_source")
_SUBSCRIBE = ("email", "editions", "stamp", "homepage", "language", "wishes", "done")
_FEED = ("page", "per_page", "modified_after", "taxonomy_term_id")
_API = (
    "limit", "offset", "type", "fields", "order", "search", "child_of", "descendant_of", "ancestor_of",
    "translation_of", "locale", "site", "html_path", "slug", "title", "id", "show_in_menus",
)  # fmt: skip
_CHECK = ("seen-1", "right", "all", "done", "what", "wrong", "comment", "homepage")
_MAILED = "/bulletin-mail/"

BY_NAME: dict[str, Entry] = {
    "robots": Entry(("/robots.txt", "/robots.txt/{word}")),
    "sitemap": Entry(("/sitemap.xml",), ("p", "page", "section")),
    "security_txt": Entry(("/.well-known/security.txt",)),
    "security_policy": Entry(("/.well-known/security-policy.txt",)),
    "rendition": Entry(("/media/images/{word}.png", "/media/images/{word}", "/media/{word}/{word}")),
    "api:pages:listing": Entry(("/api/v2/pages/", "/api/v2/{word}/"), _API),
    "api:pages:detail": Entry(("/api/v2/pages/{number}/", "/api/v2/pages/{good_page}/"), _API),
    "api:pages:find": Entry(("/api/v2/pages/find/",), _API),
    "no_document": Entry(("/documents/99999999999999999999{word}/",)),
    "wagtaildocs_serve": Entry(
        ("/documents/{number}/{word}", "/documents/{good_document}/{word}", "/documents/{good_document}/"),
        ("disposition",),
    ),
    "wagtaildocs_authenticate_with_password": Entry(
        ("/documents/authenticate_with_password/{number}/",), ("password", "return_url"), True
    ),
    "open_referral:about": Entry(("/open-referral/",)),
    "open_referral:services": Entry(("/open-referral/services",), _FEED),
    "open_referral:service": Entry(
        ("/open-referral/services/{key}", "/open-referral/services/{good_key}"), _FEED
    ),
    "open_referral:organizations": Entry(("/open-referral/organizations",), _FEED),
    "open_referral:taxonomies": Entry(("/open-referral/taxonomies",), _FEED),
    "open_referral:taxonomy_terms": Entry(("/open-referral/taxonomy_terms",), _FEED),
    "search": Entry(
        ("/search/", "/gd/search/"), ("q", "kind", "council", "audience", "year", "sort", "page")
    ),
    "suggest": Entry(("/search/suggest/", "/gd/search/suggest/"), ("q", "page", "kind")),
    "search_description": Entry(("/search/description.xml",)),
    "feedback:give": Entry(
        ("/feedback/", "/gd/feedback/"), ("page", "answer", "reason", "comment", "homepage"), True
    ),
    "feedback:thanks": Entry(("/feedback/thanks/",), ("page",)),
    "la_directory:report": Entry(
        ("/directory/report/{key}/", "/directory/report/{good_key}/"), ("wrong", "comment", "homepage"), True
    ),
    "la_directory:report_thanks": Entry(("/directory/report/{good_key}/thanks/",)),
    "la_directory:check": Entry(
        ("/directory/check/{token}/", "/directory/check/{good_check}/"), _CHECK, True
    ),
    "la_directory:correct": Entry(
        ("/directory/check/{token}/{key}/", "/directory/check/{good_check}/{good_key}/"), _CHECK, True
    ),
    "la_directory:invitation": Entry(
        ("/directory/invitation/{token}/", "/directory/invitation/{good_invitation}/"),
        ("first_name", "last_name", "password", "again"),
        True,
    ),
    "bulletin:subscribe": Entry(("/bulletin/subscribe/", "/gd/bulletin/subscribe/"), _SUBSCRIBE, True),
    "bulletin:check_mail": Entry(("/bulletin/subscribe/check-your-mail/",)),
    "bulletin:thanks": Entry(("/bulletin/subscribe/thanks/",)),
    "bulletin:confirm": Entry((f"{_MAILED}confirm/{{token}}/", "{good_confirm}"), _SUBSCRIBE, True),
    "bulletin:unsubscribe": Entry(
        (f"{_MAILED}leave/{{token}}/", "{good_leaving}", f"{_MAILED}leave/test/"), ("List-Unsubscribe",), True
    ),
    "bulletin:confirm_address": Entry((f"{_MAILED}address/{{token}}/",), _SUBSCRIBE, True),
    "bulletin:erased": Entry((f"{_MAILED}erased/",)),
    "bulletin:preferences": Entry((f"{_MAILED}preferences/",), _SUBSCRIBE, True),
    **{
        f"bulletin:{name}": Entry(
            (f"{_MAILED}preferences/{{token}}/{step}", f"{{good_preferences}}{step}"), _SUBSCRIBE, True
        )
        for name, step in (
            ("own_preferences", ""),
            ("change_address", "address/"),
            ("held", "held/"),
            ("erase", "erase/"),
            ("leave_here", "leave/"),
        )
    },
    "file_below_a_page": Entry(
        ("/handbook/{word}.csv", "/handbook/editions/{word}/handbook.pdf", "/{word}/{word}.json")
    ),
    "wagtailcore_authenticate_with_password": Entry(
        (
            "/_util/authenticate_with_password/{number}/{number}/",
            "/_util/authenticate_with_password/{good_restriction}/{good_page}/",
        ),
        ("password", "return_url"),
        True,
    ),
    "wagtailcore_login": Entry(("/_util/login/",), ("username", "password", "next"), True),
    "wagtail_serve": Entry(("/{word}/", "/gd/{word}/", "/", "/gd/", "{good_private}"), _LIST),
    # The parts of the admin that a stranger reaches.
    "wagtailadmin_login": Entry(("/admin/login/",), ("username", "password", "next", "remember"), True),
    "wagtailadmin_password_reset": Entry(("/admin/password_reset/",), ("email",), True),
    "wagtailadmin_password_reset_confirm": Entry(
        ("/admin/password_reset/confirm/{word}/{token}/", "/admin/password_reset/confirm/MQ/{token}/"),
        ("new_password1", "new_password2"),
        True,
    ),
    "wagtailadmin_home": Entry(("/admin/", "/admin/{word}/"), ("next",)),
}

# Pages with addresses below their own, by model and the name of each.
BELOW_PAGES: dict[str, Entry] = {
    "DirectoryPage.find": Entry(("/local-authorities/find/", "/gd/local-authorities/find/"), ("q", "page")),
    "DirectoryPage.partnership_leads": Entry(
        ("/local-authorities/partnership-leads/",), ("q", "region", "sort", "page", "council")
    ),
    "DirectoryPage.partnership_leads_file": Entry(("/local-authorities/partnership-leads/leads.csv",)),
    "DirectoryPage.export": Entry(
        (
            "/local-authorities/export/councils.{word}",
            "/local-authorities/export/councils.json",
            "/local-authorities/export/councils.csv",
        )
    ),
    "DirectoryPage.schema": Entry(("/local-authorities/export/schema.json",)),
    "BulletinPage.feed": Entry(("/bulletin/feed/",), _LIST),
    "BulletinPage.year": Entry(("/bulletin/{number}/", "/bulletin/2026/", "/bulletin/0000/"), _LIST),
    "HandbookPage.export": Entry(("/handbook/export/handbook.{word}", "/handbook/export/handbook.json")),
    "HandbookPage.schema": Entry(("/handbook/export/schema.json",)),
    "HandbookPage.editions": Entry(("/handbook/editions/",), _LIST),
    "HandbookPage.edition": Entry(("/handbook/editions/{word}/", "/handbook/editions/2024-10/"), _LIST),
    "HandbookPage.edition_file": Entry(
        ("/handbook/editions/2024-10/{word}", "/handbook/editions/2024-10/{word}/{word}/")
    ),
    "HandbookPage.comparison": Entry(
        ("/handbook/compare/{word}/{word}/", "/handbook/compare/2024-10/current/"), ("show", *_LIST)
    ),
    "UpdateIndexPage.feed": Entry(("/no-one-left-behind/updates/feed/",), _LIST),
    "PublicationPage.all_on_one_page": Entry(("/{good_publication}/all/",), _LIST),
}

# Every list of pages, and what no resolver names: files, health, and addresses that scanners ask for.
OTHERS = {
    "lists": Entry(
        (
            "/handbook/",
            "/handbook/products/",
            "/local-authorities/",
            "/case-studies/",
            "/gd/case-studies/",
            "/bulletin/",
            "/publications/",
            "/no-one-left-behind/updates/",
        ),
        ("page", "year", "q", "council", "audience", "product", "theme", "region", "kind", "sort", "status"),
    ),
    "files": Entry(
        ("/static/{word}", "/static/design_system/{word}", "/media/{word}", "/media/images/{word}")
    ),
    "health": Entry(("/healthz", "/readyz", "/metrics", "/healthz/{word}")),
    "well known": Entry(("/.well-known/{word}", "/.well-known/security.txt", "/favicon.ico")),
    "no address": Entry(("{path}", "/{path}/{path}", "/gd/{path}", "/media/{path}", "/static/{path}")),
}
ALL = {**BY_NAME, **BELOW_PAGES, **OTHERS}


def public_names(resolver: Any = None, before: str = "", namespaces: tuple[str, ...] = ()) -> Iterator[str]:
    """What the resolver names and is no part of the admin."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if route.startswith(ADMIN):
            continue
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from public_names(pattern, route, inner)
        else:
            yield ":".join((*namespaces, pattern.name))


def names_below_pages() -> Iterator[str]:
    for model in apps.get_models():
        if issubclass(model, RoutablePageMixin):
            for route in model.get_subpage_urls():
                if route.name and route.name != "index_route":
                    yield f"{model.__name__}.{route.name}"
