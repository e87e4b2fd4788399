"""What the Scottish Government alone changes on the page of a council."""

from __future__ import annotations

from typing import Any

from la_directory.teams.own_only import OwnOnlySitePageForm

OFFICIAL = "la_directory.change_official_names"
KEPT = ("official_name", "gss_code", "slug", "show_in_menus")


class CouncilPageForm(OwnOnlySitePageForm):
    """Whoever lacks the right saves what the database holds: an old version brings no old name back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keeps_names = self.for_user is not None and not self.for_user.has_perm(OFFICIAL)
        if self.keeps_names:
            for name in KEPT:
                self.fields.pop(name, None)

    def add_error(self, field: str | None, error: Any) -> None:
        """What they cannot change is not asked of them."""
        if field is None or field in self.fields or field not in KEPT:
            super().add_error(field, error)

    def _post_clean(self) -> None:
        page = self.instance
        if self.keeps_names and page.pk:
            now = type(page)._default_manager.filter(pk=page.pk).values(*KEPT).get()
            for name, value in now.items():
                setattr(page, name, value)
        super()._post_clean()
