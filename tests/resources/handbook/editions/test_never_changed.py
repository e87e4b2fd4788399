"""Nobody changes or deletes an edition: not by the model, a queryset or the admin. It can be withdrawn."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from resources.models import Edition, EditionFile
from resources.models.edition import EditionIsFrozen
from tests.factories import handbook_pages as make
from tests.factories.pages import home_page, landing
from tests.resources.handbook.editions.published_editions import published, somebody, with_page_rights

pytestmark = pytest.mark.django_db

ON_CONFLICT = {"update_conflicts": True, "update_fields": ["name"], "unique_fields": ["id"]}


def test_the_model_changes_and_deletes_nothing(edition):
    file = edition.files.first()
    edition.name = file.name = "Changed"
    for record in (edition, file):
        with pytest.raises(EditionIsFrozen):
            record.save()
        with pytest.raises(EditionIsFrozen):
            record.save(update_fields=["name"])
        with pytest.raises(EditionIsFrozen):
            record.delete()


def test_querysets_change_and_delete_nothing(edition):
    for rows in (Edition.objects.all(), EditionFile.objects.all(), edition.files.all()):
        first = rows[0]
        for attempt in (
            lambda rows=rows: rows.update(name="Changed"),
            lambda rows=rows: rows.delete(),
            lambda rows=rows, first=first: rows.bulk_update([first], ["name"]),
            lambda rows=rows, first=first: rows.bulk_create([first], **ON_CONFLICT),
            lambda rows=rows, first=first: rows.update_or_create(pk=first.pk, defaults={"name": "Changed"}),
        ):
            with pytest.raises(EditionIsFrozen), transaction.atomic():
                attempt()


def test_a_new_object_with_the_key_of_an_old_one_is_not_written_over_it(edition):
    file = edition.files.first()
    again = Edition(pk=edition.pk, handbook=edition.handbook, slug="2024-11", name="Forged", day=edition.day)
    for forged in (again, EditionFile(pk=file.pk, edition=edition, name="other", content=b"forged")):
        with pytest.raises(IntegrityError), transaction.atomic():
            forged.save()


def test_a_withdrawal_writes_nothing_but_date_and_reason(handbook, edition):
    user = somebody("publisher")
    edition.name = "Changed in memory only"
    edition.withdraw("  A date was wrong. ", user)
    stored = Edition.objects.get(pk=edition.pk)
    assert stored.name == "October 2024"
    assert (stored.withdrawn_on, stored.withdrawn_reason) == (timezone.localdate(), "A date was wrong.")
    entry = PageLogEntry.objects.get(action="resources.withdraw_edition", page=handbook.pk)
    assert entry.user == user
    assert "A date was wrong." in entry.formatter.format_message(entry)


def test_a_withdrawal_needs_a_reason(edition):
    with pytest.raises(ValidationError):
        edition.withdraw("  ", None)
    assert not Edition.objects.get(pk=edition.pk).is_withdrawn


def test_an_administrator_finds_no_way_to_add_or_delete_an_edition(edition, admin_client):
    listing = admin_client.get(reverse("handbook_editions:index")).content.decode()
    assert "31 October 2024" in listing
    assert reverse("handbook_editions:add") not in listing
    inspection = admin_client.get(reverse("handbook_editions:inspect", args=[edition.pk])).content.decode()
    assert edition.sha256 in inspection
    assert "delete" not in inspection.split("<main", 1)[1]
    refused = reverse("wagtailadmin_home")
    for address in (
        reverse("handbook_editions:add"),
        reverse("handbook_editions:delete", args=[edition.pk]),
    ):
        assert admin_client.get(address).url == refused
        assert admin_client.post(address).url == refused
    assert Edition.objects.filter(pk=edition.pk).exists()


def test_the_form_of_the_admin_changes_only_the_withdrawal(edition, admin_client):
    address = reverse("handbook_editions:edit", args=[edition.pk])
    assert admin_client.get(address).status_code == 200
    data = {"name": "Forged", "slug": "forged", "withdrawn_on": "2025-01-02", "withdrawn_reason": "Wrong."}
    assert admin_client.post(address, data).status_code == 302
    stored = Edition.objects.get(pk=edition.pk)
    assert (stored.name, stored.slug, stored.sha256) == ("October 2024", "2024-10", edition.sha256)
    assert (stored.withdrawn_on, stored.withdrawn_reason) == (date(2025, 1, 2), "Wrong.")


@pytest.mark.parametrize(
    "data",
    [
        {"withdrawn_on": "2025-01-02", "withdrawn_reason": " "},
        {"withdrawn_on": "", "withdrawn_reason": "Wrong."},
        {"withdrawn_on": "2999-01-01", "withdrawn_reason": "Wrong."},
    ],
)
def test_the_form_asks_for_reason_and_a_day_that_has_come(edition, admin_client, data):
    response = admin_client.post(reverse("handbook_editions:edit", args=[edition.pk]), data)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Edition.objects.get(pk=edition.pk).is_withdrawn


def test_only_who_may_change_editions_withdraws_one(edition, client):
    address = reverse("handbook_editions:edit", args=[edition.pk])
    data = {"withdrawn_on": "2025-01-02", "withdrawn_reason": "Wrong."}
    for rights in ((), ("view_edition",), ("publish_edition",)):
        client.force_login(somebody("-".join(("with", *rights)), *rights))
        assert client.post(address, data).status_code == 302
        assert not Edition.objects.get(pk=edition.pk).is_withdrawn
    client.force_login(with_page_rights(somebody("moderator", "change_edition"), edition.handbook, "publish"))
    client.post(address, data)
    assert Edition.objects.get(pk=edition.pk).is_withdrawn


def test_the_editions_of_a_handbook_are_withdrawn_by_those_who_publish_it(handbook, edition, client):
    other = published(make.handbook_page(home_page(), "Another"))
    user = with_page_rights(somebody("moderator", "change_edition"), other.handbook, "publish")
    client.force_login(with_page_rights(user, handbook, "change"))
    data = {"withdrawn_on": "2025-01-02", "withdrawn_reason": "Wrong."}
    pages = [reverse("handbook_editions:index")]
    pages += [reverse("handbook_editions:inspect", args=[each.pk]) for each in (edition, other)]
    shown = "".join(client.get(page).content.decode() for page in pages)
    for each, may in ((edition, False), (other, True)):
        address = reverse("handbook_editions:edit", args=[each.pk])
        assert (address in shown) is may
        assert (client.get(address).status_code == 200) is may
        client.post(address, data)
        assert Edition.objects.get(pk=each.pk).is_withdrawn is may


def delete_in_the_admin(client, page: Page) -> str:
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    client.get(address)
    return client.post(address, follow=True).content.decode()


def delete_with_others(client, *pages: Page) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    chosen = "&".join(f"id={each.pk}" for each in pages)
    back = reverse("wagtailadmin_explore", args=[home_page().pk])
    data = {"confirm_site_name": "Employability in Scotland"}
    return client.post(f"{address}?{chosen}&next={back}", data, follow=True).content.decode()


def test_a_handbook_with_editions_is_not_deleted_and_the_editor_is_told_why(handbook, edition, admin_client):
    for answer in (delete_in_the_admin(admin_client, handbook), delete_with_others(admin_client, handbook)):
        assert "has editions, which are kept for ever" in answer
        assert Page.objects.filter(pk=handbook.pk).exists()


def test_what_stands_above_such_a_handbook_is_not_deleted_either(handbook, edition, admin_client):
    section = landing(home_page())
    handbook.move(section, pos="last-child")
    for answer in (delete_in_the_admin(admin_client, section), delete_with_others(admin_client, section)):
        assert "has editions, which are kept for ever" in answer
        assert Page.objects.filter(pk=section.pk).exists()


def test_a_handbook_without_editions_and_other_pages_are_deleted(handbook, edition, admin_client):
    other, section = make.handbook_page(home_page(), "Another"), landing(home_page())
    delete_in_the_admin(admin_client, other)
    delete_with_others(admin_client, section)
    assert not Page.objects.filter(pk__in=[other.pk, section.pk]).exists()


def test_a_program_cannot_delete_such_a_handbook_either(handbook, edition):
    with pytest.raises(ProtectedError):
        handbook.delete()


def test_a_handbook_with_editions_can_be_unpublished(handbook, edition, client):
    handbook.unpublish()
    assert client.get(edition.url).status_code == 404
    assert published(make.handbook_page(home_page(), "Another")).url != edition.url
