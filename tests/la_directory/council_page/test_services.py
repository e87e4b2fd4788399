"""The services on the page of a council, and what the council says of itself below them."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.media.models import SiteDocument
from cms.vocabulary.models import ClientGroup, ServiceKind
from la_directory.models import CouncilPage
from resources.models import ProductPage
from tests.factories import councils
from tests.la_directory.council_page.shown_page import main_of, words

pytestmark = pytest.mark.django_db


def test_a_service_says_all_that_is_known_and_nothing_of_drafts(client: Client, fife: CouncilPage) -> None:
    product, draft = ProductPage.objects.live()[:2]
    service = councils.service(
        fife,
        kind=ServiceKind.objects.get(name="Skills and training"),
        how_to_get_in="Call us.",
        area="Levenmouth",
        provider="Example Trust",
        cost="Free",
        starts_on="April 2026",
        ends_on="2027",
        accessibility="Hearing loop.",
        link="https://service.example/",
    )
    service.client_groups = ClientGroup.objects.filter(name__in=["Parents", "Young people"])
    service.products = [product, draft]
    service.save_revision().publish()
    draft.unpublish()
    unseen = councils.service(fife, "Unseen help")
    unseen.unpublish()
    service.cost = "Five pounds"
    service.save_revision()

    main = main_of(client, fife)
    shown = main.select_one(f"#services #{service.anchor}")
    facts = [(words(fact.dt), words(fact.dd)) for fact in shown.select(".es_service__fact")]
    assert facts == [
        ("Who it is for", "Young people, Parents"),
        ("How to get in", "Call us."),
        ("Where", "Levenmouth"),
        ("Cost", "Free"),
        ("When", "April 2026 to 2027"),
        ("Run by", "Example Trust"),
        ("Accessibility", "Hearing loop."),
        ("Handbook products it uses", product.title),
    ]
    assert words(shown).startswith("Skills and training First steps Help to plan.")
    addresses = [link["href"] for link in shown.select("a")]
    assert product.url in addresses
    assert "https://service.example/" in addresses
    for hidden in ("Unseen help", draft.title, "Five pounds"):
        assert hidden not in str(main)


def test_many_services_stand_under_their_kinds_and_the_contents_lead_there(
    client: Client, fife: CouncilPage
) -> None:
    kinds = list(ServiceKind.objects.all()[:3])
    made = [councils.service(fife, f"Service {place}", kind=kinds[-place % 3]) for place in range(7)]
    main = main_of(client, fife)
    order = [made[place].anchor for place in (0, 3, 6, 2, 5, 1, 4)]
    assert [place["id"] for place in main.select("#services .es_service")] == order
    assert [words(heading) for heading in main.select("#services h3")] == [kind.name for kind in kinds]
    inside = [link["href"] for link in main.select(".es_contents a")]
    assert inside[0] == "#services"
    assert inside[1] == "#kind-key-worker-support"
    assert all(main.select(address) for address in inside)


def test_the_council_speaks_for_itself_below(client: Client, fife: CouncilPage) -> None:
    document = SiteDocument.objects.first()
    fife.introduction = "<p>We work with the college.</p>"
    fife.places = "Glenrothes\nKirkcaldy"
    fife.partnership_name = "Opportunities Example"
    fife.partnership_site = "https://partnership.example/about/"
    fife.delivery_plan = [("link", {"document": document})]
    fife.plan_from, fife.plan_until = 2025, 2028
    fife.documents = [
        ("documents", {"title": "", "documents": [{"document": document, "title": "The plan"}]})
    ]
    fife.body = [("heading", {"level": "2", "text": "Services"}), ("text", "<p>More to know.</p>")]
    fife.save_revision().publish()
    for number in range(4):
        councils.case_study(fife, f"Case study {number}")
    councils.case_study(fife, "Unseen study").unpublish()

    main = main_of(client, fife)
    headings = [words(heading) for heading in main.select("h2") if heading.parent.name == "section"]
    assert headings == [
        "If you are looking for help",
        "About Fife",
        "Local employability partnership",
        "Case studies",
        "Documents",
    ]
    partnership = main.find("section", attrs={"aria-labelledby": "partnership"})
    assert "Opportunities Example Website partnership.example" in words(partnership)
    assert f"Plan for 2025 to 2028 ({document.file_extension.upper()}" in words(partnership)
    cards = [words(card) for card in main.select(".ds_card__title")]
    assert cards == ["Case study 3", "Case study 2", "Case study 1"]
    assert main.find("a", string="All case studies of Fife")["href"] == f"{fife.url}case-studies/"
    assert "Towns and places Glenrothes, Kirkcaldy GSS code S12000047" in words(main)
    assert "More to know." in words(main)
    ids = [element["id"] for element in main.select("[id]")]
    assert len(ids) == len(set(ids))
    assert "more-services" in ids
