"""Another database in the place of the tests' own, for as long as a drill needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from django.db.utils import load_backend

from cms.settings.addresses import database


@contextmanager
def as_default(database_url: str) -> Iterator[None]:
    """Commits are real in it."""
    own = connections["default"]
    settings = {**own.settings_dict, "OPTIONS": {}, **database(database_url), "CONN_MAX_AGE": 0}
    if settings["ENGINE"] == own.settings_dict["ENGINE"]:
        settings["OPTIONS"] = own.settings_dict["OPTIONS"]
    connections["default"] = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = own
