"""What a reader may say is wrong with a contact or a service."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.pages.feedback.forms import ShortCommentField
from la_directory.models import Wrong


class ReportForm(forms.Form):
    """What is wrong, and a few words."""

    wrong = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=Wrong.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what is wrong"),
            "invalid_choice": _("Choose what is wrong from the list"),
        },
    )
    comment = ShortCommentField(
        label=_("Tell us more"),
        help_text=_(
            "At most 250 characters. Do not give personal information, such as your name. We take out "
            "telephone numbers and e-mail addresses, and we cannot reply."
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        has_said_nothing = "comment" not in self.errors and not cleaned.get("comment")
        if cleaned.get("wrong") == Wrong.OTHER and has_said_nothing:
            self.add_error("comment", _("Say in a few words what is wrong"))
        return cleaned
