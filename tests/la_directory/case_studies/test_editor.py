"""What the editor of a case study or a service may choose from."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.vocabulary.models import Theme
from la_directory.models import (
    CaseStudyPage,
    CouncilCaseStudiesPage,
    CouncilPage,
    LocalServicePage,
    ServicesPage,
)
from resources.models import ProductPage
from tests.factories import councils, handbook_pages


def form_of(model: type, below: object) -> object:
    return model.get_edit_handler().get_form_class()(instance=model(), parent_page=below)


def test_products_offered_are_those_that_readers_know(glasgow: CouncilPage, product: ProductPage) -> None:
    draft = handbook_pages.product_page(product.handbook_page, "Not announced yet")
    draft.unpublish()
    for model, parent in ((CaseStudyPage, CouncilCaseStudiesPage), (LocalServicePage, ServicesPage)):
        offered = form_of(model, parent.objects.child_of(glasgow).get()).fields["products"].queryset
        assert product in offered and draft not in offered


@pytest.mark.parametrize("action", ["save", "publish"])
def test_only_a_contact_of_the_same_council_is_offered_and_taken(
    admin_client: Client, glasgow: CouncilPage, fife: CouncilPage, action: str
) -> None:
    ours = councils.contact(glasgow, "Team in Glasgow")
    theirs = councils.contact(fife, "Team in Fife")
    below = CouncilCaseStudiesPage.objects.child_of(glasgow).get()
    url = reverse("wagtailadmin_pages:add", args=["la_directory", "casestudypage", below.pk])
    page = admin_client.get(url).content.decode()
    assert "Team in Glasgow (People looking for help)" in page and "Team in Fife" not in page
    data = {
        "title": "Bread",
        "slug": "bread",
        "summary": "Bread.",
        "theme": Theme.objects.first().pk,
        "what_was_done": rich_text("<p>We baked.</p>"),
        "what_changed": rich_text(""),
        "picture": streamfield([]),
        "related": streamfield([]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        **({"action-publish": "1"} if action == "publish" else {}),
    }
    refused = admin_client.post(url, nested_form_data({**data, "contact": theirs.pk}))
    assert refused.status_code == 200 and "Team in Fife" not in refused.content.decode()
    assert admin_client.post(url, nested_form_data({**data, "contact": ours.pk})).status_code == 302
    assert CaseStudyPage.objects.child_of(below).get().contact == ours


def test_a_product_that_is_off_the_site_for_a_while_stays_chosen(
    admin_client: Client, glasgow: CouncilPage, product: ProductPage
) -> None:
    hidden = handbook_pages.product_page(product.handbook_page, "Not announced yet")
    service = councils.service(glasgow, products=[hidden, product])
    hidden.unpublish()
    url = reverse("wagtailadmin_pages:edit", args=[service.pk])
    page = admin_client.get(url).content.decode()
    assert hidden.title not in page and "One product that was chosen cannot be shown now." in page
    data = {
        "title": service.title,
        "kind": service.kind.pk,
        "summary": "Another sentence.",
        "products": [product.pk],
        "sort_order": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
    }
    form = LocalServicePage.get_edit_handler().get_form_class()
    form = form(data, instance=LocalServicePage.objects.get(pk=service.pk))
    assert "products" not in form.changed_data
    for chosen in ([product.pk], []):
        answer = admin_client.post(url, {**data, "products": chosen})
        assert answer.status_code == 302
        draft = LocalServicePage.objects.get(pk=service.pk).get_latest_revision_as_object()
        assert {each.pk for each in draft.products.all()} == {hidden.pk, *chosen}
