"""ELASTICSEARCH_URL says where the engine is and how one may ask it."""

from __future__ import annotations

from pathlib import Path

import certifi
import pytest

from cms.settings.addresses import search_engine
from search.engine.connection import engine

CA = certifi.where()
TWO = "https://name:p%40ss@one.example:9200,https://two.example:9243/path/?index=site_2"
WRONG = [
    "search.example:9200",
    "ftp://search.example:9200",
    "http://search.example",
    "https://search.example:0",
    "https://search.example:9200#part",
    "https://name@search.example:9200",
    "https://:secret@search.example:9200",
    "http://name:secret@search.example:9200",
    "http://search.example:9200?api_key=secret",
    "http://search.example:9200?%61pi_key=secret",
    "https://name:secret@search.example:9200?api_key=secret",
    "https://search.example:9200?api_key=",
    "https://search.example:9200?api_key=a%20b",
    "https://search.example:9200?verify=no",
    "https://search.example:9200?index=Site",
    "https://search.example:9200?index=*",
    "https://search.example:9200?ca=authority.pem",
    "https://search.example:9200?ca=/nowhere/authority.pem",
    f"https://search.example:9200?ca={Path(__file__).resolve()}",
    "https://a:b@one.example:9200,https://c:d@two.example:9200",
    "https://one.example:9200,http://two.example:9200",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_not_right_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        search_engine(text)


def test_none_means_the_database_alone(settings) -> None:
    settings.ELASTICSEARCH = search_engine("")["ELASTICSEARCH"]
    assert engine() is None


def test_several_hosts_share_what_is_said_of_one() -> None:
    read = search_engine(TWO)
    assert read["ELASTICSEARCH_INDEX"] == "site_2"
    assert read["ELASTICSEARCH"] == {
        "hosts": ("https://one.example:9200", "https://two.example:9243/path"),
        "basic_auth": ("name", "p@ss"),
    }


@pytest.mark.parametrize(
    "text",
    [
        TWO,
        "http://127.0.0.1:9200",
        "http://name:secret@[::1]:9200",
        "http://search:9200",
        "https://search.example:443?api_key=a2V5OnNlY3JldA%3D%3D",
        f"https://search.example:9200?ca={CA}&api_key=abc",
    ],
)
def test_the_client_takes_what_is_right(settings, text: str) -> None:
    for name, value in search_engine(text).items():
        setattr(settings, name, value)
    nodes = engine().client.transport.node_pool.all()
    assert {node.base_url for node in nodes} == set(settings.ELASTICSEARCH["hosts"])
    sent = engine().client._headers.get("authorization", "")
    assert bool(sent) == ("@" in text or "api_key" in text)
