"""The form behind every page in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms.pages.history import words_have_changed

if TYPE_CHECKING:
    from cms.pages.models import SitePage


LONDON = _("Time in Scotland (Europe/London).")
HELP = {
    "go_live_at": LONDON,
    "expire_at": LONDON,
    "slug": _("The last part of the page’s address. Changing it keeps the old address working."),
    "show_in_menus": _("For pages right below the home page: the main menu shows the first eight."),
}


class SitePageForm(WagtailAdminPageForm):
    """Asks for a public note when words that readers see have changed; a draft is never refused."""

    instance: SitePage

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in HELP.items():
            if name in self.fields:
                self.fields[name].help_text = words
        if "slug" in self.fields:
            self.fields["slug"].required = False  # Wagtail makes one from the title
        if "responsible" in self.fields:
            people = self.fields["responsible"]
            people.queryset = people.queryset.filter(is_active=True).order_by("last_name", "username")
            people.label_from_instance = lambda person: person.get_full_name() or person.get_username()

    def _post_clean(self) -> None:
        super()._post_clean()
        page = self.instance
        if self.is_deferred_validation:
            return
        for name, words in page.missing().items():
            self.add_error(name, words)
        if self.errors or not page.live or not page.pk:
            return
        if page.change_note or page.change_is_minor:
            return
        if words_have_changed(page):
            self.add_error(
                "change_note",
                _("Say in one sentence what changed, or tick “a small correction” if the meaning has not."),
            )
