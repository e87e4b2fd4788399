"""What a council publishes and what SG approves shows everywhere at once, with the day of its check."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from la_directory.exchange.export import exported
from la_directory.exchange.held import held_directory
from tests.la_directory.editor import APPROVE, PUBLISH, SUBMIT

pytestmark = pytest.mark.django_db

NEW, OLD = "0141 496 0999", "0141 496 0123"


def everywhere(council) -> dict[str, str]:
    """The texts in which readers and SG meet a council, without no-break spaces."""
    reader, directory = Client(), council.get_parent().specific
    found = {
        "page": reader.get(council.url).content.decode(),
        "csv": reader.get(directory.file_url("export", "csv")).content.decode(),
        "json": json.dumps(reader.get(directory.file_url("export", "json")).json()),
        "table": exported(held_directory(directory), "csv").decode(),
    }
    return {name: text.replace("\N{NO-BREAK SPACE}", " ") for name, text in found.items()}


def test_a_number_and_an_approved_service_show_at_once(glasgow, contact, service, morag, moderator) -> None:
    assert OLD in everywhere(glasgow)["page"]
    morag.press(PUBLISH, contact, telephone=NEW)
    morag.press(SUBMIT, service, summary="A bus to the training centre.")
    before = everywhere(glasgow)
    assert [name for name, text in before.items() if NEW not in text or OLD in text] == []
    assert "bus to the training" not in before["page"] + before["csv"] + before["json"]
    moderator.press(APPROVE, service)
    after = everywhere(glasgow)
    assert [name for name, text in after.items() if "bus to the training" not in text] == []
    today = date_format(timezone.localdate(), "j F Y")
    assert after["page"].count(f"Checked {today} by Glasgow City Council") == 2
