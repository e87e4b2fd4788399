"""How records of a vocabulary and handbook products stand in a cell: by name."""

from __future__ import annotations

from typing import Any

from django.db import models

from la_directory.exchange.cells import Text, parts_of, tidy
from la_directory.exchange.names import KnownNames


class Term(Text):
    """A record of a vocabulary by its name. `names` says of which."""

    def __init__(self, names: str) -> None:
        self.names = names

    def current(self, record: models.Model, field: models.Field) -> Any:
        return getattr(record, field.name)

    def shown(self, value: Any) -> str:
        return named(value) if value else ""

    def read(self, text: str, field: models.Field, known: KnownNames) -> Any:
        return getattr(known, self.names).find(text) if text else None


class Terms(Term):
    """Several, one behind another."""

    def current(self, record: models.Model, field: models.Field) -> tuple[models.Model, ...]:
        return tuple(sorted(getattr(record, field.name).all(), key=lambda term: term.pk))

    def shown(self, value: tuple[models.Model, ...]) -> str:
        return "; ".join(named(term) for term in value)

    def read(self, text: str, field: models.Field, known: KnownNames) -> tuple[models.Model, ...]:
        found = {getattr(known, self.names).find(part) for part in parts_of(text)}
        return tuple(sorted(found, key=lambda term: term.pk))

    def put(self, record: models.Model, field: models.Field, value: tuple[models.Model, ...]) -> None:
        setattr(record, field.name, list(value))


def named(term: models.Model) -> str:
    """Its name; its id where the name would read as two."""
    name = tidy(str(term))
    return name if parts_of(name) == [name] else str(term.translation_key)
