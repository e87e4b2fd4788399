"""A browser on its way to the provider and back."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import requests
from django.http import HttpResponse
from django.test import Client

START = "/admin/single-sign-on/"
CALLBACK = "/admin/single-sign-on/callback/"
LOGIN = "/admin/login/"


def begin(client: Client, wanted: str = "") -> str:
    """The address of the provider to which the browser is led."""
    answer = client.get(START, {"next": wanted} if wanted else {})
    assert answer.status_code == 302
    return answer["Location"]


def ask(address: str) -> str:
    """Where the provider sends the browser: path and query of this site."""
    led = requests.get(address, allow_redirects=False, timeout=5).headers["Location"]
    return led.removeprefix("http://127.0.0.1:8000")


def come(client: Client, wanted: str = "") -> HttpResponse:
    """To the provider and back."""
    return client.get(ask(begin(client, wanted)))


def is_in(client: Client) -> bool:
    return client.get("/admin/account/").status_code == 200


def told(client: Client, answer: HttpResponse) -> str:
    """The one line on the sign-in page to which somebody was sent back."""
    assert answer.status_code == 302
    assert answer["Location"].startswith(LOGIN), answer["Location"]
    page = client.get(answer["Location"])
    assert page.status_code == 200
    [line] = page.context["messages"]
    assert str(line) in page.content.decode().replace("&#x27;", "'")
    return str(line)


def refused(client: Client) -> str:
    """The line that somebody is shown who goes to the provider and back for nothing."""
    return told(client, come(client))


def query_of(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
