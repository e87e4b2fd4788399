"""What others stand under is not deleted from under them; what others only point to may go."""

from __future__ import annotations

import pytest
from django.urls import reverse

from resources.models import Milestone, ProductCategory, ProductPage, ResourceGroup
from tests.factories import handbook_pages as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(handbook) -> dict:
    product = make.product_page(handbook, "Toolkit")
    resource = make.further_resource("Review", "Documents")
    return {"category": product.category, "group": resource.group}


def delete_address(record) -> str:
    return reverse(record.snippet_viewset.get_url_name("delete"), args=[record.pk])


def told(response) -> str:
    assert response.status_code == 200
    return " ".join(str(message) for message in response.context["messages"])


@pytest.mark.parametrize(("name", "record"), [("category", "Toolkit"), ("group", "Review")])
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_in_use_is_kept_and_the_records_are_named(moderator, held, name, record, method):
    term = held[name]
    response = getattr(moderator, method)(delete_address(term), follow=True)
    assert f"“{record}”" in told(response) and "is in use" in told(response)
    assert type(term).objects.filter(pk=term.pk).exists()


@pytest.mark.parametrize("name", ["category", "group"])
def test_many_are_kept_by_the_same_rule(moderator, held, name):
    term = held[name]
    options = term._meta
    address = reverse("wagtail_bulk_action", args=[options.app_label, options.model_name, "delete"])
    response = moderator.post(f"{address}?id={term.pk}", follow=True)
    assert response.status_code == 200
    assert type(term).objects.filter(pk=term.pk).exists()


def test_a_category_that_only_a_draft_has_chosen_is_kept(moderator, handbook):
    category = ProductCategory.objects.create(name="New one")
    product = make.product_page(handbook, "Toolkit")
    product.category = category
    product.save_revision()
    assert "“Toolkit”" in told(moderator.post(delete_address(category), follow=True))
    assert ProductCategory.objects.filter(pk=category.pk).exists()


def test_only_five_are_named(moderator, handbook):
    made = [make.product_page(handbook, f"Toolkit {count}") for count in range(7)]
    response = moderator.get(delete_address(made[0].category), follow=True)
    assert "“Toolkit 4” and 2 more" in told(response)


def test_what_nobody_uses_goes(moderator, handbook):
    for term in (ProductCategory.objects.create(name="Empty"), ResourceGroup.objects.create(name="Empty")):
        assert moderator.get(delete_address(term)).status_code == 200
        moderator.post(delete_address(term))
        assert not type(term).objects.filter(pk=term.pk).exists()


def test_editors_delete_no_terms(editor, held):
    assert "permission" in told(editor.post(delete_address(held["category"]), follow=True))


def test_pages_still_show_when_a_product_they_point_to_is_deleted(moderator, client, handbook):
    gone = make.product_page(handbook, "Gone for good")
    relation = [("relation", {"kind": "supports", "product": gone})]
    stays = make.product_page(handbook, "Stays", relations=relation, status="replaced", replaced_by=gone)
    milestone = make.milestone("Agreement", "Dec 2018", belongs_to=gone)
    moderator.post(reverse("wagtailadmin_pages:delete", args=[gone.pk]))
    assert not ProductPage.objects.filter(pk=gone.pk).exists()
    for page in (handbook, make.products_page(handbook), stays):
        response = client.get(page.url)
        assert response.status_code == 200 and "Gone for good" not in response.content.decode()
    milestone.refresh_from_db()
    assert milestone.belongs_to is None and Milestone.objects.live().filter(pk=milestone.pk).exists()
    for address in (
        reverse("wagtailadmin_pages:edit", args=[stays.pk]),
        reverse(milestone.snippet_viewset.get_url_name("edit"), args=[milestone.pk]),
    ):
        assert moderator.get(address).status_code == 200
