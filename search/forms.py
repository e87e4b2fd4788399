from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """The words to look for."""

    q = forms.CharField(
        label=_("Search this site"),
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={
            "max_length": _("Search for 200 characters or fewer."),
            "required": _("Enter some words."),
        },
    )

    def clean_q(self) -> str:
        """Without quotation marks, which SQLite's full text search takes for syntax."""
        return " ".join(self.cleaned_data["q"].replace('"', " ").split())
