"""The forms behind uploaded pictures and documents, wherever in the admin they are shown."""

from __future__ import annotations

from typing import Any

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from cms.media.fields import DocumentField, PictureField


class PictureForm(BaseImageForm):
    """A picture is judged by what its file holds, and drawn anew."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = PictureField.in_place_of(self.fields["file"])


class DocumentForm(BaseDocumentForm):
    """A document is judged by what its file holds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = DocumentField.in_place_of(self.fields["file"])
