from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .value import NotAPartialDate, PartialDate

HELP_TEXT = _("As precise as it is known: 24 November 2020, December 2021, Spring 2022, 2021, Ongoing.")


class PartialDateFormField(forms.Field):
    """One line of text that becomes a PartialDate, or None when it is left empty."""

    widget = forms.TextInput
    default_error_messages = {"invalid": NotAPartialDate.message}

    def to_python(self, value: Any) -> PartialDate | None:
        if isinstance(value, PartialDate):
            return value
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except NotAPartialDate:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
