"""What a reader may say is wrong with a contact or a service."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cms.pages.feedback.forms import COMMENT_LIMIT, CommentField
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
    # No maxlength: a browser would cut what is pasted without a word.
    comment = CommentField(
        label=_("Tell us more"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "At most 250 characters. Do not give personal information, such as your name. We take out "
            "telephone numbers and e-mail addresses, and we cannot reply."
        ),
        validators=[
            MaxLengthValidator(
                COMMENT_LIMIT,
                ngettext_lazy(
                    "Your comment has %(show_value)d characters. Shorten it to %(limit_value)d or fewer",
                    "Your comment has %(show_value)d characters. Shorten it to %(limit_value)d or fewer",
                    "limit_value",
                ),
            )
        ],
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        has_said_nothing = "comment" not in self.errors and not cleaned.get("comment")
        if cleaned.get("wrong") == Wrong.OTHER and has_said_nothing:
            self.add_error("comment", _("Say in a few words what is wrong"))
        return cleaned
