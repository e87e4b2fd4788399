"""Object storage that keeps backups: each is seen there once all of it is, and is then read back."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.core.files.storage import Storage
from django.utils import timezone

from cms.operations.backup.folder import NAME, free_name, to_remove
from cms.operations.backup.problems import NotMade, NotRestored, in_words
from cms.operations.errors import FilesAway
from cms.operations.object_storage import PATIENT, ObjectStorage

ABANDONED = timedelta(days=1)  # after which an upload that has not ended is taken for one of a killed run


class Bucket:
    """Where backups lie; `given` is how it is reached (cms.settings.addresses.backups)."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.storage = ObjectStorage(waits=PATIENT, **given)
        self.shown = "/".join(filter(None, ("s3:/", self.storage.bucket_name, self.storage.location)))

    def is_of(self, uploads: Storage) -> bool:
        """Whether the uploads lie in a bucket of this name, part of which may be public.

        One service has several addresses, so they do not tell whether it is the same one.
        """
        return isinstance(uploads, ObjectStorage) and uploads.bucket_name == self.storage.bucket_name

    def names(self) -> list[str]:
        """Of the finished ones, newest first."""
        return sorted((one.name for one in self.storage.files() if NAME.fullmatch(one.name)), reverse=True)

    def keep(self, finished: Path, made_at: datetime) -> str:
        """The name it has got. One that does not read back, or as something else, goes again: NotMade."""
        self._clear_up()
        name = free_name(made_at, set(self.names()))
        self.storage.replace(name, finished)
        with finished.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").digest()
        try:
            if self._digest(name) == digest:
                return name
            why = "what was written reads back as something else"
        except OSError as problem:
            why = f"what was written cannot be read back: {in_words(problem).rstrip('.')}"
        self._remove_unchecked(name, why)
        raise NotMade(f"{self.shown}: {why}.")

    def _remove_unchecked(self, name: str, why: str) -> None:
        self.storage.away_until = 0.0  # asked once more, also where it has just failed
        try:
            self.storage.remove(name)
        except OSError:
            raise NotMade(
                f"{self.shown}: {why}. {name} is not checked and could not be removed: remove it by hand."
            ) from None

    def _digest(self, name: str) -> bytes:
        sha256 = hashlib.sha256()
        self.storage.fetch(name, SimpleNamespace(write=sha256.update))
        return sha256.digest()

    def remove_old(self, newest: str, number: int) -> list[str]:
        old = to_remove(self.names(), newest, number)
        for name in old:
            self.storage.remove(name)
        return old

    def fetch(self, name: str, target: Path, room: int) -> None:
        """Bring one to this machine; NotRestored where there is none of this name, or no room for it."""
        size = next((one.size for one in self.storage.files() if one.name == name), None)
        if size is None:
            raise NotRestored(f"{self.shown}/{name}: No such file in the object storage.")
        if size > room:
            raise NotRestored(f"{name}: there is no room for it ({room:,} bytes are free).")
        with target.open("xb") as file:
            self.storage.fetch(name, file)

    def _clear_up(self) -> None:
        """Pieces of an upload that was killed are seen by nobody, and cost money until they go."""
        before = timezone.now() - ABANDONED
        with suppress(FilesAway), self.storage.reached():  # not every store can tell
            for upload in self.storage.bucket.multipart_uploads.filter(Prefix=self.storage.location):
                if NAME.fullmatch(upload.object_key.rpartition("/")[2]) and upload.initiated < before:
                    upload.abort()
