"""What a council may say has changed, on the page behind its mailed link."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.pages.feedback.forms import CommentField
from la_directory.models import ContactPage

NOTE_LIMIT = 1000  # characters


class NoteForm(forms.Form):
    """Words for SG, for what has no field here."""

    note = CommentField(
        label=_("What has changed?"),
        max_length=NOTE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("At most 1,000 characters. The Scottish Government writes it into the entry."),
        error_messages={"required": _("Say what has changed")},
    )

    def changes(self) -> dict[str, Any]:
        return {}


class LinesField(CommentField):
    """Lines of text; what is stored may hold other ends of lines than browsers send."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(initial), data)


class ContactForm(forms.ModelForm):
    """The fields of a contact that change most, and words for the rest."""

    note = CommentField(
        label=_("Anything else that has changed"),
        required=False,
        max_length=NOTE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Such as the opening hours. At most 1,000 characters."),
    )

    class Meta:
        model = ContactPage
        fields = [
            "title",
            "telephone",
            "textphone",
            "email",
            "address",
            "hours_note",
            "languages",
            "person",
            "is_vacant",
        ]
        labels = {"title": _("Team or role")}
        help_texts = {"title": ""}
        field_classes = {"address": LinesField}
        widgets = {"address": forms.Textarea(attrs={"rows": 4})}

    def changes(self) -> dict[str, Any]:
        """The new values, by field."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name in self._meta.fields}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not self.changed_data:
            raise forms.ValidationError(_("Change what is no longer right, or say what has changed"))
        return cleaned
