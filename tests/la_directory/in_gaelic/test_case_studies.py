"""Case studies in Gaelic, and what a product’s page says of councils there."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import override

from cms.vocabulary.models import Audience, Theme
from la_directory.models import CaseStudiesPage, CaseStudyPage, ContactPage, CouncilPage
from la_directory.product_use import use_of
from tests.factories import councils, handbook_pages
from tests.factories.gaelic import in_gaelic
from tests.factories.pages import add, home_page
from tests.la_directory.council_page.shown_page import main_of, words
from tests.site.test_query_budgets import assert_within

pytestmark = pytest.mark.django_db


@pytest.fixture
def study(highland: CouncilPage, contact: ContactPage) -> CaseStudyPage:
    product = handbook_pages.product_page(handbook_pages.handbook_page(home_page()), "Service Standards")
    found = {"theme": Theme.objects.get(name="Skills"), "contact": contact, "products": [product]}
    return councils.case_study(
        highland, "A kitchen", **found, audiences=[Audience.objects.get(name="Employers")]
    )


def test_a_page_has_gaelic_words_and_the_facts_of_the_english_one(
    client: Client, study: CaseStudyPage, contact: ContactPage, mark: str
) -> None:
    translation = in_gaelic(study, title="Cidsin", what_was_done="<p>Dh’fhaighnich sinn.</p>")
    main = main_of(client, translation)
    said = words(main)
    assert "Dh’fhaighnich sinn." in said
    assert "Cuspair Sgilean Airson Fastaichean" in said
    assert f"Service Standards {mark}" in said
    assert "Sgioba obrach, Comhairle na Gàidhealtachd" in said
    link = main.select_one(".es_case-contact a")
    assert link["href"] == f"/gd/councils/highland/#{contact.anchor}"
    contact.telephone = "0141 496 0999"
    contact.save_revision().publish()
    assert "0141 496 0999" in words(main_of(client, translation)).replace("\xa0", " ")
    english, gaelic = (assert_within(client, page.url, 20) for page in (study, translation))
    assert gaelic <= english + 3 + 1


def test_lists_hold_every_case_study_and_filter_alike(
    client: Client, study: CaseStudyPage, highland: CouncilPage, mark: str
) -> None:
    in_gaelic(study, title="Cidsin")
    councils.case_study(highland, "A bakery", theme=Theme.objects.get(name="Employers"))
    own = study.get_parent().specific
    everywhere = CaseStudiesPage.objects.live().first() or add(home_page(), CaseStudiesPage, "Case studies")
    for page in (own, everywhere):
        if not page.get_translations().exists():
            in_gaelic(page, title="Sgrùdaidhean")
        gaelic = page.get_translations().get()
        for query, titles in (
            ("?theme=skills&council=highland", ["Cidsin"]),
            ("?theme=employers&council=highland", [f"A bakery {mark}"]),
        ):
            shown = BeautifulSoup(client.get(gaelic.url + query).content, "html.parser")
            listed = [words(item.a) for item in shown.select(".es_results li")]
            assert [title for title in listed if title in titles] == titles, (gaelic.url, query)
        costs = [assert_within(client, each.url, 14) for each in (page, gaelic)]
        assert costs[1] <= costs[0] + 3 + 1


def test_a_product_names_councils_in_the_language_of_its_page(
    study: CaseStudyPage, highland: CouncilPage, mark: str
) -> None:
    product = study.products.get()
    fife = CouncilPage.objects.sibling_of(highland).get(title="Fife")
    first = councils.service(highland, "First", products=[product])
    in_gaelic(first, title="A’ chiad")
    councils.service(fife, "Begin", products=[product])
    translation = in_gaelic(product, title="Inbhean")
    with override("gd"):
        use = use_of(translation)
    (highland_link, services), (fife_link, _services) = use.councils
    assert (highland_link, services) == (
        ("A’ Ghàidhealtachd", "/gd/councils/highland/"),
        (("A’ chiad", f"/gd/councils/highland/#{first.anchor}"),),
    )
    assert fife_link[1] == fife.url and mark in fife_link[0]
    use_in_english = use_of(product)
    assert len(use.case_studies) == len(use_in_english.case_studies) == 1
    assert [link[0] for link, _services in use_in_english.councils] == ["Fife", "Highland"]
