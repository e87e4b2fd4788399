"""Blocks in Wagtail's editor: previews, saving, comparing."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import StandardPage
from tests.blocks.bodies import BODY
from tests.blocks.conftest import add_document, add_image
from tests.factories.pages import home_page, standard


@pytest.fixture
def editor(client: Client, db: None) -> Client:
    client.force_login(get_user_model().objects.create_superuser("editor", "editor@example.org", None))
    return client


@pytest.mark.parametrize("name", list(BODY.child_blocks))
def test_the_editor_previews_each_block_in_the_styles_of_the_site(name: str, editor: Client) -> None:
    block = BODY.child_blocks[name]
    assert block.is_previewable
    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    html = BeautifulSoup(response.content, "html.parser")
    assert "design_system/site" in html.find("link", rel="stylesheet")["href"]
    assert html.main.get_text(strip=True)


def test_a_page_with_every_block_opens_for_editing(editor: Client) -> None:
    add_image()
    add_document()
    values = [
        (name, block.get_preview_value()) for name, block in BODY.child_blocks.items() if name != "statements"
    ]
    page = standard(home_page(), "Everything", body=values)
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    public = editor.get(page.url).content.decode()
    for words in ("How people get support", "61,930", "Delivery plan", "leaves this site"):
        assert words in public


def posted(page: Page, *blocks: tuple[str, object], publish: bool = False) -> dict[str, str]:
    fields = {
        "title": page.title,
        "slug": page.slug,
        "summary": "About it.",
        "body": streamfield(list(blocks)),
        "related": streamfield([]),
        "change_note": "Clearer words",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "comments-MAX_NUM_FORMS": "",
    }
    return nested_form_data({**fields, **({"action-publish": "1"} if publish else {})})


UNFINISHED = (
    ("heading", {"level": "4", "text": ""}),
    ("text", rich_text("")),
    ("buttons", {"buttons": streamfield([])}),
    ("wheel", {"title": "", "centre": "", "parts": streamfield([])}),
)


def test_half_done_work_is_saved_and_publishing_it_says_what_is_missing(editor: Client) -> None:
    page = standard(home_page(), "Half done")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    editor.post(address, posted(page, *UNFINISHED))
    draft = StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [child.block_type for child in draft.body] == [name for name, _value in UNFINISHED]

    refused = editor.post(address, posted(page, *UNFINISHED, publish=True))
    assert refused.status_code == 200
    page.refresh_from_db()
    assert [child.block_type for child in page.body] == ["text"]
    assert "needs a level 2 heading above it" in refused.content.decode()


def test_two_versions_can_be_compared_block_by_block(editor: Client) -> None:
    add_image()
    page = standard(home_page(), "Versions")
    first = page.latest_revision
    page.body = [
        (name, block.get_preview_value()) for name, block in BODY.child_blocks.items() if name != "statements"
    ]
    second = page.save_revision()
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk])
    response = editor.get(address)
    assert response.status_code == 200
    assert "Nov 2020" not in response.content.decode()
    assert "November 2020" in response.content.decode()
