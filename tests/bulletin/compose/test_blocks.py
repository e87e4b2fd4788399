"""What editors see of each item before they choose it, and in the list of those they have chosen."""

import pytest
from wagtail.images import get_image_model

from bulletin.blocks.items import ITEM_BLOCKS, HiddenCharBlock, ItemBlock
from bulletin.blocks.sections import SectionsBlock

ITEMS = SectionsBlock().child_blocks["section"].child_blocks["items"]
NAMES = [name for name, _block in ITEM_BLOCKS]
REMEMBERED = {"source", "source_at"}


@pytest.mark.parametrize("name", NAMES)
def test_every_item_says_what_it_is_for(name: str) -> None:
    block = ITEMS.child_blocks[name]
    assert block.meta.icon not in {"", "placeholder"}
    assert str(block.meta.label)
    assert str(block.meta.group)
    assert len(str(block.get_description())) > 20
    assert block.meta.template.startswith("bulletin/items/")


@pytest.mark.parametrize("name", NAMES)
def test_every_preview_renders_with_an_empty_library(name: str, db: None) -> None:
    get_image_model().objects.all().delete()
    block = ITEMS.child_blocks[name]
    assert block.is_previewable
    html = block.render(block.get_preview_value())
    assert len(html.strip()) > 20
    assert "style=" not in html
    assert "onclick" not in html


def test_no_two_items_look_the_same_in_the_list() -> None:
    for what in ("label", "icon"):
        shown = [str(getattr(ITEMS.child_blocks[name].meta, what)) for name in NAMES]
        assert len(shown) == len(set(shown))


def test_a_closed_item_shows_its_title() -> None:
    for block in ITEMS.child_blocks.values():
        if isinstance(block, ItemBlock):
            assert block.meta.label_format == "{title}"
    assert ITEMS.meta.collapsed


def test_what_is_of_one_kind_stands_below_the_title() -> None:
    orders = {name: list(ITEMS.child_blocks[name].child_blocks) for name in ("event", "funding", "vacancy")}
    assert orders["event"][:6] == ["page", "title", "day", "time", "place", "summary"]
    assert orders["funding"][:4] == ["page", "title", "deadline", "summary"]
    assert orders["vacancy"][:6] == ["page", "title", "employer", "place", "closes", "summary"]


def test_what_an_item_remembers_is_neither_seen_nor_searched() -> None:
    for name in NAMES:
        for child, block in ITEMS.child_blocks[name].child_blocks.items():
            assert isinstance(block, HiddenCharBlock) == (child in REMEMBERED)
            if child in REMEMBERED:
                assert block.field.widget.is_hidden
                assert block.meta.form_classname == "es_remembered"
                assert block.get_searchable_content("page:1") == []
