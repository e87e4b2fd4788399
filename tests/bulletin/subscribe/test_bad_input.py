"""What people and programs type: refused with a message or taken as it is meant, and never an error."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.mail.models import OutboxMail
from tests.bulletin.subscribe.reader import SIGN_UP, Reader, stamp, words

pytestmark = pytest.mark.django_db

NO_ADDRESSES = [
    "",
    "ann",
    "ann@",
    "@council.example",
    "ann@council.example\nBcc: all@council.example",
    "ann@council.example\r\nSubject: hello",
    "ann@council.example%0ABcc:x@y.example",
    "ann@council.example, ben@council.example",
    "Ann <ann@council.example>",
    "ann@@council.example",
    "añn@council.example",
    "\u202eann@council.example",
    "ann@council.example\x00",
    "a" * 10_000 + "@council.example",
    "ann@" + "c" * 10_000 + ".example",
    "ann@" + "é" * 5_000 + ".example",
    "<script>alert(1)</script>@council.example",
]


@pytest.mark.parametrize("address", NO_ADDRESSES, ids=range(len(NO_ADDRESSES)))
def test_what_is_no_address_is_refused_with_a_message(demo_site, address: str) -> None:
    response = Reader(address).signs_up()
    assert response.status_code == 200
    assert "There is a problem" in words(response)
    assert not OutboxMail.objects.exists()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  Ann.Ross@Council.Example ", "ann.ross@council.example"),
        ("o'neil+news@council.example", "o'neil+news@council.example"),
        ("ann@còmhairle.example", "ann@xn--cmhairle-m3a.example"),
    ],
)
def test_an_address_is_kept_in_its_one_way_of_writing(demo_site, typed: str, meant: str) -> None:
    assert Reader(typed).signs_up().status_code == 302
    assert OutboxMail.objects.get().address == meant


@pytest.mark.parametrize("editions", [[], ["weekly"], ["monthly", "' OR 1=1"]])
def test_editions_that_do_not_exist_are_refused(ann: Reader, editions: list[str]) -> None:
    response = ann.signs_up(editions=editions)
    assert response.status_code == 200 and "There is a problem" in words(response)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(demo_site, client: Client, method: str) -> None:
    assert getattr(client, method)(SIGN_UP).status_code in (403, 405)


@pytest.mark.parametrize(
    "sent", [{}, {"stamp": "x"}, {"stamp": "\x00"}, {"email": "\x00"}, {"stamp": "é" * 999}]
)
def test_a_form_without_a_stamp_that_holds_is_shown_again(demo_site, client: Client, sent: dict) -> None:
    response = client.post(SIGN_UP, sent)
    assert response.status_code == 200 and not OutboxMail.objects.exists()


def test_where_a_form_came_from_is_signed_and_short(demo_site, client: Client) -> None:
    for referer in (
        "http://elsewhere.example/x/",
        "http://[::1",
        f"http://testserver/{'a' * 999}/",
        "http://testserver/<b>/",
    ):
        page = client.get(SIGN_UP, headers={"Referer": referer})
        assert page.context["stamp"].startswith(f"{SIGN_UP}:")
    ann = Reader()
    assert ann.signs_up(stamp=stamp().replace("/handbook/", "/elsewhere/")).status_code == 200
    assert not OutboxMail.objects.exists()
