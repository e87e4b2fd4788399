"""Why a backup was not made or not restored, each as one line for a person."""

from __future__ import annotations


class BackupProblem(Exception):
    """What was asked for was not done."""


class NotMade(BackupProblem):
    """There is no new backup, or an older one could not be removed; what there was is whole."""


class Damaged(BackupProblem):
    """The archive is not one that `backup` has written, or is no longer whole."""


class NotRestored(BackupProblem):
    """The restore was refused, or has ended early: the line says what it had changed by then."""


def in_words(problem: Exception) -> str:
    """The first line of what a system or a database says, and the file it speaks of."""
    if isinstance(problem, OSError) and problem.strerror:
        return f"{problem.filename}: {problem.strerror}" if problem.filename else problem.strerror
    return (str(problem) or type(problem).__name__).strip().splitlines()[0]
