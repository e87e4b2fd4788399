"""Fields for files that people upload. What is refused gets one message, and nothing of it is stored."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.images.fields import WagtailImageField

from cms.media.documents import refuse_unsafe_document
from cms.media.remaking import Broken, Moving, NoPicture, TooManyPixels, remade

LONGEST_STEM = 60


class InPlaceOf:
    """A field that takes the place of Wagtail's, which stands in a form that Wagtail makes."""

    @classmethod
    def in_place_of(cls, field: forms.FileField) -> Self:
        return cls(label=field.label, required=field.required, widget=field.widget)


class PictureField(InPlaceOf, WagtailImageField):
    """A PNG, JPEG or WebP file by what it holds; what is stored is drawn anew from it."""

    def to_python(self, data: UploadedFile | None) -> Any:
        if data and forms.FileField.to_python(self, data):
            self.check_image_file_size(data)
            if _ending(data.name) not in self.allowed_image_extensions:
                raise ValidationError(self.error_messages["invalid_image_extension"])
            self._remake(data)
        return super().to_python(data)

    def _remake(self, upload: UploadedFile) -> None:
        upload.seek(0)
        try:
            content, ending = remade(upload, self.max_image_pixels)
        except NoPicture:
            raise ValidationError(self.error_messages["invalid_image"]) from None
        except Broken:
            message = _("This picture is damaged and cannot be read. Upload a valid one.")
            raise ValidationError(message) from None
        except Moving:
            raise ValidationError(_("This picture moves. Upload one that stands still.")) from None
        except TooManyPixels:
            message = _("This picture has too many pixels. It may have %(most)s million at most.")
            raise ValidationError(message % {"most": self.max_image_pixels // 1_000_000}) from None
        _put_in_place(upload, content)
        upload.name = tidy_name(upload.name, ending)


class DocumentField(InPlaceOf, WagtailDocumentField):
    """A document of a kind that is taken, by what it holds."""

    def to_python(self, data: UploadedFile | None) -> Any:
        upload = super().to_python(data)
        if upload:
            kind = _ending(upload.name)
            upload.seek(0)
            refuse_unsafe_document(kind, upload.read())
            upload.seek(0)
            upload.name = tidy_name(upload.name, kind)
        return upload


def tidy_name(name: str, ending: str) -> str:
    """A name of plain letters with one ending: "Plan.php (1).PDF" becomes "plan-php-1.pdf"."""
    stem = slugify(PurePath(name).stem.replace(".", "-"))[:LONGEST_STEM].strip("-")
    return f"{stem or 'file'}.{ending}"


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower().lstrip(".")


def _put_in_place(upload: UploadedFile, content: bytes) -> None:
    """Into the upload itself: Wagtail stores it past the form where another field is wrong."""
    upload.seek(0)
    upload.file.truncate()
    upload.write(content)
    upload.flush()
    upload.size = len(content)
    upload.seek(0)
