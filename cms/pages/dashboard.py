"""The one panel of the dashboard."""

from typing import Any

from wagtail.admin.ui.components import Component

from cms.pages.waiting import waiting_for

LINES = 10


class WaitingPanel(Component):
    """“Waiting for you”: at most ten lines; everything else is a report."""

    name = "waiting"
    order = 100
    template_name = "pages/admin/waiting.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        items = waiting_for(parent_context["request"].user)
        return {"items": items[:LINES], "more": max(0, len(items) - LINES)}
