"""The big button of the editor: a contact goes out at once, everything else of a council is handed in."""

import pytest
from bs4 import BeautifulSoup
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.action_menu import PageActionMenu
from wagtail.models import Page

from la_directory.models import ContactPage, ContactsPage
from tests.la_directory.editor import PUBLISH, SAVE, SUBMIT

pytestmark = pytest.mark.django_db


def big_button(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").select_one("footer button").get_text().split())


def buttons(request: HttpRequest, page: Page) -> list[str]:
    menu = PageActionMenu(request, view="edit", page=page, lock=None, locked_for_user=False)
    return [str(item.label) for item in (menu.default_item, *menu.menu_items)]


def test_the_big_button(glasgow, contact, service, morag, moderator):
    contacts = ContactsPage.objects.child_of(glasgow).get()
    add = reverse("wagtailadmin_pages:add", args=["la_directory", "contactpage", contacts.pk])
    request = morag.client.get(add).wsgi_request
    assert big_button(morag.client.get(add).content.decode()) == "Publish now"
    assert buttons(request, contact)[:2] == ["Publish now", "Save Draft"]
    assert buttons(request, service) == buttons(request, glasgow) == ["Submit for moderation", "Save Draft"]
    assert big_button(moderator.html(service)) == "Save draft"
    morag.press(SUBMIT, service)
    html = morag.html(service)
    assert big_button(html) == "Page locked" and "Take back from approval" in html

    glasgow.team.contacts_wait = True
    glasgow.team.save()
    assert big_button(morag.html(contact)) == "Submit to SG moderators"


def test_a_contact_goes_out_as_it_stands_in_the_form(contact, morag):
    morag.press(SAVE, contact, telephone="0141 496 0111", languages="Gaelic", subject="Jobs")
    morag.press(PUBLISH, contact, telephone="0141 496 0999", subject="", for_whom="employers")
    contact.refresh_from_db()
    seen = (str(contact.telephone), contact.subject, contact.languages, contact.for_whom)
    assert seen == ("0141 496 0999", "", "Gaelic", "employers")
    assert contact.live_revision.user == morag.user and not contact.has_unpublished_changes


def test_a_new_contact_is_on_the_site_at_once_unless_contacts_wait(glasgow, morag):
    contacts = ContactsPage.objects.child_of(glasgow).get()
    morag.add(PUBLISH, contacts, ContactPage, title="Front desk", telephone="0141 496 0123")
    assert ContactPage.objects.get(title="Front desk").live
    glasgow.team.contacts_wait = True
    glasgow.team.save()
    morag.add(PUBLISH, contacts, ContactPage, title="Side door", telephone="0141 496 0123")
    assert not ContactPage.objects.get(title="Side door").live
