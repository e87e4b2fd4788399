"""Words of the vocabularies and public handbook products, found by the names people write in a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.vocabulary.models import ClientGroup, Region, ServiceKind
from la_directory.exchange.problems import NotReadable
from resources.models import ProductPage

FEW = 12


def plain(name: str) -> str:
    """The same for two spellings that people would take for one name."""
    return " ".join(name.replace("’", "'").casefold().split())


def as_key(text: str) -> UUID | None:
    try:
        return UUID(text.strip())
    except ValueError:
        return None


class Names:
    """Records of one sort by name and by id."""

    def __init__(self, records: Iterable[models.Model]) -> None:
        self.by_key: dict[UUID, models.Model] = {}
        self.by_name: dict[str, list[models.Model]] = defaultdict(list)
        for record in records:
            self.by_key[record.translation_key] = record
            self.by_name[plain(str(record))].append(record)

    def find(self, text: str) -> models.Model:
        """NotReadable, with what may be meant, where there is no such record or more than one."""
        if (key := as_key(text)) in self.by_key:
            return self.by_key[key]
        found = self.by_name.get(plain(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            told = _("“%(name)s” is the name of several. Give the id: %(ids)s")
            ids = ", ".join(str(each.translation_key) for each in found)
            raise NotReadable(told % {"name": text, "ids": ids})
        raise NotReadable(" ".join([_("“%s” is not known here.") % text, *self._suggestions(text)]))

    def _suggestions(self, text: str) -> list[str]:
        names = [str(records[0]) for records in self.by_name.values()]
        if near := get_close_matches(text, names, n=1, cutoff=0.7):
            return [_("Is “%s” meant?") % near[0]]
        return [_("Known: %s.") % "; ".join(names)] if 0 < len(names) <= FEW else []


@dataclass(frozen=True)
class KnownNames:
    """All names that a table may use."""

    regions: Names
    service_kinds: Names
    client_groups: Names
    products: Names

    @classmethod
    def of(cls, locale: Locale) -> KnownNames:
        # No drafts: who imports may not learn their titles, nor could choose them in the editor.
        products = ProductPage.objects.live().public().filter(locale=locale).defer_streamfields()
        terms = (Names(model.objects.filter(locale=locale)) for model in (Region, ServiceKind, ClientGroup))
        return cls(*terms, Names(products.order_by("path")))
