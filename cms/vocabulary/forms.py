"""The form behind shared wording in the editor."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class ScheduledWordingForm(WagtailAdminModelForm):
    """Says beside the time fields which time they mean."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("go_live_at", "expire_at"):
            if name in self.fields:
                self.fields[name].help_text = _("Time in Scotland (Europe/London).")
