"""A person at the editor: opens a page, changes fields and presses a button, as in a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, SoupStrainer, Tag
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group, Permission
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Page

from la_directory.models import CouncilPage

PUBLISH, SUBMIT, SAVE = {"action-publish": "1"}, {"action-submit": "1"}, {}
APPROVE = {"action-workflow-action": "1", "workflow-action-name": "approve"}
SEND_BACK = {
    "action-workflow-action": "1",
    "workflow-action-name": "reject",
    "workflow-action-extra-data": '{"comment": "Say more."}',
}


@dataclass
class Editor:
    user: AbstractUser
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        self.client.force_login(self.user)

    def open(self, page: Page) -> dict[str, Any]:
        """What the form holds. Stream fields are built by scripts; here they are empty."""
        response = self.client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert response.status_code == 200, response.headers
        return self._filled(response, type(page))

    def press(self, button: dict[str, str], page: Page, form: dict[str, Any] | None = None, **values: Any):
        data = {**(form or self.open(page)), **values, **button}
        return self.client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    def add(self, button: dict[str, str], parent: Page, model: type[Page], **values: Any) -> HttpResponse:
        url = reverse(
            "wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk]
        )
        return self.client.post(url, {**self._filled(self.client.get(url), model), **values, **button})

    def html(self, page: Page) -> str:
        return self.client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    def _filled(self, response: HttpResponse, model: type[Page]) -> dict[str, Any]:
        only = SoupStrainer("form", id=re.compile("^page-"))
        form = BeautifulSoup(response.content, "html.parser", parse_only=only)
        streams = [
            f"{field.name}-count" for field in model._meta.get_fields() if isinstance(field, StreamField)
        ]
        return {**dict.fromkeys(streams, "0"), **_values(form)}


def _values(form: Tag) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for control in form.select("input[name], textarea[name], select[name]"):
        name, kind = control["name"], control.get("type", control.name)
        if kind in ("checkbox", "radio"):
            if control.has_attr("checked"):
                found.setdefault(name, []).append(control.get("value", "on"))
        elif kind == "select":
            found[name] = [option["value"] for option in control.select("option[selected]")]
        elif kind == "textarea":
            found[name] = control.text.removeprefix("\n")
        elif kind != "submit":
            found[name] = control.get("value", "")
    return found


def council_person(council: CouncilPage, name: str = "morag") -> AbstractUser:
    user = get_user_model().objects.create_user(name, f"{name}@council.example", first_name=name.title())
    user.groups.add(council.team.group)
    return user


def government_person(name: str = "moderator") -> AbstractUser:
    user = get_user_model().objects.create_user(name, f"{name}@gov.example")
    user.groups.add(Group.objects.get(name="SG moderators"))
    user.user_permissions.add(Permission.objects.get(codename="manage_teams"))
    return user
