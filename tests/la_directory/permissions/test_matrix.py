"""A council sees and changes only its own: every address of the admin, own and other objects, GET and POST.

One council in `make test`, three in `make drills`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import Max
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision

from tests.factories.councils import FIFE, GLASGOW, HIGHLAND
from tests.la_directory.permissions.asking import admin_addresses, ask, is_refused, leaks
from tests.la_directory.permissions.closed import CLOSED
from tests.la_directory.permissions.opened import ON_NOTHING, OPENED, Opened
from tests.la_directory.permissions.world import SHARED, Council, make_council, make_directory, make_shared

pytestmark = pytest.mark.django_db

ALL = (GLASGOW, HIGHLAND, FIFE)
# Live pages may be chosen: their titles are public.
ONLY_DRAFTS = {"wagtailadmin_choose_page_child"}


def test_every_address_of_the_admin_has_an_entry() -> None:
    there = set(admin_addresses())
    known = CLOSED | set(OPENED)
    assert there - known == set(), "say in closed.py or opened.py who may reach these"
    assert known - there == set(), "these are gone"
    assert not CLOSED & set(OPENED)


@pytest.mark.parametrize(
    ("code", "others"),
    [
        pytest.param(GLASGOW, [FIFE], id="glasgow"),
        *(
            pytest.param(
                code, [other for other in ALL if other != code], id=f"all-{code}", marks=pytest.mark.drill
            )
            for code in ALL
        ),
    ],
)
def test_a_council_reaches_its_own_and_nothing_of_others(
    client: Client, code: str, others: list[str]
) -> None:
    directory = make_directory()
    shared = make_shared()
    own = make_council(directory, code)
    strangers = [make_council(directory, other) for other in others]
    walk = Walk(client, own, strangers)
    client.force_login(own.editor)
    before = fingerprint(strangers, shared.draft)
    for name, parts in admin_addresses().items():
        if name in CLOSED:
            walk.closed(name, parts)
        else:
            walk.opened(name, parts, OPENED[name])
    assert walk.found == []
    assert fingerprint(strangers, shared.draft) == before


def fingerprint(strangers: list[Council], draft: Page) -> list[Any]:
    """Differs whenever a page or a revision of the others does, or a draft of SG."""
    trees = [Page.objects.descendant_of(each.page, inclusive=True) for each in strangers]
    newest = Revision.objects.aggregate(Max("pk"))
    return [newest, draft.title, *(list(tree.values_list("pk", "title", "live", "locked")) for tree in trees)]


class Walk:
    """Asks everything and gathers what is not as it should be."""

    def __init__(self, client: Client, own: Council, strangers: list[Council]) -> None:
        self.client = client
        self.own = own
        self.strangers = strangers
        self.secrets = [SHARED, *(each.secret for each in strangers)]
        self.pages_each = 5 if len(strangers) > 1 else 3
        self.found: list[str] = []

    def closed(self, name: str, parts: tuple[str, ...]) -> None:
        """No object would change the answer, so it is asked with those of the first stranger."""
        url = address(name, parts, self.strangers[0], self.strangers[0].draft)
        self.judge(name, "closed", "nn", url)

    def opened(self, name: str, parts: tuple[str, ...], entry: Opened) -> None:
        own = self.own.contact.get_parent() if entry.page == "contacts" else getattr(self.own, entry.page)
        url = address(name, parts, self.own, own)
        self.judge(name, "own", entry.own, url, entry.data)
        for query in entry.queries:
            for stranger in self.strangers:
                self.look(name, f"{url}?{query.format(**words_for(stranger))}")
        if name not in ON_NOTHING:
            self.strange(name, parts, entry)

    def strange(self, name: str, parts: tuple[str, ...], entry: Opened) -> None:
        """The same address with objects of others in it."""
        for stranger in self.strangers:
            several = takes_page(parts) and name not in ONLY_DRAFTS
            for page in stranger.pages[: self.pages_each] if several else [stranger.draft]:
                there = address(name, parts, stranger, page)
                self.judge(name, f"other {page.pk}", entry.other, there, entry.data)

    def judge(self, name: str, whose: str, expected: str, url: str, data: Any = None) -> None:
        data = {key: value.format(**words_for(self.strangers[0])) for key, value in (data or {}).items()}
        for method, wanted in zip(("GET", "POST"), expected, strict=True):
            # What is done to others is not taken back: the fingerprint would show it.
            response = ask(self.client, method, url, data if method == "POST" else None, whose == "own")
            if is_refused(response) != (wanted == "n"):
                self.found.append(f"{name} {whose} {method}: {response.status_code}, expected {wanted}")
            self.listen(name, f"{whose} {method}", response)

    def look(self, name: str, url: str) -> None:
        self.listen(name, url, ask(self.client, "GET", url))

    def listen(self, name: str, what: str, response: Any) -> None:
        if told := leaks(response, self.secrets):
            self.found.append(f"{name} {what}: tells {told}")


def takes_page(parts: tuple[str, ...]) -> bool:
    return not parts or bool({"page_id", "parent_page_id", "object_id"} & set(parts))


def words_for(stranger: Council) -> dict[str, Any]:
    return {
        "secret": stranger.secret,
        "collection": stranger.team.collection_id,
        "editor": stranger.editor.pk,
        "contact": stranger.contact.pk,
        "page": stranger.page.pk,
        "draft": stranger.draft.pk,
        "image": stranger.image.pk,
        "document": stranger.document.pk,
        "url": f"http://testserver{stranger.page.url}",
    }


def address(name: str, parts: tuple[str, ...], side: Council, page: Page) -> str:
    if name.startswith("admin/"):
        return "/admin/test404/" if "404" in name else "/admin/there-is-no-such-place/"
    if name == "wagtailadmin_pages:revisions_compare":
        return reverse(name, args=[page.pk, "earliest", "latest"])
    named = dict(arguments(name, parts, side, page))
    return reverse(name, kwargs=named)


def arguments(name: str, parts: tuple[str, ...], side: Council, page: Page) -> Iterator[tuple[str, Any]]:
    """Something for each part of the address: an object of this side where there is one."""
    is_document = name.startswith("wagtaildocs")
    objects = {
        **dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "page_pk", "object_id"), page.pk),
        **dict.fromkeys(("document_id", "doc_id"), side.document.pk),
        "destination_id": page.pk,
        "image_id": side.image.pk,
        "pk": side.document.pk if is_document else side.image.pk,
        "person_pk": side.editor.pk,
        "uploaded_file_id": side.uploaded.pk,
        "collection_id": side.team.collection_id,
        "task_state_id": side.task_state.pk,
        "task_id": side.task_state.task_id,
        "workflow_state_id": side.workflow_state.pk,
        "revision_id": getattr(side.revision_of(page), "pk", 0),
        "session_id": 1,
        "translation_id": side.translation.pk,
        "translation_source_id": side.translation.source_id,
        "string_segment_id": side.translation.source.stringsegment_set.first().pk,
    }
    objects |= {"revision_id_a": "earliest", "revision_id_b": "latest"}
    words = {
        "app_name": "taggit",
        "app_label": "la_directory",
        "content_type_app_name": "la_directory",
        "content_type_model_name": "contactpage",
        "model_name": "tag" if name.startswith("wagtailadmin_tag") else "contactpage",
        "action_name": "approve",
        "action": "publish",
        "filter_spec": "width-100",
        "file_format": "csv",
    }
    for part in parts:
        if part == "mode":
            continue  # the address is there without it, too
        yield part, objects.get(part, words.get(part, 1))
