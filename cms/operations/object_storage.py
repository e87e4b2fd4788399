"""Files in object storage that speaks S3. What fails there is an OSError, as with a folder, and soon."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from time import monotonic
from typing import IO, Any, NamedTuple, Protocol
from urllib.parse import urljoin

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.base import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from cms.operations.errors import FilesAway

log = logging.getLogger(__name__)

PAUSE = 5.0  # seconds for which storage that has not answered is not asked again
IN_MEMORY = 2 * 1024 * 1024  # bytes; a larger file waits in a temporary one
IMAGES = "images/"
KEPT_BY_BROWSERS = "public, max-age=604800"
# Some stores that speak S3 refuse checksums which they do not know.
WAYS = Config(
    signature_version="s3v4",
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
# A request of a reader or an editor waits a few seconds at most; a backup has time.
SOON = {"connect_timeout": 2, "read_timeout": 5, "retries": {"mode": "standard", "total_max_attempts": 2}}
PATIENT = {
    "connect_timeout": 10,
    "read_timeout": 60,
    "retries": {"mode": "standard", "total_max_attempts": 5},
}


class Stored(NamedTuple):
    """One file in the bucket: its name, bytes, and when it was put there."""

    name: str
    size: int
    changed: datetime


class Target(Protocol):
    """What bytes can be written to."""

    def write(self, data: bytes, /) -> Any: ...


class Fetched(File):
    """A file that was fetched whole when it was opened; it is fetched again when it is opened again."""

    def __init__(self, storage: ObjectStorage, name: str) -> None:
        super().__init__(storage.fetched(name), name)
        self.storage = storage

    def open(self, mode: str | None = None) -> Fetched:
        if self.closed:
            self.file = self.storage.fetched(self.name)
        self.seek(0)
        return self


class ObjectStorage(S3Storage):
    """All of the bucket may be private: only addresses of the site and of the media host are given out."""

    def __init__(self, waits: dict[str, Any] = SOON, **given: Any) -> None:
        addressing = {"addressing_style": "path"} if given.get("endpoint_url") else None
        fixed = {
            "client_config": WAYS.merge(Config(**waits, s3=addressing)),
            "transfer_config": TransferConfig(use_threads=False),
            "file_overwrite": False,
            "default_acl": None,
        }
        super().__init__(**given, **fixed)
        self.away_until = 0.0

    @contextmanager
    def reached(self, name: str = "") -> Iterator[None]:
        """FilesAway while the storage does not answer or refuses, FileNotFoundError for what is not in it."""
        if monotonic() < self.away_until:
            raise FilesAway("The object storage cannot be reached.")
        try:
            yield
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404 and name:
                raise FileNotFoundError(2, "No such file in the object storage", name) from None
            code = error.response.get("Error", {}).get("Code", "?")
            log.error("The object storage refuses: %s", code)
            raise FilesAway(f"The object storage refuses: {code}.") from error
        except (BotoCoreError, Boto3Error) as error:
            self.away_until = monotonic() + PAUSE
            log.error("The object storage cannot be reached: %s", type(error).__name__)
            raise FilesAway(f"The object storage cannot be reached ({type(error).__name__}).") from error

    def url(self, name: str, *_given: Any, **_options: Any) -> str:
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name))

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        return {"CacheControl": KEPT_BY_BROWSERS} if name.startswith(IMAGES) else {}

    def _open(self, name: str, mode: str = "rb") -> Fetched:
        if mode != "rb":
            raise ValueError("Files in object storage are opened to be read as bytes.")
        return Fetched(self, name)

    def fetched(self, name: str) -> IO[bytes]:
        file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  whoever opens it closes it
        self.fetch(name, file)
        file.seek(0)
        return file

    def fetch(self, name: str, target: Target) -> None:
        """Write the whole of a file to somewhere on this machine."""
        with self.reached(name):
            copyfileobj(self.bucket.Object(self._normalize_name(name)).get()["Body"], target)

    def replace(self, name: str, source: Path) -> None:
        """Put a file of this machine there under exactly this name; it is seen once all of it is there."""
        with self.reached():
            key = self._normalize_name(name)
            given = self._get_write_parameters(name)
            self.bucket.Object(key).upload_file(str(source), ExtraArgs=given, Config=self.transfer_config)

    def files(self) -> Iterator[Stored]:
        """All there are below `location`, in the order of their names."""
        start = f"{self.location}/" if self.location else ""
        with self.reached():
            for found in self.bucket.objects.filter(Prefix=start):
                if not found.key.endswith("/"):  # which stand for folders
                    yield Stored(found.key.removeprefix(start), found.size, found.last_modified)

    def _save(self, name: str, content: File) -> str:
        with self.reached():
            return super()._save(name, content)

    def delete(self, name: str) -> None:
        """A file whose record has gone stays behind, and is named in the log, where it cannot be removed."""
        try:
            self.remove(name)
        except FilesAway:
            log.error("%s is left over in the object storage.", name)

    def remove(self, name: str) -> None:
        with self.reached():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with self.reached():
            return super().exists(name)

    def size(self, name: str) -> int:
        with self.reached(name):
            return super().size(name)

    def get_modified_time(self, name: str) -> datetime:
        with self.reached(name):
            return super().get_modified_time(name)
