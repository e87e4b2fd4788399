"""What editors see of each block before they choose it."""

import pytest
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from tests.blocks.bodies import BODY

NAMES = list(BODY.child_blocks)


@pytest.mark.parametrize("name", NAMES)
def test_every_block_says_what_it_is_for(name: str) -> None:
    block = BODY.child_blocks[name]
    assert block.meta.icon not in {"", "placeholder"}
    assert str(block.meta.label)
    assert str(block.meta.group)
    assert len(str(block.get_description())) > 20
    assert block.meta.template.startswith("blocks/")


@pytest.mark.parametrize("name", NAMES)
def test_every_preview_renders_with_an_empty_library(name: str, db: None) -> None:
    AbstractImage.__subclasses__()[-1].objects.all().delete()
    block = BODY.child_blocks[name]
    html = block.render(block.get_preview_value())
    assert len(html.strip()) > 20
    assert "style=" not in html
    assert "onclick" not in html


@pytest.mark.parametrize("name", ["image", "embed", "documents"])
def test_a_preview_shows_what_the_library_holds(
    name: str, image: AbstractImage, document: AbstractDocument
) -> None:
    block = BODY.child_blocks[name]
    assert "<img" in block.render(block.get_preview_value())


def test_no_two_blocks_look_the_same_in_the_list() -> None:
    labels = [str(block.meta.label) for block in BODY.child_blocks.values()]
    assert len(labels) == len(set(labels))
