"""An engine with an index of its own, filled with the demo site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.crypto import get_random_string

from cms.settings.addresses import search_engine
from search.engine.connection import Engine, engine
from search.engine.index import indexes
from search.engine.rebuilding import rebuild


@pytest.fixture
def new_engine(db: None, settings: Any, elasticsearch_url: str) -> Iterator[Engine]:
    """Without any index. Readers wait longer than on the site, since tests share their machine."""
    name = f"test_{get_random_string(10, 'abcdefghijklmnopqrstuvwxyz')}"
    for key, value in search_engine(f"{elasticsearch_url}?index={name}").items():
        setattr(settings, key, value)
    found = engine()
    yield found
    for index in indexes(found):
        found.for_writing.indices.delete(index=index)
    found.client.close()


@pytest.fixture
def filled_engine(new_engine: Engine, demo_site: None) -> Engine:
    rebuild(new_engine)
    return new_engine
