"""The mailbox into which mail comes back: an mbox file or a Maildir on this machine.

The database remembers what was read, so nothing counts twice and an mbox file is never written to. A mail of
which only half is there yet is another one when it is whole.
"""

from __future__ import annotations

import logging
import mailbox
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from django.conf import settings

from bulletin.bounces.messages import reports_in
from bulletin.bounces.reports import Report, event_key, take
from bulletin.models import ProviderEvent

log = logging.getLogger(__name__)

LARGEST = 1024 * 1024  # of a mail; what matters stands at its beginning
MOST_AT_ONCE = 2_000
BATCH = 500


def read_bounces() -> int:
    """How many addresses get no more mail because of what has come in."""
    if not settings.BOUNCE_MAILBOX:
        return 0
    box = Path(settings.BOUNCE_MAILBOX)
    try:
        mails = _unread_files(box) if box.is_dir() else _mails_of_file(box)
        return sum(_take(content, path) for path, content in mails)
    except (FileNotFoundError, mailbox.NoSuchMailboxError):
        return 0  # no mail has ever come
    except OSError as error:
        log.error("The mailbox of bounces cannot be read: %s", error.strerror)
        return 0


def _take(content: bytes, path: Path | None) -> int:
    number = take(_reports(content), _name(content))
    if path is not None:
        _mark(path)
    return number


def _reports(content: bytes) -> list[Report]:
    try:
        return reports_in(content)
    except (
        Exception
    ) as error:  # anybody can write to this mailbox, and no mail may keep others from being read
        log.warning("A mail among the bounces cannot be read: %s", type(error).__name__)
        return []


def _name(content: bytes) -> str:
    return f"mailbox:{sha256(content).hexdigest()}"


def _mails_of_file(box: Path) -> Iterator[tuple[None, bytes]]:
    """Those of an mbox file that were not read before."""
    file = mailbox.mbox(box, create=False)
    try:
        for place in islice(_unread_places(file), MOST_AT_ONCE):
            yield None, _content(file, place)
    finally:
        file.close()


def _unread_places(file: mailbox.mbox) -> Iterator[int]:
    """One query for many mails, because the file keeps all that ever came."""
    places = file.iterkeys()
    while batch := {event_key(_name(_content(file, place))): place for place in islice(places, BATCH)}:
        read = ProviderEvent.objects.filter(event_key__in=batch).values_list("event_key", flat=True)
        known = set(read)
        yield from (place for event, place in batch.items() if event not in known)


def _content(file: mailbox.mbox, place: int) -> bytes:
    with file.get_file(place) as mail:
        return mail.read(LARGEST)


def _unread_files(box: Path) -> Iterator[tuple[Path, bytes]]:
    """Those of a Maildir without the mark; what still lies in `tmp` is not whole."""
    paths = (
        path
        for folder in ("new", "cur")
        for path in sorted((box / folder).glob("*"))
        if path.is_file() and not _is_marked(path)
    )
    for path in islice(paths, MOST_AT_ONCE):
        try:
            with path.open("rb") as mail:
                content = mail.read(LARGEST)
        except FileNotFoundError:
            continue  # another clock was faster
        yield path, content


def _is_marked(path: Path) -> bool:
    return "S" in path.name.partition(":2,")[2]


def _mark(path: Path) -> None:
    """Seen, as mail programs write it."""
    name, _info, flags = path.name.partition(":2,")
    try:
        path.rename(path.parent.parent / "cur" / f"{name}:2,{''.join(sorted({*flags, 'S'}))}")
    except FileNotFoundError:
        return
