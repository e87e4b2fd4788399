"""What was put in order or deleted since does not stand in the way of an older version."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Revision

from resources.models import Milestone, ProductCategory, ResourceGroup
from tests.factories import handbook_pages as make

pytestmark = pytest.mark.django_db


def test_an_old_version_of_a_product_opens_when_its_category_is_deleted(editor, handbook):
    category = ProductCategory.objects.create(name="Old category")
    product = make.product_page(handbook, "Toolkit", "Old category")
    older = product.latest_revision
    product.category = ProductCategory.objects.get(name="Local resources")
    newer = product.save_revision()
    newer.publish()
    category.delete()
    address = reverse("wagtailadmin_pages:revisions_compare", args=[product.pk, older.pk, newer.pk])
    assert "Local resources" in editor.get(address).content.decode()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[product.pk, older.pk])
    assert editor.get(address).status_code == 200


def test_an_old_version_of_a_resource_opens_when_its_group_is_deleted(editor, handbook):
    resource = make.further_resource("Review", "Old group")
    older = resource.latest_revision
    resource.group = ResourceGroup.objects.create(name="New group")
    newer = resource.save_revision()
    newer.publish()
    ResourceGroup.objects.get(name="Old group").delete()
    for name, keys in (("revisions_compare", [older.pk, newer.pk]), ("revisions_revert", [older.pk])):
        address = reverse(resource.snippet_viewset.get_url_name(name), args=[resource.pk, *keys])
        assert editor.get(address).status_code == 200


def test_a_draft_keeps_the_place_that_its_record_was_given_since(handbook):
    milestone = make.milestone("Agreement", "Dec 2018", sort_order=1)
    draft = milestone.save_revision()
    Milestone.objects.filter(pk=milestone.pk).update(sort_order=7)
    Revision.objects.get(pk=draft.pk).publish()
    milestone.refresh_from_db()
    assert milestone.sort_order == 7
