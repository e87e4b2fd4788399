"""A person at the editor of an edition, whose stream fields are sent as they are stored."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from bulletin.models import EditionPage
from cms.accounts.models import User

BUTTONS = {
    "save": {},
    "submit": {"action-submit": "1"},
    "publish": {"action-publish": "1"},
    "take back": {"action-cancel-workflow": "1"},
    "approve": {"action-workflow-action": "1", "workflow-action-name": "approve"},
    "reject": {
        "action-workflow-action": "1",
        "workflow-action-name": "reject",
        "workflow-action-extra-data": json.dumps({"comment": "Say more."}),
    },
}


@dataclass
class Editing:
    user: User
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        self.client.force_login(self.user)

    def open(self, edition: EditionPage) -> HttpResponse:
        return self.client.get(reverse("wagtailadmin_pages:edit", args=[edition.pk]))

    def press(self, button: str, edition: EditionPage, **changes: Any) -> HttpResponse:
        url = reverse("wagtailadmin_pages:edit", args=[edition.pk])
        return self.client.post(url, self.form(edition, **changes) | BUTTONS[button])

    def form(self, edition: EditionPage, **changes: Any) -> dict[str, Any]:
        """What the editor would send of the newest draft."""
        draft = edition.get_latest_revision_as_object()
        newest = edition.get_latest_revision()
        bound = self.open(edition).context["form"]
        simple = {
            name: bound[name].value()
            for name in bound.fields
            if name not in ("sections", "related", "introduction", "comments")
        }
        given = {name: value for name, value in simple.items() if value not in (None, False)}
        given |= {
            "introduction": bound["introduction"].field.widget.format_value(draft.introduction),
            "sections": _stream(draft.sections.raw_data),
            "related": _stream(draft.related.raw_data),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
            "loaded_revision_id": newest.pk,
            "loaded_revision_created_at": newest.created_at.isoformat(),
        }
        return nested_form_data({**given, **changes})


def _stream(raw: Any) -> dict[str, Any]:
    return streamfield([(child["type"], _value(child["value"])) for child in raw])


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _value(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return _stream(value)
    return value
