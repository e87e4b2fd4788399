"""Pages that editors have chosen for certain words stand before all others."""

import pytest
from django.test import Client
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from tests.factories import pages

pytestmark = pytest.mark.django_db


def test_they_stand_first_in_the_editors_order(client: Client) -> None:
    home = pages.home_page()
    pages.standard(home, "Zebra")
    chosen, draft = pages.standard(home, "Horses"), pages.standard(home, "Donkeys")
    draft.unpublish()
    query = Query.get("zebra")
    for order, page in enumerate((draft, chosen)):
        SearchPromotion.objects.create(query=query, page=page, sort_order=order, description="Read this.")
    link = {"external_link_url": "https://zebra.example/", "external_link_text": "All on zebras"}
    SearchPromotion.objects.create(query=query, sort_order=3, **link)
    html = client.get("/search/?q=Zebra").content.decode()
    places = [html.index(words) for words in ("Start here", "Horses", "All on zebras", "found for")]
    assert places == sorted(places)
    assert "Donkeys" not in html


def test_searching_keeps_no_words(client: Client) -> None:
    pages.standard(pages.home_page(), "Zebra")
    client.get("/search/?q=zebra")
    assert not Query.objects.exists()
