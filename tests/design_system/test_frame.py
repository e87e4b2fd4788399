"""What stands around every page, and the pages for when something is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_a_page_for_failures_needs_no_database_and_no_context(name: str) -> None:
    # A query would fail: this test did not ask for the database.
    soup = BeautifulSoup(render_to_string(name), "html.parser")
    assert soup.find("h1").text.startswith("Sorry")
    assert soup.find("html")["lang"] == "en-gb"
    assert soup.find("main")["id"] == "main-content"


@pytest.mark.parametrize("name", ["403.html", "404.html", "429.html"])
@pytest.mark.django_db
def test_a_page_without_a_place_in_the_tree_has_the_frame(name: str) -> None:
    soup = BeautifulSoup(render_to_string(name, request=RequestFactory().get("/x/")), "html.parser")
    assert len(soup.find_all("h1")) == 1
    assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert soup.find("link", rel="canonical") is None
    assert soup.find("form", role="search")["method"] == "get"
    assert soup.find(class_="es_feedback") is None


@pytest.mark.django_db
def test_a_page_owes_its_reader_the_frame(client: Client) -> None:
    soup = BeautifulSoup(client.get("/").content, "html.parser")
    assert soup.find("a", class_="ds_skip-links__link")["href"] == "#main-content"
    assert soup.find("link", rel="canonical")["href"].endswith("/")
    assert soup.find("meta", attrs={"name": "description"})["content"]
    assert soup.find("meta", property="og:title")["content"]
    assert soup.find("link", rel="icon")["href"].endswith(".svg")
    assert soup.find("nav", attrs={"aria-label": "Main"}).select("a")
    assert soup.find("footer")


@pytest.mark.django_db
def test_the_buttons_of_the_header_name_the_panels_they_open(client: Client) -> None:
    soup = BeautifulSoup(client.get("/").content, "html.parser")
    buttons = soup.select("header button[aria-expanded]")
    assert [button.text.strip() for button in buttons] == ["Search", "Menu"]
    for button in buttons:
        assert button["aria-expanded"] == "false"
        assert soup.find(id=button["aria-controls"])


def test_the_lock_file_holds_no_address_of_a_registry() -> None:
    lock = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []


def test_the_letters_of_gaelic_are_in_the_fonts_that_are_sent() -> None:
    css = (PROJECT / "node_modules/@fontsource/roboto/400.css").read_text(encoding="utf-8")
    latin = css.split("/* roboto-latin-400-normal */")[1].split("unicode-range:")[1].split(";")[0]
    spans = [span.split("-") for span in re.findall(r"U\+([0-9A-F-]+)", latin)]
    for letter in "àèìòùÀÈÌÒÙ’–":
        assert any(int(span[0], 16) <= ord(letter) <= int(span[-1], 16) for span in spans), letter
