"""All that an edition says to readers, as plain values that are the same however it was saved."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from wagtail.blocks import Block, StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Site
from wagtail.rich_text import RichText

from bulletin.models import BulletinSettings, EditionPage
from cms.blocks.targets import gathered
from cms.pages.models import SiteSettings

FIELDS = (
    "title",
    "slug",
    "summary",
    "seo_title",
    "search_description",
    "edition_kind",
    "origin",
    "subject",
    "preheader",
)
STREAMS = ("sections", "related")
# What a draft remembers of an item for itself.
UNSAID = ("source", "source_at")
# What an item takes over from the page that was chosen for it.
TAKEN_OVER = ("shown_title", "shown_summary", "path")
SPACES = re.compile(r"\s+")
SHOWN_WITHOUT_WORDS = ["embed", "hr", "img"]


def own_words(edition: EditionPage) -> str:
    """What stands in the edition itself, as JSON."""
    values: dict[str, Any] = {name: _plain(getattr(edition, name)) for name in FIELDS}
    values["month"] = f"{edition.month:%Y-%m}"
    values["introduction"] = _markup(edition.introduction)
    values |= {
        name: _said(edition._meta.get_field(name).stream_block, getattr(edition, name)) for name in STREAMS
    }
    return json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)


def all_words(edition: EditionPage) -> str:
    """The same with what its items take over from the pages that were chosen for them, and all round it."""
    with gathered(edition.sections, edition.introduction):
        taken_over = list(_taken_over(edition.sections))
        return json.dumps([own_words(edition), taken_over, _round_it(edition)], ensure_ascii=False)


def _round_it(edition: EditionPage) -> list[str]:
    """From whom the mail comes, and what stands at its head and foot."""
    site = edition.get_site() or Site.objects.get(is_default_site=True)
    details, bulletin = SiteSettings.for_site(site), BulletinSettings.for_site(site)
    said = (
        bulletin.sender_name,
        bulletin.sender_address or settings.DEFAULT_FROM_EMAIL,
        bulletin.postal_address or details.contact_address,
        details.title,
        details.logo.file.name if details.logo else "",
        details.logo_alt,
        details.foot_address("privacy"),
    )
    return [_plain(each) for each in said]


def _said(block: Block, value: Any) -> Any:
    if isinstance(value, StreamValue):
        return [[child.block_type, _said(child.block, child.value)] for child in value]
    if isinstance(value, ListValue):
        return [_said(child.block, child.value) for child in value.bound_blocks]
    if isinstance(value, StructValue):
        parts = value.bound_blocks.items()
        return {name: _said(part.block, part.value) for name, part in parts if name not in UNSAID}
    if isinstance(value, RichText):
        return _markup(value.source)
    plain = block.get_prep_value(value)
    # A picture that was exchanged for another one under the same number has another file.
    file = getattr(value, "file", None)
    return [plain, file.name] if file else _plain(plain)


def _plain(value: Any) -> Any:
    """Browsers send other line ends, forms take blanks off the ends, and nothing is None as well as empty."""
    if value is None:
        return ""
    return "\n".join(value.splitlines()).strip() if isinstance(value, str) else value


def _markup(html: str) -> str:
    """The editor of rich text gives paragraphs keys of its own, and orders attributes as it likes.

    Without a word it is empty, or holds a paragraph that is: that depends on whether it had loaded.
    """
    soup = BeautifulSoup(html or "", "html.parser")
    if not soup.get_text(strip=True) and not soup.find(SHOWN_WITHOUT_WORDS):
        return ""
    for tag in soup.find_all(True):
        tag.attrs = {name: tag.attrs[name] for name in sorted(tag.attrs) if name != "data-block-key"}
    return SPACES.sub(" ", str(soup)).strip()


def _taken_over(value: Any) -> Iterator[list[str]]:
    if isinstance(value, StreamValue):
        for child in value:
            yield from _taken_over(child.value)
    elif isinstance(value, StructValue):
        if value.get("page"):
            yield [_plain(getattr(value, name, "")) for name in TAKEN_OVER]
        for part in value.values():
            yield from _taken_over(part)
