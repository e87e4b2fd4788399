"""What an editor is asked before many products change at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from resources.handbook.admin.change_many import NOTE_LENGTH, Change
from resources.handbook.product_choices import ProductStatus
from resources.models import ProductPage

REASON_LENGTH = ProductPage._meta.get_field("withdrawn_reason").max_length
# What replaces a product is another one for each, so that is chosen in the editor.
STATUSES = [choice for choice in ProductStatus.choices if choice[0] != ProductStatus.REPLACED]


class ReviewDateForm(forms.Form):
    """One day for all. Readers do not see it, so no note is asked for."""

    review_on = forms.DateField(
        label=_("Next review"),
        widget=AdminDateInput,
        help_text=_("The day by which these products have to be read again."),
    )

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Choose today or a later day."))
        return day

    @property
    def change(self) -> Change:
        return Change({"review_on": self.cleaned_data["review_on"]})


class StatusForm(forms.Form):
    """One status for all, with the note that readers get."""

    status = forms.ChoiceField(label=_("Status"), choices=STATUSES, widget=forms.RadioSelect)
    withdrawn_reason = forms.CharField(
        label=_("Why they were withdrawn"),
        max_length=REASON_LENGTH,
        required=False,
        help_text=_("Only with the status “Withdrawn”. Readers see it."),
    )
    change_note = forms.CharField(
        label=_("Public change note"),
        max_length=NOTE_LENGTH,
        help_text=_("What changed, for readers. It shows on the page of each of these products."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("status") == ProductStatus.WITHDRAWN and not given.get("withdrawn_reason"):
            self.add_error("withdrawn_reason", _("Say in one sentence why they were withdrawn."))
        return given

    @property
    def change(self) -> Change:
        status = self.cleaned_data["status"]
        reason = self.cleaned_data["withdrawn_reason"] if status == ProductStatus.WITHDRAWN else ""
        values = {"status": status, "withdrawn_reason": reason, "replaced_by": None}
        return Change(values, self.cleaned_data["change_note"])
