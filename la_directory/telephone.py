"""Telephone numbers: checked, shown as people in Scotland write them, kept with the code of their country."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from phonenumber_field.phonenumber import PhoneNumber

NO_BREAK = "\N{NO-BREAK SPACE}"


def refuse_extension(number: PhoneNumber | str) -> None:
    """A number is kept as the telephones of the world call it; an extension would be lost without a word."""
    if isinstance(number, PhoneNumber) and number.extension:
        raise ValidationError(
            _(
                "Leave the extension out of the number. A contact can name it in its subject or in the note "
                "to its hours."
            ),
            code="extension",
        )


class TelephoneField(PhoneNumberField):
    """A number. Drafts keep the code of its country, too: the written form alone would lose it."""

    default_validators = [*PhoneNumberField.default_validators, refuse_extension]

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Migrations hold the library's own field, so that they do not import this module."""
        name, _path, arguments, options = super().deconstruct()
        return name, "phonenumber_field.modelfields.PhoneNumberField", arguments, options


def telephone_link(number: PhoneNumber | str | None) -> SafeString | str:
    """The number as a link that a telephone dials, never broken over two lines; nothing where there is none.

    A number that is none, as a draft may hold, is shown as it was written.
    """
    if not number:
        return ""
    words = str(number).replace(" ", NO_BREAK)
    if not isinstance(number, PhoneNumber) or not number.is_valid():
        return words
    return format_html('<a href="{}">{}</a>', number.as_rfc3966, words)
