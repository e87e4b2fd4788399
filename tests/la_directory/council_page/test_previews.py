"""The draft of a contact or a service, in its place on the page of its council."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from la_directory.models import ContactsPage, CouncilPage
from tests.factories import councils
from tests.la_directory.council_page.shown_page import main_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("government", "sg@example.org", "x" * 14))
    return client


def shown_by(client: Client, name: str, *args: object) -> Tag:
    answer = client.get(reverse(f"wagtailadmin_pages:{name}", args=args))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"].startswith("private, no-store")
    return BeautifulSoup(answer.content, "html.parser").main


def test_a_draft_is_previewed_beside_what_readers_see(editor: Client, fife: CouncilPage) -> None:
    contact, other = councils.contact(fife, "First team"), councils.contact(fife, "Second team")
    for record, telephone in ((contact, "0141 496 0777"), (other, "0141 496 0888")):
        record.telephone = telephone
        record.save_revision()
    fife.introduction = "<p>A draft of the council.</p>"
    fife.save_revision()
    main = shown_by(editor, "view_draft", contact.pk)
    assert [place["id"] for place in main.select("#contacts .es_place")] == [contact.anchor, other.anchor]
    assert "0141 496 0777" in words(main)
    assert "0141 496 0888" not in words(main)
    assert "A draft of the council" not in words(main)
    assert main.select_one(f'.ds_inset-text a[href="#{contact.anchor}"]')
    # What is checked is what goes out: nothing is said of a draft, something of the other.
    assert main.select_one(f"#{contact.anchor} .es_stamp__warning") is None
    assert main.select_one(f"#{other.anchor} .es_stamp__warning")

    council = shown_by(editor, "view_draft", fife.pk)
    assert "A draft of the council" in words(council)
    assert "0141 496 0777" not in words(council)
    editor.logout()
    page = words(main_of(editor, fife))
    assert "0141 496 0777" not in page
    assert "A draft of the council" not in page


def test_a_service_and_a_new_contact_are_previewed_before_anybody_saves_them(
    editor: Client, fife: CouncilPage
) -> None:
    service = councils.service(fife, "Live service")
    service.title = "Draft of a service"
    service.save_revision()
    shown = shown_by(editor, "view_draft", service.pk).select_one("#services")
    assert shown.h3.get_text() == "Draft of a service"

    new = ["la_directory", "contactpage", ContactsPage.objects.child_of(fife).get().pk]
    form = {
        "title": "New team",
        "slug": "new-team",
        "for_whom": "people",
        "sort_order": "0",
        "opening_hours-count": "0",
    }
    posted = editor.post(reverse("wagtailadmin_pages:preview_on_add", args=new), form)
    assert posted.json() == {"is_valid": True, "is_available": True}
    assert shown_by(editor, "preview_on_add", *new).select_one("#contacts h3").get_text() == "New team"
