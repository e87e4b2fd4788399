"""The handbook read from its records."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.vocabulary.models import Audience
from resources.handbook.addresses import absolute
from resources.handbook.gather import gather
from resources.models import HandbookPage, ProductCategory, ProductPage
from tests.factories import handbook_pages as make
from tests.factories.gaelic import in_gaelic
from tests.factories.pages import home_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(demo_site) -> HandbookPage:
    return make.handbook_page(home_page(), "A handbook of our own")


def own(page: HandbookPage):
    """Milestones and resources of the demo site belong to the language, not to one handbook."""
    return gather(HandbookPage.objects.get(pk=page.pk))


def test_products_stand_in_their_categories_in_the_editors_order(page):
    make.products(page, 9)
    book = own(page)
    assert [category.name for category in book.categories] == list(
        ProductCategory.objects.filter(locale=page.locale).values_list("name", flat=True)
    )
    assert [product.name for product in book.categories[0].products] == [
        "Product 0",
        "Product 4",
        "Product 8",
    ]


def test_drafts_and_withdrawn_products_are_left_out(page):
    make.product_page(page, "Gone", status="withdrawn", withdrawn_reason="Old.")
    make.product_page(page, "Draft").unpublish()
    assert [product.name for product in own(page).products] == []


def test_a_relation_is_kept_by_the_id_of_the_other_product(page):
    other = make.product_page(page, "Other")
    relations = [{"type": "relation", "value": {"kind": "supports", "product": other.pk}}]
    product = make.product_page(page, "One")
    product.relations = product._meta.get_field("relations").stream_block.to_python(relations)
    product.save_revision().publish()
    found = {product.name: product for product in own(page).products}
    assert found["One"].relations[0].product == str(other.translation_key)


def test_links_to_pages_lead_to_where_readers_go(page):
    other = make.product_page(page, "Other")
    make.product_page(page, "One", usage=f'<p>See <a linktype="page" id="{other.pk}">the other</a>.</p>')
    usage = {product.name: product for product in own(page).products}["One"].usage
    assert usage.html == f'<p>See <a href="{other.url}">the other</a>.</p>'
    whole = absolute(own(page), "https://site.example/")
    usage = {product.name: product for product in whole.products}["One"].usage
    assert f'href="https://site.example{other.url}"' in usage.html


def test_the_number_of_queries_does_not_grow_with_the_handbook(page):
    def cost() -> int:
        fresh = HandbookPage.objects.get(pk=page.pk)
        gather(fresh)  # warms what the process keeps about the site
        with CaptureQueriesContext(connection) as captured:
            gather(fresh)
        return len(captured)

    audience = Audience.objects.first()
    for number in range(30):
        product = make.product_page(page, f"Product {number}")
        product.audiences = [audience]
        product.links = [
            (
                "link",
                {
                    "title": "",
                    "link": {"page": page, "document": None, "address": "", "email": ""},
                    "summary": "",
                },
            )
        ]
        product.save_revision().publish()
        if number == 2:
            with_three = cost()
    assert cost() == with_three <= 12


def test_a_translated_handbook_holds_its_products_and_relations(page):
    other = make.product_page(page, "Other", status="replaced", replaced_by=make.product_page(page, "Newer"))
    relations = [{"type": "relation", "value": {"kind": "supports", "product": other.pk}}]
    product = make.product_page(page, "One")
    product.relations = product._meta.get_field("relations").stream_block.to_python(relations)
    product.save_revision().publish()
    translated = in_gaelic(page)
    for each in ProductPage.objects.descendant_of(page):
        in_gaelic(each)
    book = own(translated)
    assert [category.id for category in book.categories] == [str(product.category.translation_key)]
    assert {each.name for each in book.products} == {"One", "Other", "Newer"}
    found = {each.name: each for each in book.products}
    assert found["One"].relations[0].product == found["Other"].id
    assert found["Other"].replaced_by == found["Newer"].id


def test_a_product_without_a_category_is_not_lost(page):
    product = make.product_page(page, "Loose")
    ProductPage.objects.filter(pk=product.pk).update(category=None)
    book = own(page)
    assert [(each.name, [one.name for one in each.products]) for each in book.categories] == [
        ("Other products", ["Loose"])
    ]


def test_taking_something_away_is_a_change_with_a_day(page):
    product = make.product_page(page, "Loose")
    PageLogEntry.objects.update(timestamp="2024-01-01T12:00Z")
    ModelLogEntry.objects.update(timestamp="2023-01-01T12:00Z")
    assert own(page).changed_on == "2024-01-01"
    product.unpublish()
    assert own(page).changed_on == timezone.localdate().isoformat()
    PageLogEntry.objects.update(timestamp="2024-01-01T12:00Z")
    category = ProductCategory.objects.first()
    log(category, "wagtail.edit")
    assert own(page).changed_on == timezone.localdate().isoformat()


def test_a_handbook_that_is_not_public_is_not_named_by_its_products(page, client):
    product = make.product_page(page, "One")
    page.unpublish()
    for address in (product.url, make.products_page(page).url):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "A handbook of our own" not in answer.content.decode().partition("<main")[2]


def test_a_handbook_that_was_never_saved_can_be_previewed(demo_site):
    home = home_page()
    page = HandbookPage(title="New", slug="new-one", summary="New.", locale=home.locale)
    page.depth, page.path = home.depth + 1, f"{home.path}9999"
    page.set_url_path(home)
    assert page.make_preview_request(preview_mode="").status_code == 200
