"""What is not words is written once, in the first language, and read from there at every moment.

A model names such fields in `language_neutral`: telephone numbers, dates, codes, what a record belongs to. A
translation has columns for them, too, and nobody reads those.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.languages.original import original_of

# Each language has its own, made by whoever publishes it.
OF_ONE_LANGUAGE = ("change_note", "change_is_minor", "review_on", "responsible")
SHARED = ("slug", "show_in_menus")


class Fact:
    """Stands before the attribute of a field: a translation answers with what the original says."""

    def __init__(self, name: str, own: Any) -> None:
        self.name = name
        self.own = own

    def __get__(self, record: TranslatableMixin | None, model: type | None = None) -> Any:
        if record is None:
            return self.own.__get__(None, model) if hasattr(self.own, "__get__") else self.own
        if original := original_of(record):
            return getattr(original, self.name)
        return self.own.__get__(record, model)

    def __set__(self, record: TranslatableMixin, value: Any) -> None:
        if hasattr(self.own, "__set__"):
            self.own.__set__(record, value)
        else:
            record.__dict__[self.name] = value

    def __getattr__(self, name: str) -> Any:
        return getattr(self.own, name)  # Django asks the attribute of a relation for its field and model


def keep_facts(models_of_site: Iterable[type[models.Model]]) -> None:
    """Once, when all models are known."""
    for model in models_of_site:
        if issubclass(model, TranslatableMixin):
            _say_what_is_translated(model)
            for field in map(model._meta.get_field, getattr(model, "language_neutral", ())):
                for name in {field.name, field.attname}:
                    setattr(model, name, Fact(name, getattr(model, name)))


def _say_what_is_translated(model: type[models.Model]) -> None:
    """For the editor of translations: facts are no words, and an address is the same in every language."""
    names = {field.name for field in model._meta.get_fields()}
    made = () if getattr(model, "summary_is_written", True) else ("summary",)  # from its other words
    facts = [*getattr(model, "language_neutral", ()), *(name for name in SHARED if name in names)]
    model.override_translatable_fields = [
        *(SynchronizedField(name, overridable=False) for name in facts),
        *(BaseTranslatableField(name) for name in (*OF_ONE_LANGUAGE, *made) if name in names),
    ]
