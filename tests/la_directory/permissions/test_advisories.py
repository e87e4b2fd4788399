"""What Wagtail's published advisories were about, tried against Wagtail alone: with our own gate taken away.

Most of them are one mistake, a view that does not ask for the right on its object. Where the site does not
use the part that was mended, the case says that it is not there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from cms.vocabulary.models import ApproachStatements
from tests.factories.councils import FIFE, GLASGOW
from tests.la_directory.permissions.asking import admin_addresses, ask, is_refused, leaks
from tests.la_directory.permissions.opened import ON_A_FILE, ON_A_PAGE, OPENED
from tests.la_directory.permissions.test_matrix import Walk
from tests.la_directory.permissions.world import SHARED, Council, make_council, make_directory, make_shared

pytestmark = pytest.mark.django_db

GATE = "la_directory.teams.gate.CouncilGateMiddleware"
PAGES = "wagtailadmin_pages"
# The first asks for no right at all, and the second leads to the history, which does.
LEFT_TO_THE_GATE = {f"{PAGES}:confirm_workflow_cancellation", f"{PAGES}:revisions_index"}

Case = tuple[str, str, dict[str, Any]]


def compare(own: Council, other: Council) -> list[Case]:
    theirs, ours = other.revision_of(other.contact).pk, own.contact.pk
    return [
        get(f"{PAGES}:revisions_compare", other.contact.pk, "earliest", "latest"),
        get(f"{PAGES}:revisions_compare", ours, theirs, "latest"),
    ]


def history(own: Council, other: Council) -> list[Case]:
    names = ("history", "history_results", "workflow_history")
    return [get(f"{PAGES}:{name}", other.draft.pk) for name in names]


def copy(own: Council, other: Council) -> list[Case]:
    target = own.contact.get_parent().pk
    sent = {"new_title": "Mine", "new_slug": "mine", "new_parent_page": target, "publish_copies": "on"}
    return [get(f"{PAGES}:copy", other.draft.pk), post(f"{PAGES}:copy", other.draft.pk, **sent)]


def revisions(own: Council, other: Council) -> list[Case]:
    theirs = other.revision_of(other.contact).pk
    names = ("revisions_view", "revisions_revert", "revisions_unschedule")
    pages = (own.contact.pk, other.contact.pk)
    return [get(f"{PAGES}:{name}", page, theirs) for name in names for page in pages]


def chosen(own: Council, other: Council) -> list[Case]:
    return [
        get("wagtailimages_chooser:chosen", other.image.pk),
        get("wagtaildocs_chooser:chosen", other.document.pk),
    ]


def image_preview(own: Council, other: Council) -> list[Case]:
    return [get("wagtailimages:preview", other.image.pk, "width-100")]


def preview(own: Council, other: Council) -> list[Case]:
    statements = ApproachStatements.objects.first().pk
    return [
        post(f"{PAGES}:preview_on_edit", other.draft.pk, title="x"),
        post(
            f"{PAGES}:preview_on_add", "la_directory", "contactpage", other.draft.get_parent().pk, title="x"
        ),
        post("wagtailsnippets_vocabulary_approachstatements:preview_on_edit", statements, title="x"),
        get("wagtailsettings:preview_on_edit", "pages", "sitesettings", 1),
    ]


def snippet_copy(own: Council, other: Council) -> list[Case]:
    return [get("wagtailsnippets_vocabulary_approachstatements:copy", ApproachStatements.objects.first().pk)]


def pages_api(own: Council, other: Council) -> list[Case]:
    actions = ("copy", "copy_for_translation", "publish", "unpublish", "delete", "move", "create_alias")
    return [
        get("wagtailadmin_api:pages:detail", other.draft.pk),
        *(post("wagtailadmin_api:pages:action", other.draft.pk, action) for action in actions),
    ]


def convert_alias(own: Council, other: Council) -> list[Case]:
    action = CreatePageAliasAction(other.contact, update_slug="alias", user=None)
    alias = action.execute(skip_permission_checks=True)
    return [get(f"{PAGES}:convert_alias", alias.pk), post(f"{PAGES}:convert_alias", alias.pk)]


def user_names(own: Council, other: Council) -> list[Case]:
    url = ("wagtail_bulk_action", "accounts", "user", "delete")
    return [("GET", f"{reverse(url[0], args=url[1:])}?id={other.editor.pk}", {})]


def settings_form(own: Council, other: Council) -> list[Case]:
    return [get("wagtailsettings:edit", "pages", "sitesettings", 1)]


ADVISORIES: dict[str, Callable[[Council, Council], list[Case]]] = {
    "CVE-2026-44197 comparing revisions": compare,
    "CVE-2026-44198 viewing page history": history,
    "CVE-2026-44200 copying pages": copy,
    "CVE-2026-54259 chosen endpoints": chosen,
    "CVE-2026-54261 image preview": image_preview,
    "CVE-2026-25517 preview endpoints": preview,
    "CVE-2026-55468 and GHSA-3vrh-m9w7-v94f pages admin API, copy for translation": pages_api,
    "GHSA-x5cx-w6p2-mxf2 copying snippets": snippet_copy,
    "converting aliases": convert_alias,
    "revisions of another page by number": revisions,
    "CVE-2023-45809 user names in bulk actions": user_names,
    "CVE-2024-35228 settings": settings_form,
}


def get(name: str, *args: Any) -> Case:
    return "GET", reverse(name, args=args), {}


def post(name: str, *args: Any, **data: Any) -> Case:
    return "POST", reverse(name, args=args), data


def test_what_advisories_were_about_is_refused_by_wagtail_itself(client: Client, settings) -> None:
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != GATE]
    shared = make_shared()
    directory = make_directory()
    own, other = make_council(directory, GLASGOW), make_council(directory, FIFE)
    client.force_login(own.editor)
    found = []
    for advisory, cases in ADVISORIES.items():
        for method, url, data in cases(own, other):
            response = ask(client, method, url, data)
            if not is_refused(response):
                found.append(f"{advisory}: {method} {url} {response.status_code}")
            if told := leaks(response, [other.secret, SHARED]):
                found.append(f"{advisory}: {method} {url} tells {told}")
    walk = Walk(client, own, [other])
    for name, parts in admin_addresses().items():
        is_on_a_page = name.startswith(PAGES) and name.split(":")[1] in ON_A_PAGE
        if name not in LEFT_TO_THE_GATE and (is_on_a_page or name in ON_A_FILE):
            walk.strange(name, parts, OPENED[name])
    assert found + walk.found == []
    listing = ask(client, "GET", reverse("wagtailadmin_api:pages:listing"))
    assert leaks(listing, [other.secret, SHARED]) == [] and shared.draft.title not in listing.content.decode()
    assert Page.objects.filter(title="Mine").count() == 0


@pytest.mark.parametrize(
    ("advisory", "name"),
    [
        ("CVE-2026-44199 deleting form submissions", "wagtailforms:delete_submissions"),
        ("CVE-2026-54262 translations", "simple_translation:submit_page_translation"),
        ("GHSA-c2xx-cjmh-9q8f private collections over the API", "wagtailapi:images:listing"),
        ("GHSA-c2xx-cjmh-9q8f private collections over the API", "wagtailapi:documents:listing"),
    ],
)
def test_what_advisories_were_about_is_not_in_use(advisory: str, name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)
