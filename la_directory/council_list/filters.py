"""The filter of the list; what is no choice filters nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.languages.sorting import by_letter
from la_directory.council_list.entries import CouncilEntry, NamedTerm, in_order
from la_directory.filter_values import by_value

LONGEST = 100


class CouncilFilterForm(forms.Form):
    """Words, region and kind of service, sent by GET."""

    mark_optional = False
    words = forms.CharField(label=_("Name, place or service"), required=False, max_length=LONGEST)
    region = forms.ChoiceField(label=_("Region"), required=False)
    kind = forms.ChoiceField(label=_("Kind of service"), required=False)

    def __init__(self, asked: Mapping[str, str], entries: Sequence[CouncilEntry]) -> None:
        kinds = (kind for entry in entries for kind in entry.kinds)
        self.regions: Mapping[str, NamedTerm] = by_value(in_order(entry.region for entry in entries))
        self.kinds: Mapping[str, NamedTerm] = by_value(in_order(kinds))
        self.chosen = {
            name: asked[name]
            for name, offered in (("region", self.regions), ("kind", self.kinds))
            if asked.get(name) in offered
        }
        if words := asked.get("words", "").replace("\0", "")[:LONGEST].split():
            self.chosen["words"] = " ".join(words)
        super().__init__(self.chosen, auto_id="filter-%s")
        for name, all_of_them, offered in (
            ("region", _("All regions"), self.regions),
            ("kind", _("All kinds"), self.kinds),
        ):
            options = [(value, str(term)) for value, term in offered.items()]
            self.fields[name].choices = [("", all_of_them), *options]

    @property
    def is_used(self) -> bool:
        return bool(self.chosen)

    @property
    def words_sought(self) -> list[str]:
        return by_letter(self.chosen.get("words", "")).split()

    def narrowed(self, entries: Sequence[CouncilEntry]) -> list[CouncilEntry]:
        region = self.regions.get(self.chosen.get("region", ""))
        kind = self.kinds.get(self.chosen.get("kind", ""))
        words = self.words_sought
        return [
            entry
            for entry in entries
            if (region is None or entry.region == region)
            and (kind is None or kind in entry.kinds)
            and (not words or entry.is_named(words) or entry.services_with(words))
        ]
