"""Tables that were uploaded and wait for an editor's word."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from la_directory.exchange.files import LARGEST_FILE, read
from la_directory.exchange.problems import CannotRead
from la_directory.models import DirectoryPage, UploadedCouncils

KEPT_FOR = timedelta(days=1)


class ImportForm(forms.Form):
    """A table that can be read; what is wrong with another one is said in one line."""

    file = forms.FileField(
        label=_("CSV file or Excel workbook"),
        help_text=_("A .csv or .xlsx file of at most 5 MB. Nothing changes before you have seen what would."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
        max_length=255,
    )

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        # One byte more is enough to tell that a file is too large.
        content = file.read(LARGEST_FILE + 1)
        try:
            read(content)
        except CannotRead as problem:
            raise ValidationError(str(problem)) from problem
        self.content = content
        return file


def uploads_of(user: AbstractUser, directory: DirectoryPage) -> QuerySet[UploadedCouncils]:
    """Those that can still be confirmed."""
    since = timezone.now() - KEPT_FOR
    return UploadedCouncils.objects.filter(
        directory=directory, uploaded_by_id=user.pk, uploaded_at__gte=since
    )


def forget_old_uploads() -> None:
    """What nobody came back to."""
    UploadedCouncils.objects.filter(uploaded_at__lt=timezone.now() - KEPT_FOR).delete()


def keep_upload(form: ImportForm, directory: DirectoryPage, user: AbstractUser) -> UploadedCouncils:
    """Each person has one at a time for a directory."""
    UploadedCouncils.objects.filter(directory=directory, uploaded_by=user).delete()
    return UploadedCouncils.objects.create(
        directory=directory, name=form.cleaned_data["file"].name, content=form.content, uploaded_by=user
    )
