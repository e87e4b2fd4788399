"""What was changed in a record can be looked up, compared word for word, and taken back."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.vocabulary.models import Audience
from resources.models import ProductPage, ResourceGroup
from tests.factories import handbook_pages as make

pytestmark = pytest.mark.django_db


def differences(client, record, older, newer) -> dict[str, str]:
    """The words of each field that differs, by label, as the comparison shows them."""
    if isinstance(record, ProductPage):
        address = reverse("wagtailadmin_pages:revisions_compare", args=[record.pk, older.pk, newer.pk])
    else:
        name = record.snippet_viewset.get_url_name("revisions_compare")
        address = reverse(name, args=[record.pk, older.pk, newer.pk])
    response = client.get(address)
    assert response.status_code == 200
    shown = {
        str(field.field_label()): BeautifulSoup(str(field.htmldiff()), "html.parser").get_text(" ")
        for field in response.context["comparison"]
    }
    return {label: " ".join(words.split()) for label, words in shown.items()}


def history_of(client, record) -> str:
    if isinstance(record, ProductPage):
        address = reverse("wagtailadmin_pages:history", args=[record.pk])
    else:
        address = reverse(record.snippet_viewset.get_url_name("history"), args=[record.pk])
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def changed(record, **values):
    older = record.latest_revision
    for name, value in values.items():
        setattr(record, name, value)
    newer = record.save_revision(log_action=True)
    newer.publish()
    return older, newer


def test_a_milestone_is_compared_field_by_field(editor, handbook):
    product = make.product_page(handbook, "Toolkit")
    milestone = make.milestone("Agreement", "Dec 2018", text="<p>Signed.</p>")
    link = [("link", {"address": "https://one.example/"})]
    older, newer = changed(
        milestone, date="5 December 2018", text="<p>Signed twice.</p>", link=link, belongs_to=product
    )
    found = differences(editor, milestone, older, newer)
    assert found["Date"] == "5 December 2018"
    assert "twice" in found["Text"] and "https://one.example/" in found["Link"]
    assert "Toolkit" in found["Belongs to"]
    assert "revisions/compare" in history_of(editor, milestone)


def test_a_further_resource_is_compared_field_by_field(editor, handbook):
    resource = make.further_resource("Review", "Documents", published="2018")
    other = ResourceGroup.objects.create(name="Statistics")
    older, newer = changed(resource, published="Latest statistics", group=other)
    found = differences(editor, resource, older, newer)
    assert found["Published"] == "2018 Latest statistics" and "Statistics" in found["Group"]
    history_of(editor, resource)


def test_a_product_is_compared_with_its_audiences_links_and_relations(editor, handbook):
    other = make.product_page(handbook, "Standards")
    product = make.product_page(handbook, "Toolkit")
    product.audiences = Audience.objects.filter(name="Employers")
    product.save_revision().publish()
    product.refresh_from_db()
    older = product.latest_revision
    product.audiences = Audience.objects.filter(name__in=["Employers", "Public"])
    product.relations = [("relation", {"kind": "supports", "product": other})]
    product.links = [("link", {"title": "Read", "link": {"address": "https://one.example/"}})]
    product.published = "2023"
    newer = product.save_revision()
    found = differences(editor, product, older, newer)
    assert found["Audiences"] == "Employers, Public"
    assert "Standards" in found["Relations to other products"]
    assert "https://one.example/" in found["Links and documents"]
    assert found["When was it published?"] == "December 2021 2023"
    history_of(editor, product)


def test_an_older_version_opens_for_taking_it_back(editor, handbook):
    milestone = make.milestone("Agreement", "Dec 2018")
    older, _newer = changed(milestone, title="Another title")
    name = milestone.snippet_viewset.get_url_name("revisions_revert")
    assert "Agreement" in editor.get(reverse(name, args=[milestone.pk, older.pk])).content.decode()


def test_previews_show_a_draft_as_readers_would_see_it(editor, handbook):
    for record in (
        make.milestone("Agreement", "Dec 2018"),
        make.further_resource("Review", "Documents", published="2018"),
    ):
        record.title = "A title nobody has approved"
        draft = record.save_revision()
        name = record.snippet_viewset.get_url_name("revisions_view")
        html = editor.get(reverse(name, args=[record.pk, draft.pk])).content.decode()
        assert "A title nobody has approved" in html
