"""Reading the page of a sending, and pressing what it offers."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bulletin.models import EditionPage, Sending


def page_of(client: Client, edition: EditionPage) -> BeautifulSoup:
    response = client.get(reverse("bulletin_sending", args=[edition.pk]))
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "html.parser")


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.find("main").get_text(" ").split())


def steps(soup: BeautifulSoup) -> list[str]:
    """What the buttons of the page say, in order."""
    return [button.get_text(" ", strip=True) for button in soup.select("#sending-state .button")]


def said(response: HttpResponse) -> str:
    """The messages of the page that an answer leads to."""
    assert response.status_code == 302, response.content[:500]
    shown = response.client.get(response["Location"], follow=True)
    return " ".join(str(message) for message in shown.context["messages"])


def press(client: Client, name: str, thing: EditionPage | Sending, **data: Any) -> str:
    return said(client.post(reverse(f"bulletin_{name}", args=[thing.pk]), data))
