"""One address has one way of being written, and one key that leads back to nobody."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from cms.mail.addresses import LONGEST, key_of, keyed, normalised
from cms.mail.envelope import WRITABLE

NAMES = st.from_regex(r"[A-Za-z0-9!#$%&'*+/=?^_`{}|~-]{1,20}(\.[A-Za-z0-9_+-]{1,10}){0,2}", fullmatch=True)
DOMAINS = st.from_regex(r"[A-Za-z]([A-Za-z0-9-]{0,10}[A-Za-z0-9])?(\.[A-Za-z]{2,8}){1,2}", fullmatch=True)
ADDRESSES = st.builds("{}@{}".format, NAMES, DOMAINS)
BLANKS = st.text(" \t\r\n\u00a0", max_size=3)


@how(deadline=None)
@given(address=ADDRESSES, before=BLANKS, after=BLANKS)
def test_blanks_and_case_make_no_other_address(address: str, before: str, after: str) -> None:
    written = normalised(f"{before}{address}{after}")
    assert written == address.lower()
    assert normalised(written) == written
    assert key_of(f"{before}{address.upper()}{after}") == key_of(address)


@how(deadline=None)
@given(st.one_of(st.text(max_size=40), st.builds("{}@{}".format, st.text(max_size=20), st.text(max_size=20))))
def test_whatever_is_typed_is_an_address_that_smtp_can_write_or_refused(text: str) -> None:
    try:
        written = normalised(text)
    except ValidationError:
        return
    assert WRITABLE.fullmatch(written)
    assert len(written) <= LONGEST
    assert normalised(written) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Reader@BÜCHER.example", "reader@xn--bcher-kva.example"),
        ("reader@xn--bcher-kva.example", "reader@xn--bcher-kva.example"),
        ("reader@èisimpleir.scot", "reader@xn--isimpleir-z3a.scot"),
        (" First.Last+news@Example.ORG\n", "first.last+news@example.org"),
        ("o'neil@example.org", "o'neil@example.org"),
    ],
)
def test_domains_are_written_as_dns_has_them(typed: str, written: str) -> None:
    assert normalised(typed) == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@",
        "reader",
        "reader@",
        "@example.org",
        "reader@example",
        "two words@example.org",
        "rèadair@example.org",
        "reader@example.org, other@example.org",
        "reader@example.org\nbcc: other@example.org",
        "Reader <reader@example.org>",
        "reader@exa mple.org",
        "reader@example..org",
        "reader@" + "a" * 64 + ".org",
        "reader@" + "a." * 130 + "org",
        "a" * 65 + "@example.org" * 20,
    ],
)
def test_what_is_no_address_is_refused_with_words_for_the_person(text: str) -> None:
    with pytest.raises(ValidationError, match="Enter an e-mail address"):
        normalised(text)


def test_a_key_is_another_one_for_each_purpose_and_each_secret(settings) -> None:
    key = key_of("reader@example.org")
    assert len(key) == 64
    assert "reader" not in key
    assert keyed("unsubscribe", "reader@example.org") != key
    settings.HASH_KEY = "another secret " * 5
    assert key_of("reader@example.org") != key
