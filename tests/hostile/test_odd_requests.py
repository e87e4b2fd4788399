"""Whatever a stranger sends, the site answers, and gives nothing away; at full size in tests/drills."""

from __future__ import annotations

import pytest

from tests.hostile.addresses import BELOW_PAGES, BY_NAME, names_below_pages, public_names
from tests.hostile.answers import Stranger
from tests.hostile.sending import send_odd_requests

pytestmark = pytest.mark.django_db

REQUESTS = 1_200


def test_every_public_address_has_an_entry() -> None:
    there = set(public_names())
    assert there - set(BY_NAME) == set(), "say in addresses.py what a stranger can ask them for"
    gone = {name for name in set(BY_NAME) - there if not name.startswith("wagtailadmin_")}
    assert gone <= {"rendition"}, "served where no web server stands in front"
    assert set(names_below_pages()) == set(BELOW_PAGES)


def test_odd_requests_bring_about_no_fault(good: dict[str, str], stranger: Stranger) -> None:
    send_odd_requests(stranger, good, REQUESTS)
    assert sum(stranger.statuses.values()) >= REQUESTS
    assert stranger.statuses[200] > REQUESTS / 10, "much of what is asked for is there"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "testserver:80:80",
        "[::1",
        "é",
        "a" * 3_000,
        "testserver/x",
        "",
        "testserver@evil.example",
    ],
)
def test_another_host_is_refused_with_words(client, host: str) -> None:
    """Before a link could be written with it, or an answer kept under it."""
    client.raise_request_exception = False
    answer = client.get("/", HTTP_HOST=host.encode().decode("latin-1"))
    assert answer.status_code == 400
    assert b"evil" not in answer.content
    assert "default-src 'none'" in answer["Content-Security-Policy"]
