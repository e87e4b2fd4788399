"""What a draft would change, at the top of the editor."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from cms.pages.approval.standing import Standing


class DifferencesPanel(Panel):
    """Old and new of every field in which the newest draft differs from what readers see.

    Open for those who approve it now; others find it closed.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("What would change"), "icon": "resubmit", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/differences.html"

        def is_shown(self) -> bool:
            page = self.instance
            if not page.pk or self.request is None or self.request.method != "GET":
                return False
            return bool(page.live and page.has_unpublished_changes) or self.standing.waits

        @property
        def standing(self) -> Standing:
            """Read once a page: Wagtail asks several times whether a panel is shown."""
            if not hasattr(self, "_standing"):
                self._standing = Standing(self.instance)
            return self._standing

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            task = self.instance.current_workflow_task
            may_decide = bool(task and task.get_actions(self.instance, self.request.user))
            return {**context, "standing": self.standing, "may_decide": may_decide}
