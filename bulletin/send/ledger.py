"""The two statements that each message costs: W1 just before its final dot, W2 after the answer.

    W1   claimed → in_flight, only where the row is still this worker's and the person still wants it
    W2   in_flight → what the answer makes of it

They are written in SQL because they run for each message. Their times are the database's, so that the clocks
of several hosts need not agree. All conditions on the row stand in the statement itself: PostgreSQL then
looks at them again after it has waited for another's change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections, transaction
from django.db.backends.utils import CursorWrapper

from bulletin.models import Delivery, Sending
from bulletin.send import breaker
from bulletin.send.claim import Claimed
from bulletin.send.replies import Fate, Outcome
from bulletin.send.wanted import DELIVERY, WHY_UNWANTED, still_wanted

State = Delivery.State
WORDS = 300

NOW = {
    "sqlite": "strftime('%%Y-%%m-%%d %%H:%%M:%%f', 'now')",
    "postgresql": "statement_timestamp()",
}
LATER = {
    "sqlite": "strftime('%%Y-%%m-%%d %%H:%%M:%%f', 'now', %s || ' seconds')",
    "postgresql": "statement_timestamp() + make_interval(secs => %s)",
}
MARK = f"""
    UPDATE {DELIVERY} SET state = '{State.IN_FLIGHT}', leased_until = {{later}}
    WHERE id = %s AND claim = %s AND state = '{State.CLAIMED}' AND leased_until > {{now}}
    AND {{still_wanted}}
    AND (SELECT sending.state = '{Sending.State.SENDING}' FROM {Sending._meta.db_table} sending
         WHERE sending.id = {DELIVERY}.sending_id)
"""  # noqa: S608  names of tables and states, nothing from outside
SETTLE = f"UPDATE {DELIVERY} SET {{values}} WHERE id = %s AND claim = %s AND state IN ({{states}})"  # noqa: S608  as above
HAD = f"'{State.CLAIMED}', '{State.IN_FLIGHT}'"
# A late answer still counts where the lease is over and nobody has taken the row since.
FREE = f"{HAD}, '{State.PENDING}'"
KNOWN = f"{FREE}, '{State.UNCERTAIN}'"


class Mark(NamedTuple):
    """W1 for one row; `audience_kind` as for `wanted.still_wanted`."""

    row: Claimed
    audience_kind: str


class Ledger:
    """Writes through the database connection of the thread that calls."""

    def __init__(self) -> None:
        self.connection = connections[DEFAULT_DB_ALIAS]
        self.now = NOW[self.connection.vendor]
        self.later = LATER[self.connection.vendor]

    def write(self, entries: Sequence[Mark | Outcome]) -> list[bool]:
        """All in one transaction, and whether each found its row as it should be.

        In the order of the rows, so that of two who write none waits for the other in a circle.
        """
        places = sorted(range(len(entries)), key=lambda place: entries[place].row.pk)
        found = self._write([entries[place] for place in places])
        return [was_found for _place, was_found in sorted(zip(places, found, strict=True))]

    def _write(self, entries: list[Mark | Outcome]) -> list[bool]:
        statements = [self._statement(entry) for entry in entries]
        if refused := {entry.row.sending_id for entry in entries if _is_refusal(entry)}:
            with transaction.atomic():
                breaker.lock(refused)
                found = self._execute(statements)
                for sending_id in refused:
                    breaker.look(sending_id)
            return found
        if len(statements) == 1 or self.connection.vendor == "postgresql":
            return self._execute(statements)  # is a transaction by itself
        with transaction.atomic():
            return self._execute(statements)

    def _execute(self, statements: list[tuple[str, list[Any]]]) -> list[bool]:
        with self.connection.cursor() as cursor:
            if self.connection.vendor == "postgresql":
                return _at_once(cursor, statements)
            found = []
            for statement, parameters in statements:
                cursor.execute(statement, parameters)
                found.append(cursor.rowcount == 1)
            return found

    def is_reachable(self) -> bool:
        try:
            with self.connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except (OperationalError, InterfaceError):
            self.connection.close()
            return False
        return True

    def _statement(self, entry: Mark | Outcome) -> tuple[str, list[Any]]:
        return self._mark(entry) if isinstance(entry, Mark) else self._settle(entry)

    def _mark(self, mark: Mark) -> tuple[str, list[Any]]:
        wanted = still_wanted(mark.audience_kind)
        statement = MARK.format(now=self.now, later=self.later, still_wanted=wanted)
        return statement, [settings.BULLETIN_LEASE.total_seconds(), mark.row.pk, mark.row.token]

    def _settle(self, outcome: Outcome) -> tuple[str, list[Any]]:
        values, parameters, states = self._change(outcome)
        if outcome.reply:
            values += ", reply_code = %s, reply_text = %s"
            parameters += [outcome.reply.code or None, outcome.reply.text.replace("\0", "")[:WORDS]]
        statement = SETTLE.format(values=f"leased_until = NULL, {values}", states=states)
        return statement, [*parameters, outcome.row.pk, outcome.row.token]

    def _change(self, outcome: Outcome) -> tuple[str, list[Any], str]:
        """Columns that are set, their parameters, and the states in which the row may be."""
        answered = f"answered_at = {self.now}"
        match outcome.fate:
            case Fate.SENT:
                return f"state = '{State.SENT}', sent_at = {self.now}, {answered}", [], KNOWN
            case Fate.FAILED:
                return f"state = '{State.FAILED}', {answered}", [], KNOWN
            case Fate.LATER:
                counted = (
                    "attempts = attempts + 1, "
                    f"first_refused_at = COALESCE(first_refused_at, {self.now}), not_before = {self.later}"
                )
                return f"state = '{State.PENDING}', claim = '', {counted}", [outcome.pause], FREE
            case Fate.BACK:
                return f"state = '{State.PENDING}', claim = '', not_before = {self.now}", [], HAD
            case Fate.UNWANTED:
                return f"state = '{State.SKIPPED}', skip_reason = {WHY_UNWANTED}, claim = ''", [], HAD
        again = f"state = {uncertain_again()}, was_uncertain = TRUE, not_before = {self.now}"
        return again, [], f"'{State.IN_FLIGHT}'"


def _at_once(cursor: CursorWrapper, statements: list[tuple[str, list[Any]]]) -> list[bool]:
    """In one round trip. PostgreSQL takes what comes in one for a transaction."""
    text = ";".join(statement for statement, _parameters in statements)
    cursor.execute(text, [value for _statement, parameters in statements for value in parameters])
    found = [cursor.rowcount == 1]
    while cursor.nextset():
        found.append(cursor.rowcount == 1)
    return found


def uncertain_again() -> str:
    """SQL: sent once more by itself, unless that was done already or the settings say otherwise."""
    if not settings.BULLETIN_RESENDS_UNCERTAIN:
        return f"'{State.UNCERTAIN}'"
    return f"CASE WHEN was_uncertain THEN '{State.UNCERTAIN}' ELSE '{State.PENDING}' END"


def _is_refusal(entry: Mark | Outcome) -> bool:
    return isinstance(entry, Outcome) and entry.fate is Fate.FAILED
