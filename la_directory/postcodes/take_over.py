"""Puts a new set of postcodes in the place of the present one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from time import sleep
from typing import Any, TypeVar

from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from la_directory.councils import by_code
from la_directory.models import Postcode, PostcodeSet, PostcodeShare
from la_directory.postcodes.read import Findings, Progress
from la_directory.postcodes.refusal import CannotImport
from la_directory.postcodes.shares import count

T = TypeVar("T")
CHUNK = 5_000
ROWS_A_STATEMENT = 200
PAUSE = 0.005  # seconds between two chunks, in which editors may save
FEWEST = 0.9  # of the rows there are now
IMPORTED = "la_directory.import_postcodes"  # in the log


def take_over(
    findings: Findings, file_name: str, *, accept_fewer: bool = False, progress: Progress = lambda share: None
) -> PostcodeSet:
    """Writes the new set beside the present one, makes it current at one stroke, then clears the old rows.

    Until the stroke readers are answered from the present set. What an import that broke off has left is
    removed by the next one.
    """
    if not accept_fewer:
        _refuse_fewer(findings)
    _clear()
    new = PostcodeSet.objects.create(
        file_name=file_name[-255:],
        kind=findings.kind,
        terminated=findings.terminated,
        elsewhere=findings.elsewhere,
    )
    try:
        _write(new, findings, progress)
        _make_current(new, len(findings.councils))
    except (IntegrityError, PostcodeSet.DoesNotExist) as problem:
        raise CannotImport(
            "another import of postcodes has begun since; the set in use is unchanged"
        ) from problem
    _clear()
    return new


def _refuse_fewer(findings: Findings) -> None:
    present = PostcodeSet.objects.current()
    if present is None:
        return
    number = len(findings.councils)
    if number < FEWEST * present.rows:
        raise CannotImport(
            f"{number:,} postcodes are far fewer than the {present.rows:,} in use: under {FEWEST:.0%}. If "
            "that is right, use --accept-fewer"
        )
    before = set(present.shares.exclude(council="").values_list("council", flat=True))
    if lost := before - set(findings.councils.values()):
        names = ", ".join(sorted(by_code()[code].name for code in lost))
        raise CannotImport(
            f"no postcode of {names}, which has some now. If that is right, use --accept-fewer"
        )


def _write(new: PostcodeSet, findings: Findings, progress: Progress) -> None:
    total, written = len(findings.councils), 0
    for chunk in _chunks(findings.councils.items()):
        _add(new, Postcode, ("postcode", "council"), chunk)
        written += len(chunk)
        progress(written / total)
    for chunk in _chunks(count(findings)):
        _add(new, PostcodeShare, ("part", "council", "postcodes"), chunk)


def _add(
    new: PostcodeSet, model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """By hand: four times as fast as making an object of each row."""
    quote = connection.ops.quote_name
    names = ", ".join(quote(name) for name in ("of_id", *columns))
    row_places = f"({', '.join(['%s'] * (1 + len(columns)))})"
    with transaction.atomic(), connection.cursor() as cursor:
        PostcodeSet.objects.select_for_update().get(pk=new.pk)  # another import would have removed it
        for some in _chunks(rows, ROWS_A_STATEMENT):
            places = ", ".join([row_places] * len(some))
            # Only names of our own tables are put in.
            statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES {places}"  # noqa: S608
            cursor.execute(statement, list(chain.from_iterable((new.pk, *row) for row in some)))
    sleep(PAUSE)


def _make_current(new: PostcodeSet, rows: int) -> None:
    if new.postcodes.count() != rows:
        raise PostcodeSet.DoesNotExist
    with transaction.atomic():
        new = PostcodeSet.objects.select_for_update().get(pk=new.pk)
        PostcodeSet.objects.filter(is_current=True).update(is_current=False)
        new.is_current, new.rows, new.imported_at = True, rows, timezone.now()
        new.save(update_fields=["is_current", "rows", "imported_at"])


def _clear() -> None:
    """Removes all rows that are not in use, and the records of imports that never were."""
    for model in (Postcode, PostcodeShare):
        while _remove_chunk(model):
            sleep(PAUSE)
    PostcodeSet.objects.filter(is_current=False, rows=0).delete()


def _remove_chunk(model: type[models.Model]) -> int:
    """By hand: Django would first fetch each row, for those who listen to deletions."""
    quote = connection.ops.quote_name
    rows, sets = quote(model._meta.db_table), quote(PostcodeSet._meta.db_table)
    statement = (
        f"DELETE FROM {rows} WHERE id IN (SELECT {rows}.id FROM {rows} "  # noqa: S608  names of our own tables
        f"JOIN {sets} ON {sets}.id = {rows}.of_id WHERE NOT {sets}.is_current LIMIT {CHUNK})"
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.rowcount


def _chunks(rows: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    rows = iter(rows)
    while chunk := list(islice(rows, size)):
        yield chunk
