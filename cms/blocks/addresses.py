"""Addresses that editors type, and which of them a reader may be led to."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

WEB_SCHEMES = ["http", "https"]
SCHEMES = [*WEB_SCHEMES, "mailto", "tel"]
TELEPHONE = re.compile(r"\+?[0-9][0-9().-]{2,}")
# Browsers drop tabs and line breaks inside an address and read a backslash as a slash.
NEVER_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029]")
MESSAGE = _(
    "Enter a full address that starts with https://, http://, mailto: or tel:, "
    "such as https://www.gov.scot/publications/."
)
WEB_MESSAGE = _(
    "Enter a full web address that starts with https://, such as https://www.gov.scot/publications/."
)


def check_address(typed: str, *, web_only: bool = False) -> str:
    """The address as a browser needs it. ValidationError unless it is http, https, mailto or tel."""
    address = typed.strip()
    if address.lower().startswith("tel:"):
        address = address.replace(" ", "")
    try:
        parts = urlsplit(address)
        scheme = parts.scheme.lower()
        allowed = not NEVER_IN_ADDRESS.search(address)
        if scheme in WEB_SCHEMES:
            # A name before an @ makes an address look like one of another site.
            allowed = allowed and bool(parts.hostname) and "@" not in parts.netloc
            URLValidator(schemes=WEB_SCHEMES)(address)
        elif scheme == "mailto":
            allowed = allowed and not web_only
            EmailValidator()(parts.path)
        else:
            allowed = allowed and not web_only and scheme == "tel" and bool(TELEPHONE.fullmatch(parts.path))
    except (ValueError, ValidationError):
        allowed = False
    if not allowed:
        raise ValidationError(WEB_MESSAGE if web_only else MESSAGE, code="invalid")
    return address


def safe_address(typed: str | None, *, web_only: bool = False) -> str:
    """The address if a reader may be led there, else an empty text: drafts and imports are not checked."""
    try:
        return check_address(typed or "", web_only=web_only)
    except ValidationError:
        return ""


def has_allowed_scheme(address: str) -> bool:
    """A wider look than check_address, for links that are already in a text: only what is dangerous fails."""
    try:
        return urlsplit(address).scheme.lower() in SCHEMES and not NEVER_IN_ADDRESS.search(address)
    except ValueError:
        return False


class AddressBlock(CharBlock):
    """An address typed by an editor. A draft may hold a half-typed one; no reader gets it as a link."""

    def clean(self, value: Any) -> str:
        address = super().clean(value)
        if address and not self.is_deferred_validation:
            check_address(address, web_only=self.meta.web_only)
        return address

    def get_translatable_segments(self, _value: str) -> list[Any]:
        """An address is no words: translators are not asked for it, and it stays that of the English."""
        return []

    class Meta:
        icon = "link-external"
        web_only = False


# Migrations hold Wagtail's own block, so that they do not import this module.
DECONSTRUCT_ALIASES = {AddressBlock: "wagtail.blocks.CharBlock"}
