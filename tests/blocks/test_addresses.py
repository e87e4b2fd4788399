"""Which addresses an editor may give, and which a reader is ever led to."""

import random

import pytest
from django.core.exceptions import ValidationError

from cms.blocks.addresses import AddressBlock, check_address, has_allowed_scheme, safe_address

HOSTILE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://example.org/",
    "blob:https://example.org/1",
    "//example.org/",
    "\\\\example.org",
    "https:\\\\example.org",
    "https:/example.org",
    "https:example.org",
    "https://",
    "https://www.gov.scot@example.org/",
    "https://user:secret@example.org/",
    "https://www.gov.scot\n.example.org/",
    "https://www.gov.scot/ onmouseover=alert(1)",
    "http://[::1",
    "/handbook/",
    "#top",
    "www.gov.scot",
    "mailto:",
    "mailto:nobody",
    "tel:",
    "tel:javascript",
    "tel:0131\n4960000",
]
ALLOWED = [
    "https://www.gov.scot/publications/?page=2#top",
    "http://example.org",
    "HTTPS://EXAMPLE.ORG/",
    "https://example.org:8443/path",
    "mailto:team@example.org?subject=Hello",
    "tel:+441314960000",
]


@pytest.mark.parametrize("address", HOSTILE)
def test_other_addresses_are_refused_and_never_a_link(address: str) -> None:
    with pytest.raises(ValidationError, match="https://"):
        check_address(address)
    assert safe_address(address) == ""


@pytest.mark.parametrize("address", ALLOWED)
def test_web_mail_and_telephone_are_allowed(address: str) -> None:
    assert check_address(f"  {address} ") == address
    assert has_allowed_scheme(address)


def test_a_telephone_number_may_be_typed_with_spaces() -> None:
    assert check_address("tel:0131 496 0000") == "tel:01314960000"


@pytest.mark.parametrize("address", ["mailto:team@example.org", "tel:+441314960000"])
def test_where_a_web_page_is_needed_nothing_else_will_do(address: str) -> None:
    with pytest.raises(ValidationError):
        check_address(address, web_only=True)


def test_odd_addresses_never_break_and_never_pass_with_another_scheme() -> None:
    source = random.Random(6)
    letters = [*"jsahtp:/@[]%é.#\\", "http", "s://", "javascript", "\t", "\0", "\u202e"]
    for _attempt in range(5000):
        address = safe_address("".join(source.choice(letters) for _ in range(source.randrange(12))))
        assert address == "" or address.lower().startswith(("http://", "https://"))


def test_a_half_typed_address_does_not_stop_a_draft() -> None:
    block = AddressBlock()
    assert block.clean_deferred("www.gov") == "www.gov"
    with pytest.raises(ValidationError):
        block.clean("www.gov")
