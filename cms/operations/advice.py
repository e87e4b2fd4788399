"""What to do about a part that is not well, in the words of docs/operators/incidents.md."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import override

from cms.operations.part_words import LABELS

DOCUMENT = "docs/operators/incidents.md"
# A link leads to another document, which the admin does not show; what is bold there is the name of a menu.
MARKS = re.compile(r"\[([^\]]+)\]\([^)]+\)|\*\*([^*]+)\*\*")


def advice_on(name: str) -> list[SafeString]:
    """Paragraphs of the section with the part's English name; none where the document was not installed."""
    with override("en"):
        heading = str(LABELS[name])
    return sections().get(heading, [])


@cache
def sections() -> dict[str, list[SafeString]]:
    try:
        text = (Path(settings.BASE_DIR) / DOCUMENT).read_text(encoding="utf-8")
    except OSError:
        return {}
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]
    return {heading: _blocks(body) for heading, body in zip(parts[::2], parts[1::2], strict=True)}


def _blocks(text: str) -> list[SafeString]:
    """Paragraphs, lists and commands: all that the document uses."""
    return [_block(block) for block in re.split(r"\n{2,}", text.strip("\n")) if block.strip()]


def _block(block: str) -> SafeString:
    if block.startswith("    "):
        return format_html("<pre>{}</pre>", "\n".join(line.strip() for line in block.splitlines()))
    if block.startswith("- "):
        items = re.split(r"\n- ", block.removeprefix("- "))
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", [[_line(one)] for one in items])
        )
    return format_html("<p>{}</p>", _line(block))


def _line(words: str) -> SafeString:
    """One line of text with `commands` marked."""
    pieces = MARKS.sub(r"\1\2", " ".join(words.split())).split("`")
    tags = ("{}", "<code>{}</code>")
    return SafeString("".join(format_html(tags[number % 2], piece) for number, piece in enumerate(pieces)))
