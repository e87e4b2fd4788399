"""The forms of an invitation: the address it goes to, and what the invited person fills in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class InviteForm(forms.Form):
    """Whom to invite."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=150,
        help_text=gettext_lazy("Of one person, at their council. They sign in with it."),
    )


class JoinForm(forms.Form):
    """A name and a password."""

    first_name = forms.CharField(
        label=gettext_lazy("First name"),
        max_length=150,
        error_messages={"required": gettext_lazy("Give your first name.")},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label=gettext_lazy("Last name"),
        max_length=150,
        error_messages={"required": gettext_lazy("Give your last name.")},
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        max_length=200,
        strip=False,
        help_text=gettext_lazy(
            "At least 12 characters. Three words that do not belong together are easy to remember."
        ),
        error_messages={"required": gettext_lazy("Choose a password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("The password once more"),
        max_length=200,
        strip=False,
        error_messages={"required": gettext_lazy("Type the password once more.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        password, again = cleaned.get("password"), cleaned.get("again")
        if password and again and password != again:
            self.add_error("again", _("The two passwords differ."))
        if password:
            try:
                validate_password(password, self._somebody(cleaned))
            except ValidationError as problem:
                self.add_error("password", problem)
        return cleaned

    def _somebody(self, cleaned: dict[str, Any]) -> Any:
        """For the rule that a password is not like the person's name or address."""
        return get_user_model()(
            username=self.email,
            email=self.email,
            first_name=cleaned.get("first_name", ""),
            last_name=cleaned.get("last_name", ""),
        )

    @property
    def person(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("first_name", "last_name", "password")}
