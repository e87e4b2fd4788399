"""No link of ours runs a script, and nothing that a stranger writes into an address leads to another site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import CharField, URLField
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import BaseBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, URLBlock
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

from cms.blocks.addresses import AddressBlock
from tests.hostile.answers import leads_away, on_the_wire

pytestmark = pytest.mark.django_db

HARMFUL = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://evil.example/",
    "blob:https://evil.example/x",
)
HARMLESS = ("https://www.gov.scot/", "http://example.org/a?b=c")
ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "https:evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "//testserver@evil.example/",
    "https://testserver.evil.example/",
)
OUR_APPS = ("home", "search", "la_directory", "bulletin", "resources", "pages", "media", "vocabulary")


def address_fields() -> Iterator[Any]:
    """Every field of our models that holds an address somebody typed."""
    for model in apps.get_models():
        if model._meta.app_label in OUR_APPS:
            for field in model._meta.get_fields():
                named = isinstance(field, CharField) and field.name in (
                    "link",
                    "url",
                    "website",
                    "address_url",
                )
                if isinstance(field, URLField) or named:
                    yield field


def blocks_of(block: BaseBlock, seen: set[int]) -> Iterator[BaseBlock]:
    if id(block) in seen:
        return
    seen.add(id(block))
    yield block
    inner = [block.child_block] if isinstance(block, ListBlock) else []
    if isinstance(block, StructBlock | StreamBlock):
        inner = list(block.child_blocks.values())
    for each in inner:
        yield from blocks_of(each, seen)


def every_block() -> Iterator[BaseBlock]:
    seen: set[int] = set()
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                yield from blocks_of(field.stream_block, seen)


def test_no_field_takes_an_address_that_runs() -> None:
    fields = list(address_fields())
    assert len(fields) >= 4
    fields.append(Redirect._meta.get_field("redirect_link"))
    for field in fields:
        for address in HARMFUL:
            with pytest.raises(ValidationError):
                field.formfield().clean(address)
        assert any(field.formfield().clean(address) for address in HARMLESS[:1]), field


def test_no_block_takes_an_address_that_runs() -> None:
    assert [block for block in every_block() if isinstance(block, URLBlock)] == [], "it takes more schemes"
    blocks = [block for block in every_block() if isinstance(block, AddressBlock)]
    assert blocks
    for block in blocks:
        for address in HARMFUL:
            with pytest.raises(ValidationError):
                block.clean(address)


@pytest.mark.parametrize("address", HARMFUL)
def test_the_editor_of_rich_text_keeps_no_address_that_runs(address: str) -> None:
    """As a forged form sends it; whatever else Wagtail lets through is refused by the block."""
    entity = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": address}}
    words = {"text": "x", "type": "unstyled", "depth": 0, "key": "a", "inlineStyleRanges": []}
    words["entityRanges"] = [{"offset": 0, "length": 1, "key": 0}]
    sent = json.dumps({"blocks": [words], "entityMap": {"0": entity}})
    html = ContentstateConverter(["link"]).to_database_format(sent)
    blocks = [block for block in every_block() if isinstance(block, RichTextBlock)]
    assert blocks
    if "href" in html:
        for block in blocks:
            with pytest.raises(ValidationError):
                block.clean(RichText(html))


def test_every_rich_text_goes_through_the_same_features() -> None:
    """No field or block asks for features with raw HTML or embeds."""
    allowed = {"bold", "italic", "ol", "ul", "link", "document-link", "superscript", "subscript", "h3", "h4"}
    for block in every_block():
        if isinstance(block, RichTextBlock):
            assert set(block.features or allowed) <= allowed, block.name
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, RichTextField) and model._meta.app_label in OUR_APPS:
                assert set(field.features or allowed) <= allowed, field


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_signing_in_leads_nowhere_else(demo_site: None, client: Client, elsewhere: str) -> None:
    get_user_model().objects.create_superuser("editor", "editor@example.org", "words and words")
    for path in ("/admin/login/", "/_util/login/"):
        sent = {"username": "editor", "password": "words and words", "next": elsewhere}
        answer = Client().post(f"{path}?next={elsewhere}", sent)
        assert answer.status_code in (200, 302)
        assert not leads_away(answer), answer["Location"]


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_a_right_password_of_a_page_leads_nowhere_else(good: dict[str, str], elsewhere: str) -> None:
    path = f"/_util/authenticate_with_password/{good['restriction']}/{good['page']}/"
    answer = Client().post(path, {"password": "words and words", "return_url": elsewhere})
    assert answer.status_code == 302
    assert not leads_away(answer), answer["Location"]


@pytest.mark.parametrize(
    "path",
    [
        "/gd//evil.example/",
        "/gd//evil.example",
        "/gd/\\evil.example/",
        "/gd/%5cevil.example/",
        "/gd/%2f%2fevil.example/",
        "//evil.example/",
        "//evil.example",
        "/gd///evil.example/bulletin/",
        "/gd/handbook//evil.example/..",
        "/evil.example//handbook",
    ],
)
def test_changing_the_language_or_adding_a_slash_leads_nowhere_else(
    demo_site, client: Client, path: str
) -> None:
    for query in ("", "?next=//evil.example"):
        answer = client.generic("GET", "/", **on_the_wire(path + query))
        assert answer.status_code in (301, 302, 400, 404)
        assert not leads_away(answer), answer["Location"]


def test_a_redirect_of_an_editor_may_lead_elsewhere_but_runs_nothing(demo_site, client: Client) -> None:
    Redirect.objects.create(old_path="/old", redirect_link="https://www.gov.scot/")
    assert client.get("/old/")["Location"] == "https://www.gov.scot/"
    editor = get_user_model().objects.create_superuser("editor", "editor@example.org", "x")
    client.force_login(editor)
    for address in HARMFUL:
        sent = {"old_path": "/odd", "redirect_link": address, "is_permanent": "on", "site": ""}
        client.post("/admin/redirects/add/", sent)
    assert not Redirect.objects.filter(old_path="/odd").exists(), Redirect.objects.last().redirect_link
