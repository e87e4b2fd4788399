"""What readers ask for, and by what they narrow it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

LONGEST = 200  # characters
FILTERS = ("kind", "council", "audience", "year")
BY_DATE = "date"
ORDERS = [("", _("Best match")), (BY_DATE, _("Newest first"))]


class SearchForm(forms.Form):
    """The words, the filters and the order. All of it stands in the address."""

    mark_optional = False
    q = forms.CharField(
        label=_("Search this site"),
        max_length=LONGEST,
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "autocomplete": "off",
                "data-es-suggest": reverse_lazy("suggest"),
                "data-es-suggest-name": _("Suggestions"),
                "data-es-suggest-shown": _("Suggestions are shown. Choose one with the arrow keys."),
            }
        ),
        error_messages={
            "max_length": _("Search for 200 characters or fewer."),
            "required": _("Enter some words."),
        },
    )
    kind = forms.CharField(label=_("Kind"), required=False, widget=forms.Select)
    council = forms.CharField(label=_("Council"), required=False, widget=forms.Select)
    audience = forms.CharField(label=_("Audience"), required=False, widget=forms.Select)
    year = forms.CharField(label=_("Year"), required=False, widget=forms.Select)
    sort = forms.CharField(label=_("Sort by"), required=False, widget=forms.Select(choices=ORDERS))

    def clean_q(self) -> str:
        return " ".join(self.cleaned_data["q"].split())

    @property
    def wanted(self) -> dict[str, str]:
        """Filter -> value; "" for all."""
        return {name: self.cleaned_data.get(name, "") for name in FILTERS}

    @property
    def is_narrowed(self) -> bool:
        return any(self.wanted.values())

    @property
    def is_changed(self) -> bool:
        """A filter or another order is chosen, so that both are shown."""
        return self.is_narrowed or bool(self.cleaned_data.get("sort"))

    def offer(self, choices: dict[str, Iterable[tuple[str, Any]]]) -> None:
        """The values of the filters with what is found for each; those without any choice are left out."""
        for name in FILTERS:
            if given := list(choices[name]):
                self.fields[name].widget.choices = [("", _("All")), *given]
            else:
                del self.fields[name]
