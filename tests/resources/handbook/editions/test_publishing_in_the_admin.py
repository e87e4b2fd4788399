"""Publishing an edition in the admin: who may, what they are told first, and what comes of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from resources.models import HandbookPage, ProductPage
from tests.factories import handbook_pages as make
from tests.resources.handbook.editions.published_editions import (
    make_by,
    published,
    rename,
    somebody,
    with_page_rights,
)

pytestmark = pytest.mark.django_db


def address_of(handbook: HandbookPage) -> str:
    return reverse("publish_edition", args=[handbook.pk])


def words_of(response) -> str:
    main = BeautifulSoup(response.content, "html.parser").find("main")
    return " ".join(main.get_text(" ").split())


FORM = {"name": "October 2024", "day": "2024-10-31", "note": "The first."}


def test_readers_are_sent_to_the_log_in(handbook, client):
    for response in (client.get(address_of(handbook)), client.post(address_of(handbook), FORM)):
        assert response.status_code == 302
        assert reverse("wagtailadmin_login") in response.url
    assert not handbook.editions.exists()


def test_an_editor_without_the_permission_is_refused(handbook, client):
    client.force_login(somebody("editor", "change_edition", "view_edition"))
    for response in (client.get(address_of(handbook)), client.post(address_of(handbook), FORM)):
        assert response.status_code == 302
        assert response.url == reverse("wagtailadmin_home")
    assert not handbook.editions.exists()


def test_with_the_permission_an_edition_is_published(handbook, client):
    user = with_page_rights(somebody("publisher", "publish_edition"), handbook, "publish")
    client.force_login(user)
    response = client.get(address_of(handbook))
    assert response.status_code == 200
    assert "This is the first edition." in words_of(response)
    response = client.post(address_of(handbook), FORM)
    assert response.status_code == 302
    edition = handbook.editions.get()
    assert (edition.slug, edition.name, edition.note) == ("2024-10", "October 2024", "The first.")
    assert (edition.day, edition.published_by) == (date(2024, 10, 31), user)


def test_the_permission_publishes_no_edition_of_a_handbook_of_somebody_else(handbook, client):
    other = make.handbook_page(handbook.get_parent(), "Another")
    handbook.title = "Secret title of a draft"
    handbook.save_revision()
    user = with_page_rights(somebody("publisher", "publish_edition"), other, "change", "publish")
    # A right to change the handbook leads to its editor, but not to its editions.
    client.force_login(with_page_rights(user, handbook, "change"))
    for response in (client.get(address_of(handbook)), client.post(address_of(handbook), FORM)):
        assert response.url == reverse("wagtailadmin_home")
    assert not handbook.editions.exists()
    for page, is_there in ((handbook, False), (other, True)):
        text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert (address_of(page) in text) is is_there
    assert client.get(address_of(other)).status_code == 200


def test_the_publisher_is_led_to_the_new_edition(handbook, admin_client):
    text = admin_client.post(address_of(handbook), FORM, follow=True).content.decode()
    assert "The edition “October 2024” is published." in text
    assert handbook.editions.get().url in text


def test_the_form_starts_with_today(handbook, admin_client):
    form = admin_client.get(address_of(handbook)).context["form"]
    assert form.initial["day"] == timezone.localdate()
    assert form.initial["name"] == f"{timezone.localdate():%B %Y}"


def test_the_editor_of_the_handbook_has_the_button_with_the_permission_alone(handbook, client):
    edit = reverse("wagtailadmin_pages:edit", args=[handbook.pk])
    for name, rights, is_there in (("without", (), False), ("with", ("publish_edition",), True)):
        user = somebody(name, *rights)
        client.force_login(user)
        group = user.groups.create(name=name)
        for verb in ("change_page", "publish_page"):
            GroupPagePermission.objects.create(
                group=group, page=Page.objects.get(depth=1), permission_type=verb[:-5]
            )
        text = client.get(edit).content.decode()
        assert (address_of(handbook) in text) is is_there
    other = reverse("wagtailadmin_pages:edit", args=[handbook.get_parent().pk])
    assert "publish-edition" not in client.get(other).content.decode()


def test_drafts_that_wait_are_listed_with_their_editors(handbook, admin_client):
    assert "None: everything is published." in words_of(admin_client.get(address_of(handbook)))
    product = ProductPage.objects.descendant_of(handbook).get(title="Product 1")
    product.title = "Product 1, reworded"
    product.save_revision()
    handbook.title = "Reworded handbook"
    handbook.save_revision()
    new = make.product_page(handbook, "New product")
    new.unpublish()
    milestone = make.milestone("Agreement signed", "5 December 2018")
    milestone.title = "Agreement signed by both"
    milestone.save_revision()
    resource = make.further_resource("Statistics", "Statistics", published="2024")
    resource.title = "Better statistics"
    resource.save_revision()
    response = admin_client.get(address_of(handbook))
    text = words_of(response)
    assert "Handbook: Reworded handbook" in text
    assert "Product: Product 1, reworded" in text
    assert "Product: New product (not published at all)" in text
    assert "Milestone:" in text
    assert "Further resource: " in text
    main = BeautifulSoup(response.content, "html.parser").find("main")
    for page in (handbook, product, new):
        assert main.find("a", href=reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert main.find("a", href=lambda href: href and href.endswith(f"/milestone/edit/{milestone.pk}/"))


def test_drafts_of_another_handbook_are_not_listed(handbook, admin_client):
    other = make.handbook_page(handbook.get_parent(), "Another")
    product = make.product_page(other, "Elsewhere")
    product.title = "Elsewhere, reworded"
    product.save_revision()
    assert "Elsewhere" not in words_of(admin_client.get(address_of(handbook)))


def test_the_changes_since_the_last_edition_are_told(handbook, edition, admin_client):
    rename(handbook, "Product 0", "Another name")
    text = words_of(admin_client.get(address_of(handbook)))
    assert "The last edition is “October 2024” of 31 October 2024." in text
    assert "Another name" in text
    assert "Nothing has changed" not in text


def test_an_unchanged_handbook_asks_for_the_editors_word(handbook, edition, admin_client):
    form = FORM | {"name": "Once more"}
    assert "Nothing has changed since then." in words_of(admin_client.get(address_of(handbook)))
    response = admin_client.post(address_of(handbook), form)
    assert response.status_code == 200
    assert "although_unchanged" in response.context["form"].errors
    admin_client.post(address_of(handbook), form | {"although_unchanged": "on"})
    assert [each.slug for each in handbook.editions.all()] == ["2024-10-2", "2024-10"]


def test_the_button_pressed_twice_publishes_once(handbook, admin_client):
    admin_client.post(address_of(handbook), FORM)
    admin_client.post(address_of(handbook), FORM)
    assert handbook.editions.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", "x" * 121),
        ("name", "june 2024"),
        ("day", ""),
        ("day", "31 floréal"),
        ("day", (timezone.localdate() + timedelta(days=2)).isoformat()),
        ("note", "x" * 1001),
    ],
)
def test_each_wrong_entry_gets_a_message_beside_its_field(handbook, admin_client, field, value):
    published(handbook, "June 2024", date(2024, 6, 1))
    rename(handbook, "Product 0", "Another name")
    response = admin_client.post(address_of(handbook), FORM | {field: value})
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert handbook.editions.count() == 1


def test_a_handbook_that_readers_cannot_see_gets_a_reason_and_no_button(handbook, admin_client):
    handbook.unpublish()
    response = admin_client.get(address_of(handbook))
    assert "Readers cannot see this handbook." in words_of(response)
    assert "Making the files" not in response.content.decode()
    response = admin_client.post(address_of(handbook), FORM)
    assert "Readers cannot see this handbook." in str(response.context["form"].non_field_errors())
    assert not handbook.editions.exists()


def test_what_stops_the_publication_is_told_on_the_form(handbook, admin_client, monkeypatch):
    def fails(book, pictures):
        raise RuntimeError("no paper left")

    make_by(monkeypatch, "docx", fails)
    response = admin_client.post(address_of(handbook), FORM)
    assert response.status_code == 200
    assert "no paper left" in words_of(response)
    assert not handbook.editions.exists()


def test_other_pages_have_no_editions(handbook, admin_client):
    response = admin_client.get(reverse("publish_edition", args=[handbook.get_parent().pk]))
    assert response.status_code == 404


def test_a_number_larger_than_any_page_has_is_not_found(handbook, admin_client):
    assert admin_client.get(reverse("publish_edition", args=[10**23])).status_code == 404
