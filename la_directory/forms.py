"""The form behind contacts and services in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.admin.forms import WagtailAdminPageForm

if TYPE_CHECKING:
    from la_directory.models.place_on_council_page import PlaceOnCouncilPage


class CouncilRecordForm(WagtailAdminPageForm):
    """A draft is never refused; what readers would miss is asked for when it goes out."""

    instance: PlaceOnCouncilPage

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.is_deferred_validation:
            for name, words in self.instance.missing().items():
                self.add_error(name, words)
