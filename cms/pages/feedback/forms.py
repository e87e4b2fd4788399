"""The two questions readers are asked: whether the page helped, and if not quite, why."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cms.pages.feedback.choices import Answer, Reason, reasons_for

COMMENT_LIMIT = 250  # characters as typed
IDS = "feedback-%s"


class AnswerForm(forms.Form):
    """Yes, No, or Yes, but."""

    answer = forms.ChoiceField(
        choices=Answer.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose Yes, No or “Yes, but”"),
            "invalid_choice": _("Choose Yes, No or “Yes, but”"),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=IDS, **kwargs)


class CommentField(forms.CharField):
    """Words of a reader. A browser sends each new line as two characters; the reader typed one."""

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class ShortCommentField(CommentField):
    """A few words, if the reader likes. There is no maxlength: it would cut what is pasted without a word."""

    widget = forms.Textarea(attrs={"rows": 4})
    default_validators = [
        MaxLengthValidator(
            COMMENT_LIMIT,
            ngettext_lazy(
                "Your comment has %(show_value)d characters. Shorten it to %(limit_value)d or fewer",
                "Your comment has %(show_value)d characters. Shorten it to %(limit_value)d or fewer",
                "limit_value",
            ),
        )
    ]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)


class ReasonForm(forms.Form):
    """Why the page did not help, or not quite."""

    is_compact = True  # small radio buttons: it stands at the foot of a page

    reason = forms.ChoiceField(
        label=_("What is the reason?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a reason"),
            "invalid_choice": _("Choose a reason from the list"),
        },
    )
    comment = ShortCommentField(
        label=_("Your comment"),
        help_text=_(
            "At most 250 characters. Do not give personal information, such as your name, e-mail address or "
            "telephone number. We cannot reply."
        ),
    )

    def __init__(self, answer: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=IDS, **kwargs)
        self.fields["reason"].choices = reasons_for(answer)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        has_said_nothing = "comment" not in self.errors and not cleaned.get("comment")
        if cleaned.get("reason") == Reason.OTHER and has_said_nothing:
            self.add_error("comment", _("Say in a few words what the reason is"))
        return cleaned
