"""Bodies as they are stored, made and rendered."""

from typing import Any

from bs4 import BeautifulSoup
from wagtail.blocks import StreamBlockValidationError, StreamValue

from cms.blocks.body import BodyBlock

BODY = BodyBlock()


def body(*blocks: tuple[str, Any]) -> StreamValue:
    """A body from names and stored values, not yet read."""
    return BODY.to_python(
        [{"type": name, "value": value, "id": f"block-{place}"} for place, (name, value) in enumerate(blocks)]
    )


def headings_of(*levels_and_texts: tuple[int, str]) -> StreamValue:
    return body(*(("heading", {"level": str(level), "text": text}) for level, text in levels_and_texts))


def shown(value: StreamValue, **context: Any) -> BeautifulSoup:
    return BeautifulSoup(value.render_as_block(context), "html.parser")


def shown_block(name: str, value: Any, **context: Any) -> BeautifulSoup:
    return shown(body((name, value)), **context)


def errors_of(value: StreamValue) -> dict[str, Any]:
    """What an editor is told on publishing, by the place of the block; nothing when all is well."""
    try:
        BODY.clean(value)
    except StreamBlockValidationError as refused:
        return refused.as_json_data().get("blockErrors", {})
    return {}


def words(html: BeautifulSoup) -> str:
    return " ".join(html.get_text(" ").split())
