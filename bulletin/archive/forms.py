"""What readers may ask of the archive."""

from django import forms
from django.utils.translation import gettext_lazy as _


class EditionSearchForm(forms.Form):
    """The words to look for in all editions."""

    q = forms.CharField(
        label=_("Search all editions"),
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"max_length": _("Search for 200 characters or fewer.")},
    )

    def clean_q(self) -> str:
        """Without quotation marks, which SQLite's full text search takes for syntax."""
        return " ".join(self.cleaned_data["q"].replace('"', " ").split())
