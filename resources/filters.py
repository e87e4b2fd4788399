"""The filters of lists; nonsense in the address filters nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from resources.publication_types import PublicationType

if TYPE_CHECKING:
    from resources.models.publication import PublicationQuerySet


class PublicationFilterForm(forms.Form):
    """Type and year, sent by GET."""

    mark_optional = False
    type = forms.ChoiceField(label=_("Type"), required=False)
    year = forms.TypedChoiceField(label=_("Year"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = [("", _("All types")), *PublicationType.choices]
        self.fields["year"].choices = [("", _("All years")), *((year, str(year)) for year in years)]

    def narrow(self, publications: PublicationQuerySet) -> PublicationQuerySet:
        """The publications that fit; a value that is no choice is passed over."""
        self.is_valid()
        if kind := self.cleaned_data.get("type"):
            publications = publications.filter(publication_type=kind)
        if year := self.cleaned_data.get("year"):
            publications = publications.of_year(year)
        return publications

    @property
    def is_used(self) -> bool:
        return any(self.cleaned_data.values())
