"""The filter of the table; what is no choice filters nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from la_directory.filter_values import by_value
from la_directory.partnership_leads.leads import Lead, fitting

LONGEST = 100


class LeadFilterForm(forms.Form):
    """Words and region, sent by GET."""

    mark_optional = False
    q = forms.CharField(label=_("Council, name or words"), required=False, max_length=LONGEST)
    region = forms.ChoiceField(label=_("Region"), required=False)

    def __init__(self, asked: Mapping[str, str], leads: Iterable[Lead]) -> None:
        regions = {lead.council.region_id: lead.council.region for lead in leads if lead.council.region}
        in_order = sorted(regions.values(), key=lambda region: (region.sort_order or 0, region.pk))
        self.regions = by_value(in_order)
        self.chosen = {}
        if words := asked.get("q", "").replace("\0", "")[:LONGEST].split():
            self.chosen["q"] = " ".join(words)
        if asked.get("region") in self.regions:
            self.chosen["region"] = asked["region"]
        super().__init__(self.chosen)
        options = [(value, str(region)) for value, region in self.regions.items()]
        self.fields["region"].choices = [("", _("All regions")), *options]

    @property
    def is_used(self) -> bool:
        return bool(self.chosen)

    def narrowed(self, leads: Iterable[Lead]) -> list[Lead]:
        region = self.regions.get(self.chosen.get("region", ""))
        return fitting(leads, self.chosen.get("q", ""), region)
