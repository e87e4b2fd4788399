"""The page of a council as readers get it."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from django.test import Client

from la_directory.models import CouncilPage


def main_of(client: Client, council: CouncilPage) -> Tag:
    answer = client.get(council.url)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").main


def words(part: Tag) -> str:
    """With one space between any two words, as they are read."""
    return " ".join(part.get_text(" ").split())
