"""The one field in which a code is typed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

ATTRIBUTES = {"autocapitalize": "none", "spellcheck": "false"}
SIX_DIGITS = gettext_lazy("Type the six digits that the app shows.")


class CodeForm(forms.Form):
    """A code of the app."""

    code = forms.RegexField(
        r"^[0-9]{3}\s?[0-9]{3}$",
        label=gettext_lazy("Code from the app"),
        max_length=20,
        help_text=gettext_lazy("Six digits. The app shows new ones every half minute."),
        error_messages={"required": SIX_DIGITS, "invalid": SIX_DIGITS},
        widget=forms.TextInput(attrs={**ATTRIBUTES, "autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean_code(self) -> str:
        return "".join(self.cleaned_data["code"].split())


class RecoveryCodeForm(forms.Form):
    """A code from the list that a person keeps."""

    code = forms.CharField(
        label=gettext_lazy("Recovery code"),
        max_length=40,
        help_text=gettext_lazy("One of the ten that you kept, such as abcd-efgh-jkmn. It counts once."),
        error_messages={"required": gettext_lazy("Type a recovery code.")},
        widget=forms.TextInput(attrs={**ATTRIBUTES, "autocomplete": "off"}),
    )
