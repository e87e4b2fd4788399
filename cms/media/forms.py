"""The form behind an uploaded picture."""

from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm


class ReadableImageForm(BaseImageForm):
    """A file that begins like a picture and then breaks off gets a message, where Wagtail would fail."""

    def _clean_fields(self) -> None:
        try:
            super()._clean_fields()
        except OSError:
            self.add_error("file", _("This picture is damaged and cannot be read. Upload a valid one."))
