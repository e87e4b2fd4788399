"""A case study as readers see it: what was done, and nothing that is not theirs to see."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from cms.vocabulary.models import Audience
from la_directory.models import Check, ContactPage, CouncilPage
from resources.models import ProductPage
from tests.blocks.conftest import add_image
from tests.factories import councils
from tests.site.test_query_budgets import assert_within
from tests.site.test_valid_html import problems

# Ten at depth one, two more a level: a case study stands three levels deeper.
BUDGET = 10 + 2 * 3


def text(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def picture(alt: str) -> list[tuple[str, dict[str, object]]]:
    image = {"image": add_image(), "alt_text": alt, "decorative": False}
    return [("image", {"image": _described(image), "caption": "The kitchen", "long_description": ""})]


def _described(value: dict[str, object]) -> object:
    image = value["image"]
    image.contextual_alt_text, image.decorative = value["alt_text"], value["decorative"]
    return image


def test_it_shows_everything_within_its_budget_and_as_valid_html(
    client: Client, glasgow: CouncilPage, product: ProductPage, settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    contact = councils.contact(glasgow, email="team@glasgow.example")
    Check.objects.create(
        translation_key=contact.translation_key,
        digest=contact.content_digest,
        checked_for="Glasgow City Council",
        checked_at=timezone.now(),
    )
    page = councils.case_study(
        glasgow,
        contact=contact,
        products=[product],
        audiences=list(Audience.objects.all()[:2]),
        picture=picture("Two cooks at a stove"),
        what_was_done=f'<p>We asked <a linktype="page" id="{product.pk}">a lot</a>.</p>',
        what_changed="<p>Twelve people found work.</p>",
        quotation="They listened.",
        quoted="A parent who took part",
    )
    html = text(client, page.url)
    for words in (
        'alt="Two cooks at a stove"',
        "The kitchen",
        "Twelve people found work.",
        "They listened.",
        "A parent who took part",
        f'<a href="{product.url}">Service Standards</a>',
        f'<a href="{product.url}">a lot</a>',
        f'<a href="{glasgow.url}">Glasgow City</a>',
        f'href="{contact.url}"',
        'href="tel:+44-141-496-0123"',
        "team@glasgow.example",
        "by Glasgow City Council",
        str(Audience.objects.first()),
        str(page.listing_date),
    ):
        assert words in html, words
    (tmp_path / "case.html").write_text(html)
    assert problems(tmp_path) == []
    assert_within(client, page.url, BUDGET)


def test_what_is_not_public_stays_hidden(client: Client, glasgow: CouncilPage, product: ProductPage) -> None:
    contact = councils.contact(glasgow, "Team behind the scenes")
    page = councils.case_study(glasgow, contact=contact, products=[product])
    contact.unpublish()
    product.unpublish()
    html = text(client, page.url)
    assert "Team behind the scenes" not in html and "Service Standards" not in html
    contact.save_revision().publish()
    assert "Team behind the scenes" in text(client, page.url)
    glasgow.unpublish()
    html = text(client, page.url)
    assert "Team behind the scenes" not in html and f'href="{glasgow.url}"' not in html


def test_a_contact_of_another_council_is_not_shown(
    client: Client, glasgow: CouncilPage, fife: CouncilPage
) -> None:
    page = councils.case_study(glasgow, contact=councils.contact(fife, "A team in Fife"))
    assert "A team in Fife" not in text(client, page.url)
    assert set(page.missing()) == {"contact"}


@pytest.mark.parametrize(
    ("fields", "shown", "hidden"),
    [
        ({"for_whom": "lead", "person": "Mo Bell"}, ["Mo Bell", "for partners", "See who to contact"], []),
        ({"is_vacant": True, "person": "Mo Bell"}, ["post is vacant", "0141\xa0496\xa00123"], ["Mo Bell"]),
    ],
)
def test_a_lead_and_a_vacant_post_say_so(
    client: Client, glasgow: CouncilPage, fields: dict, shown: list[str], hidden: list[str]
) -> None:
    page = councils.case_study(glasgow, contact=councils.contact(glasgow, "Partnerships Lead", **fields))
    CouncilPage.objects.filter(pk=glasgow.pk).update(switchboard="+441414960999")
    html = text(client, page.url)
    assert all(words in html for words in [*shown, "Nobody has checked it yet"])
    assert html.index("0141\xa0496\xa00999") < html.index("0141\xa0496\xa00123"), "it is the surer way"
    assert not any(words in html for words in hidden)


def test_a_translated_contact_is_found_by_its_council(glasgow: CouncilPage, fife: CouncilPage) -> None:
    """A contact in another language belongs to the same council under another number."""
    page = councils.case_study(glasgow, contact=councils.contact(fife))
    gaelic = Locale.objects.get_or_create(language_code="gd")[0]
    CouncilPage.objects.filter(pk=fife.pk).update(translation_key=glasgow.translation_key, locale=gaelic)
    page.contact = ContactPage.objects.get(pk=page.contact_id)
    assert page.missing() == {}
