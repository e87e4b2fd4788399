"""Word documents that were uploaded and wait for an editor's word."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resources.handbook.word import CannotReadWord, read
from resources.handbook.word.package import LARGEST_FILE
from resources.models import HandbookPage, UploadedHandbook

KEPT_FOR = timedelta(days=1)


class ImportForm(forms.Form):
    """A document that can be read; what is wrong with another one is said in one line."""

    file = forms.FileField(
        label=gettext_lazy("Word document"),
        help_text=gettext_lazy(
            "A .docx file of at most 20 MB. Nothing changes before you have seen what would."
        ),
        widget=forms.FileInput(
            attrs={"accept": ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
        ),
        max_length=255,
    )

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise ValidationError(_("The file is larger than 20 MB. Make the pictures in it smaller."))
        content = file.read()
        try:
            read(content)
        except CannotReadWord as problem:
            raise ValidationError(str(problem)) from problem
        self.content = content
        return file


def keep_upload(form: ImportForm, handbook: HandbookPage, user: AbstractUser) -> UploadedHandbook:
    """Each person has one at a time for a handbook; what nobody came back to goes."""
    UploadedHandbook.objects.filter(uploaded_at__lt=timezone.now() - KEPT_FOR).delete()
    UploadedHandbook.objects.filter(handbook=handbook, uploaded_by=user).delete()
    return UploadedHandbook.objects.create(
        handbook=handbook, name=form.cleaned_data["file"].name, content=form.content, uploaded_by=user
    )
