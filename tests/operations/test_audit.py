"""What is done with the bulletin, with files of addresses and with imports is written down once.

Each entry says who (nobody where a command did it), what and when, and holds no address. Changes of rights
are in test_rights_log, the second factor in tests/accounts, the teams of councils in tests/la_directory.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import AbstractUser
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from bulletin.approval.approve import approve
from bulletin.models import Delivery, Sending
from bulletin.send import gate, states, uncertain
from bulletin.send.queue import queue_edition
from tests.bulletin import office
from tests.bulletin.send import post_room
from tests.la_directory.postcodes import files

pytestmark = pytest.mark.django_db

Entry = tuple[str, str | None]  # what, and who


@pytest.fixture
def boyd(db: None) -> AbstractUser:
    return office.moderator()


@pytest.fixture
def written(boyd: AbstractUser) -> Callable[[Callable[[], object]], list[Entry]]:
    """What one act leaves in the logs."""

    def of(act: Callable[[], object]) -> list[Entry]:
        before = {model: set(model.objects.values_list("pk", flat=True)) for model in MODELS}
        began = timezone.now()
        act()
        entries = [one for model in MODELS for one in model.objects.exclude(pk__in=before[model])]
        for one in entries:
            assert began <= one.timestamp <= timezone.now()
            assert "@" not in json.dumps([one.label, one.data])
        return [(one.action, one.user.get_username() if one.user else None) for one in entries]

    return of


MODELS = (ModelLogEntry, PageLogEntry)


def uncertain_delivery() -> Delivery:
    post_room.subscribers(2)
    sending = post_room.started()
    sending.deliveries.update(state=Delivery.State.UNCERTAIN)
    Sending.objects.filter(pk=sending.pk).update(state=Sending.State.SENT)
    return sending.deliveries.first()


def test_approving_and_queueing(written, boyd) -> None:
    edition = office.edition(office.editor())
    post_room.subscribers(1)
    assert written(lambda: approve(edition, boyd)) == [("bulletin.approve", "boyd")]
    assert written(lambda: queue_edition(edition, by=boyd)) == [("bulletin.queue", "boyd")]


def test_pausing_resuming_and_cancelling(written, boyd) -> None:
    sending = post_room.queued(send_at=timezone.now() + timedelta(hours=1))
    assert written(lambda: states.pause(sending, boyd)) == [("bulletin.pause", "boyd")]
    assert written(lambda: states.resume(sending, boyd)) == [("bulletin.resume", "boyd")]
    assert written(lambda: states.cancel(sending, boyd)) == [("bulletin.cancel", "boyd")]


def test_what_was_not_possible_is_not_written(written, boyd) -> None:
    sending = post_room.queued(send_at=timezone.now() + timedelta(hours=1))

    def resume() -> None:
        with pytest.raises(states.NotPossible):
            states.resume(sending, boyd)

    assert written(resume) == []


@pytest.mark.parametrize(
    ("decide", "action"),
    [(uncertain.resend, "bulletin.resend"), (uncertain.treat_as_sent, "bulletin.treat_as_sent")],
)
def test_deciding_what_became_of_a_message(written, boyd, decide, action: str) -> None:
    delivery = uncertain_delivery()
    assert written(lambda: decide(delivery, boyd)) == [(action, "boyd")]


def test_letting_a_restored_database_send(written, boyd) -> None:
    gate.hold("It was restored.")
    assert written(lambda: gate.release(boyd)) == [("bulletin.release", "boyd")]
    assert written(lambda: call_command("bulletin_status", release=True)) == [("bulletin.release", None)]


def test_taking_subscribers_out_and_in(written, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    post_room.subscribers(3)
    out = written(lambda: call_command("export_subscribers", output=file))
    assert out == [("bulletin.export_subscribers", None)]
    post_room.subscribers(0)
    taken = written(lambda: call_command("import_subscribers", str(file)))
    assert taken == [("bulletin.import_subscribers", None)]
    assert written(lambda: call_command("import_subscribers", str(file), dry_run=True)) == []


def test_taking_councils_out_and_in(written, demo_site, tmp_path: Path) -> None:
    file = str(tmp_path / "councils.csv")
    out = written(lambda: call_command("export_councils", output=Path(file)))
    assert out == [("la_directory.export_councils", None)]
    assert written(lambda: call_command("import_councils", file)) == [("la_directory.import_councils", None)]
    assert written(lambda: call_command("import_councils", file, dry_run=True)) == []


def test_taking_postcodes_in(written, tmp_path: Path) -> None:
    folder = str(files.os_folder(tmp_path))
    assert written(lambda: call_command("import_postcodes", folder, verbosity=0)) == [
        ("la_directory.import_postcodes", None)
    ]


def test_no_entry_of_the_demo_site_holds_an_address(demo_site) -> None:
    for model in MODELS:
        assert "@" not in json.dumps(list(model.objects.values_list("label", "data")))
