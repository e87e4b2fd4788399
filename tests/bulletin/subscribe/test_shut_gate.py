"""A restored copy sends no confirmations and links either; a site that has never sent an edition does."""

from __future__ import annotations

import pytest
from django.utils import timezone

from bulletin.models import SendingGate
from bulletin.send import gate
from tests.bulletin.subscribe.reader import Reader

pytestmark = pytest.mark.django_db


def test_a_site_that_has_never_sent_an_edition_confirms(ann: Reader) -> None:
    SendingGate.objects.all().delete()
    ann.signs_up()
    assert len(ann.mails()) == 1


def test_behind_a_shut_gate_a_confirmation_waits_until_a_person_opens_it(ann: Reader) -> None:
    gate.take_in()
    SendingGate.objects.update(held_since=timezone.now(), held_because="It is a copy.")
    ann.signs_up()
    assert ann.mails() == []
    gate.release(None)
    assert [mail.subject for mail in ann.mails()] == ["Confirm that you want the bulletin"]


def test_a_copy_of_the_database_confirms_nothing(ann: Reader) -> None:
    gate.take_in()
    SendingGate.objects.update(identity="sqlite: file 1 #another")
    ann.signs_up()
    assert ann.mails() == []
