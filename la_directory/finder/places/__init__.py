"""Places of Scotland and the councils they lie in."""

from __future__ import annotations

from functools import cache

from la_directory.finder.places.islands import ISLANDS
from la_directory.finder.places.neighbourhoods import NEIGHBOURHOODS
from la_directory.finder.places.towns import TOWNS


@cache
def places() -> tuple[tuple[str, str], ...]:
    """Name of a place and code of its council; a name in several councils stands once for each."""
    return tuple(
        dict.fromkeys(
            (" ".join(name.split()), code)
            for table in (TOWNS, NEIGHBOURHOODS, ISLANDS)
            for code, names in table.items()
            for name in names.split(",")
        )
    )
