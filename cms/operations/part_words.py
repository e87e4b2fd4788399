"""What the operators' report says of a part: its name, its state in a word, its numbers in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cms.operations.parts import AWAY, FAILED, HELD, LATE, LOW, OK, State

LABELS = {
    "database": gettext_lazy("Database"),
    "migrations": gettext_lazy("Migrations"),
    "tasks": gettext_lazy("Task worker"),
    "clock": gettext_lazy("Clock"),
    "cache": gettext_lazy("Redis"),
    "mail": gettext_lazy("Mail"),
    "bulletin": gettext_lazy("Bulletin"),
    "disk": gettext_lazy("Disk"),
    "postcodes": gettext_lazy("Postcodes"),
    "backup": gettext_lazy("Backup"),
    "search_engine": gettext_lazy("Search engine"),
}
STATES = {
    OK: gettext_lazy("fine"),
    LATE: gettext_lazy("late"),
    AWAY: gettext_lazy("away"),
    FAILED: gettext_lazy("something failed"),
    HELD: gettext_lazy("waits for a person"),
    LOW: gettext_lazy("low"),
}


def words_of(name: str, state: State) -> str:
    """One or two sentences; empty where the state says it all, as for a part that could not be asked."""
    return _SENTENCES[name](state) if name in _SENTENCES and len(state) > 1 else ""


def ago(seconds: int | None) -> str:
    if seconds is None:
        return _("never")
    now = timezone.now()
    long = timesince(now - timedelta(seconds=seconds), now, depth=1) if seconds >= 60 else _("a few seconds")
    return _("%(time)s ago") % {"time": long}


def _migrations(state: State) -> str:
    number = state["pending"]
    if not number:
        return _("All have been run.")
    return ngettext("%d has not been run.", "%d have not been run.", number) % number


def _tasks(state: State) -> str:
    return " ".join(
        (
            _("A worker was last seen: %s.") % ago(state["worker_seen"]),
            _waiting(state),
            _("Failed in a day: %(day)d, in two weeks: %(all)d.")
            % {"day": state["failed_today"], "all": state["failed"]},
        )
    )


def _waiting(state: State) -> str:
    if not state["waiting"]:
        return _("Nothing waits.")
    words = ngettext("%(number)d waits.", "%(number)d wait.", state["waiting"])
    if state["age"] is not None:
        words += " " + _("The oldest was due: %(ago)s.")
    return words % {"number": state["waiting"], "ago": ago(state["age"])}


def _clock(state: State) -> str:
    words = _("Its most frequent job ended: %s.") % ago(state["age"])
    if state["failed"]:
        words += " " + _("The last run failed: %s.") % ", ".join(state["failed"])
    return words


def _mail(state: State) -> str:
    return f"{_waiting(state)} {_('Given up in a month: %d.') % state['failed']}"


def _bulletin(state: State) -> str:
    words = [_("Workers: %d.") % state["workers"]]
    if state["gate"] == "shut":
        words.append(_("The gate is shut: this database was restored or copied, and no mail leaves it."))
    if state["due"]:
        words.append(
            _("Sendings due: %(number)d, the oldest: %(ago)s.")
            % {"number": state["due"], "ago": ago(state["age"])}
        )
    if state["paused"]:
        words.append(_("Sendings paused: %d.") % state["paused"])
    return " ".join(words)


def _disk(state: State) -> str:
    return "" if state["free"] is None else _("%d %% are free.") % round(state["free"] * 100)


def _postcodes(state: State) -> str:
    return _("Imported: %s.") % ago(state["age"])


def _backup(state: State) -> str:
    return _("The newest was made: %s.") % ago(state["age"])


def _search_engine(state: State) -> str:
    if state["away_for"] is None:
        return _waiting(state)
    return _("It does not answer; the first time was %s.") % ago(state["away_for"]) + " " + _waiting(state)


_SENTENCES: dict[str, Callable[[State], str]] = {
    "migrations": _migrations,
    "tasks": _tasks,
    "clock": _clock,
    "mail": _mail,
    "bulletin": _bulletin,
    "disk": _disk,
    "postcodes": _postcodes,
    "backup": _backup,
    "search_engine": _search_engine,
}
