"""The checklist at the top of the editor, and the kind that a button asks for."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel


class ChecklistPanel(Panel):
    """What the saved draft still lacks, with links to the places; nothing outside is asked."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Checklist"), "icon": "tasks", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "bulletin/compose/checklist_panel.html"

        class Media:
            js = ("bulletin/checklist.js",)

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.request is not None)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            from bulletin.compose.checklist import problems_of
            from bulletin.compose.new_edition import reason_against_looking
            from bulletin.models import Sending

            draft = self.instance.get_latest_revision_as_object()
            problems = problems_of(draft)
            context = super().get_context_data(parent_context)
            return context | {
                "edition": draft,
                "is_on_its_way": self.instance.sendings.filter(state__in=Sending.OPEN).exists(),
                "may_look_again": not reason_against_looking(self.instance),
                "blocking": [problem for problem in problems if problem.is_blocking],
                "advice": [problem for problem in problems if not problem.is_blocking],
            }


class KindPanel(FieldPanel):
    """A new edition begins as the kind that its address names."""

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            asked = self.request.GET.get(self.field_name) if self.request is not None else None
            if self.instance.pk is None and asked in self.instance.Kind.values:
                self.form.initial[self.field_name] = asked
