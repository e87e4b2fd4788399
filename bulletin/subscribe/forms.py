"""The questions to readers: their address, what they would like to get, and in which language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bulletin.models import Subscriber
from bulletin.subscribe.words import EDITIONS
from cms.mail.addresses import LONGEST, normalised


class AddressField(forms.CharField):
    """An e-mail address in its one way of writing."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
        kwargs.setdefault("error_messages", {"required": _("Enter your e-mail address")})
        super().__init__(widget=widget, **kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        # Cut, it is still too long to be an address, and nobody waits for it to be looked at.
        return normalised(text[: 2 * LONGEST])


class AddressForm(forms.Form):
    """One address."""

    email = AddressField(label=_("Your e-mail address"))


class SignUpForm(AddressForm):
    """Address and editions. None is ticked before the person has ticked it."""

    editions = forms.MultipleChoiceField(
        label=_("What would you like to get?"),
        choices=EDITIONS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose what you would like to get"),
            "invalid_choice": _("Choose from the list what you would like to get"),
        },
    )


class PreferencesForm(forms.Form):
    """What a subscriber gets."""

    editions = forms.MultipleChoiceField(
        label=_("What would you like to get?"),
        choices=EDITIONS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one, or leave the bulletin below"),
            "invalid_choice": _("Choose from the list what you would like to get"),
        },
    )
    language = forms.ChoiceField(
        label=_("In which language?"),
        choices=Subscriber.Language.choices,
        widget=forms.RadioSelect,
        help_text=_("An edition comes in English where there is no Gaelic one."),
        error_messages={
            "required": _("Choose a language"),
            "invalid_choice": _("Choose a language from the list"),
        },
    )


class NewAddressForm(forms.Form):
    """The address to which the bulletin is to go from now on."""

    email = AddressField(label=_("Your new e-mail address"))
