"""The gate before all sending: a restored copy of the database sends nothing until a person says so.

Two things give a copy away. Its identity is another (bulletin.send.gate_identity). Or it is the same but
older than what was sent from it: a counter grows in the transaction in which a batch is taken, and the
machine remembers it (bulletin.send.gate_note).
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log as write_entry

from bulletin.models import Sending, SendingGate
from bulletin.send import gate_note, log_actions
from bulletin.send.gate_identity import IN_MEMORY, identity_of
from bulletin.send.gate_note import Note

log = logging.getLogger(__name__)

COPY = _("This database is a copy of the one that sent before, or was moved.")
OLDER = _("This database is older than what was sent from it: it was restored from a backup.")
NO_NOTE = _("This database has sent before, but not from the data folder of this machine.")
NO_FOLDER = _("The data folder %(folder)s cannot be read or written.")
DAMAGED = _("What this machine remembers of its database is damaged (the file %(file)s).")
UNKNOWN = _("Sendings are under way that this database did not start.")

# Before the name of a line of databases, made once: files get the inodes of deleted ones.
LINE = " #"


class GateState(NamedTuple):
    """`because` says to a person why nothing is sent; "" while the gate is open."""

    is_open: bool
    because: str


class GateShut(Exception):
    """Nothing may be sent from this database."""


def state() -> GateState:
    """As it is now, also when no worker has looked yet. Changes nothing."""
    try:
        look = _Look(identity_of(connection))
    except OSError:
        return _without_folder()
    return look.state_of(SendingGate.objects.filter(pk=1).first() or SendingGate())


def take_in() -> None:
    """Make this database the one that sends, where none is known and nothing is under way."""
    SendingGate.objects.get_or_create(pk=1)
    if not state().is_open:
        return
    look = _Look(identity_of(connection))
    gate = SendingGate.objects.get(pk=1)
    if look.objection(gate):
        return
    if not gate.identity:
        unknown = SendingGate.objects.filter(pk=1, identity="")
        unknown.update(identity=f"{look.identity}{LINE}{get_random_string(8)}")
        gate.refresh_from_db()
    if look.note_of(gate) is None:
        _write_down(gate)


def check() -> GateState:
    """What a worker asks before each batch: shuts the gate where something is wrong."""
    try:
        look = _Look(identity_of(connection))
        if look.identity != IN_MEMORY:
            gate_note.refuse_unwritable()
    except OSError:
        return _without_folder()
    gate = SendingGate.objects.filter(pk=1).first()
    now = look.state_of(gate or SendingGate())
    if now.is_open and not (gate and look.note_of(gate)):
        take_in()
    if not now.is_open:
        open_one = SendingGate.objects.filter(pk=1, held_since=None)
        if open_one.update(held_since=Now(), held_because=now.because[:300]):
            log.error("Nothing is sent from this database until a person releases it. %s", now.because)
    return now


def pass_through() -> None:
    """Count one batch, in its transaction; GateShut where nothing may be taken. Noted after the commit."""
    own = f"{identity_of(connection)}{LINE}"
    may_send = SendingGate.objects.filter(pk=1, identity__startswith=own, held_since=None)
    if not may_send.update(counter=F("counter") + 1):
        raise GateShut
    gate = SendingGate.objects.get(pk=1)
    transaction.on_commit(lambda: _write_down(gate))


def hold(because: str) -> None:
    """Nothing is sent until a person releases it, whatever this machine knows of the database."""
    SendingGate.objects.update_or_create(
        pk=1, defaults={"held_since": timezone.now(), "held_because": because[:300]}
    )


@transaction.atomic
def release(by: AbstractUser | None) -> None:
    """This database is the one that sends from now on. Every machine takes that over from it."""
    SendingGate.objects.get_or_create(pk=1)
    gate = SendingGate.objects.select_for_update().get(pk=1)
    line = gate.identity.rpartition(LINE)[2] or get_random_string(8)
    gate.identity = f"{identity_of(connection)}{LINE}{line}"
    gate.held_since, gate.held_because, gate.released_at = None, "", timezone.now()
    if known := _Look(gate.identity).note_of(gate):
        # The order of releases is that of their times, also after the clock was put right.
        noted = datetime.fromisoformat(known.released) if known.released else gate.released_at
        gate.released_at = max(gate.released_at, noted + timedelta(microseconds=1))
    gate.save()
    write_entry(gate, log_actions.RELEASED, user=by)
    transaction.on_commit(lambda: _write_down(gate))


class _Look:
    """What this machine knows. Its notes are read before the row: they are never ahead of it."""

    def __init__(self, identity: str) -> None:
        self.identity = identity
        self.is_damaged = False
        self.notes: dict[str, Note] = {}
        try:
            self.notes = gate_note.read_all()
        except gate_note.Damaged:
            self.is_damaged = identity != IN_MEMORY

    def state_of(self, gate: SendingGate) -> GateState:
        because = gate.held_because or str(self.objection(gate) or "")
        return GateState(not because, because)

    def note_of(self, gate: SendingGate) -> Note | None:
        return self.notes.get(gate.identity)

    def objection(self, gate: SendingGate) -> object:
        """Why this database may not send; None if it may."""
        if self.is_damaged:
            return DAMAGED % {"file": gate_note.path()}
        if not gate.identity:
            return UNKNOWN if _is_under_way() else None
        if gate.identity.rpartition(LINE)[0] != self.identity:
            return COPY
        if self.identity == IN_MEMORY:
            return None
        note = self.note_of(gate)
        if note is None:
            # On PostgreSQL a worker may be the first one on its machine.
            return NO_NOTE if connection.vendor == "sqlite" and gate.counter else None
        return OLDER if note > _now_of(gate) else None


def _is_under_way() -> bool:
    return Sending.objects.filter(state__in=Sending.OPEN, audience__isnull=False).exists()


def _now_of(gate: SendingGate) -> Note:
    return Note(gate.released_at.isoformat() if gate.released_at else "", gate.counter)


def _write_down(gate: SendingGate) -> None:
    if gate.identity.startswith(IN_MEMORY):
        return
    try:
        gate_note.write(gate.identity, _now_of(gate))
    except OSError:
        log.exception("What is sent cannot be remembered; nothing more is taken.")


def _without_folder() -> GateState:
    return GateState(False, str(NO_FOLDER % {"folder": settings.VAR_DIR}))
