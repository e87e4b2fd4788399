"""A verb that meets a busy database says so in one line."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.urls import reverse

from bulletin.admin.editions.uncertain import AGAIN, VERBS
from bulletin.admin.editions.verbs import Pause
from bulletin.models import Delivery, Sending
from tests.bulletin.admin.conftest import SignedIn


@pytest.mark.parametrize("words", ["deadlock detected", "database is locked"])
def test_a_busy_database_asks_to_try_again(
    started: Sending, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    def stumble(sending: Sending, by: object) -> None:
        raise OperationalError(words)

    monkeypatch.setattr(Pause, "verb", stumble)
    response = signed_in("moderator").post(reverse("bulletin_pause", args=[started.pk]), follow=True)
    assert "Please try again" in response.content.decode()
    started.refresh_from_db()
    assert started.state == Sending.State.SENDING


def test_a_decision_that_meets_one_is_left_open(
    started: Sending, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(delivery: Delivery, by: object) -> None:
        raise OperationalError("deadlock detected")

    monkeypatch.setitem(VERBS, AGAIN, stumble)
    started.deliveries.update(state=Delivery.State.UNCERTAIN)
    address = reverse("bulletin_uncertain", args=[started.pk])
    response = signed_in("moderator").post(address, {"decision": AGAIN}, follow=True)
    assert "Please try again" in response.content.decode()
    assert not started.deliveries.exclude(state=Delivery.State.UNCERTAIN).exists()
