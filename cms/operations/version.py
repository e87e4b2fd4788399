"""Which code this is."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from django.conf import settings

UNKNOWN = "unknown"


@cache
def version() -> str:
    """As pyproject.toml says; "unknown" where it was not installed with the site."""
    try:
        with (Path(settings.BASE_DIR) / "pyproject.toml").open("rb") as file:
            return tomllib.load(file)["project"]["version"]
    except OSError:
        return UNKNOWN
