"""The form behind every page in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms.pages.history import words_have_changed

if TYPE_CHECKING:
    from cms.pages.models import SitePage


class SitePageForm(WagtailAdminPageForm):
    """Asks for a public note when words that readers see have changed; a draft is never refused."""

    instance: SitePage

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("go_live_at", "expire_at"):
            if name in self.fields:
                self.fields[name].help_text = _("Time in Scotland (Europe/London).")

    def _post_clean(self) -> None:
        super()._post_clean()
        page = self.instance
        if self.is_deferred_validation or self.errors or not page.live or not page.pk:
            return
        if page.change_note or page.change_is_minor:
            return
        if words_have_changed(page):
            self.add_error(
                "change_note",
                _("Say in one sentence what changed, or tick “a small correction” if the meaning has not."),
            )
