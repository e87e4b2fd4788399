"""Links within rich text, whose targets come with those of the whole body instead of one query a text."""

import re
from html import unescape

from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from cms.blocks.addresses import has_allowed_scheme
from cms.design_system.languages import ENGLISH, in_english

NO_TARGET = "<a>"
LINK_TO_NOTHING = re.compile(r"<a>(.*?)</a>", re.DOTALL)
LINK_TO_ENGLISH = re.compile(rf'(<a href="[^"]*" hreflang="{ENGLISH}">.*?</a>)', re.DOTALL)
LINK_TO_FILE = re.compile(r'(<a href="[^"]*") data-file="([^"]*)">(.*?)</a>', re.DOTALL)


def finish_links(html: str) -> str:
    """Words instead of links that lead nowhere or where nobody is led; type and size after links to files,
    and “in English” after links to pages that readers find in no language but that.
    """
    html = FIND_A_TAG.sub(lambda tag: tag[0] if _is_allowed(extract_attrs(tag[1])) else NO_TARGET, html)
    html = LINK_TO_NOTHING.sub(r"\1", html)
    if "hreflang=" in html:
        html = LINK_TO_ENGLISH.sub(lambda link: link[1] + in_english(ENGLISH), html)
    return LINK_TO_FILE.sub(r"\1>\3 (\2)</a>", html)


def unusable_addresses(html: str) -> list[str]:
    """The addresses in stored rich text that no reader is led to."""
    found = [extract_attrs(attributes) for attributes in FIND_A_TAG.findall(html)]
    return [unescape(attributes["href"]) for attributes in found if not _is_allowed(attributes)]


def _is_allowed(attributes: dict[str, str]) -> bool:
    """Addresses of this site begin with one slash or with #; stored links to pages and files have none."""
    address = unescape(attributes.get("href", ""))
    if not address or address.startswith("#"):
        return True
    if address.startswith("/"):
        return not address.startswith(("//", "/\\"))
    return has_allowed_scheme(address)
