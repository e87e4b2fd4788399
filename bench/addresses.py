"""What `make services` has started, if it has."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


def service_address(name: str) -> str:
    """ "" where nothing answers there."""
    written = Path("var/services/environment")
    lines = written.read_text().splitlines() if written.exists() else []
    address = next((line.partition("=")[2] for line in lines if line.startswith(f"{name}=")), "")
    parts = urlsplit(address)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 0), 1).close()
    except OSError:
        return ""
    return address


@contextmanager
def search_engine() -> Iterator[Any]:
    """Filled with the entries of now, in an index of its own; None where there is no engine."""
    from django.test.utils import override_settings
    from django.utils.crypto import get_random_string

    from cms.settings.addresses import search_engine as read
    from search.engine.connection import engine
    from search.engine.index import indexes
    from search.engine.rebuilding import rebuild

    address = service_address("ELASTICSEARCH_URL")
    if not address:
        yield None
        return
    name = f"bench_{get_random_string(8, 'abcdefghijklmnopqrstuvwxyz')}"
    with override_settings(**read(f"{address}?index={name}")):
        asked = engine()
        try:
            rebuild(asked)
            yield asked
        finally:
            for index in indexes(asked):
                asked.for_writing.indices.delete(index=index)
