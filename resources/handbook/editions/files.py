"""The files of an edition: the same formats as those of the working version, made once."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from hashlib import sha256

from django.utils.translation import gettext as _

from resources.handbook.content import Handbook
from resources.handbook.files.formats import FORMATS

log = logging.getLogger(__name__)


class FileNotMade(Exception):
    """One of the files cannot be made; the message says which and why."""


def name_of(slug: str, file_format: str) -> str:
    return f"handbook-{slug}.{file_format}"


def sha256_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def made_files(book: Handbook, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """By format; takes seconds. `pictures` are those that the sections show, by name."""
    return {file_format: _made(file_format, book, pictures) for file_format in FORMATS}


def _made(file_format: str, book: Handbook, pictures: Mapping[str, bytes]) -> bytes:
    try:
        return FORMATS[file_format].make(book, pictures)
    except Exception as error:  # whatever it is, the editor has to know that nothing was published
        log.exception("The %s of an edition was not made", file_format)
        raise FileNotMade(
            _("The file in the format %(format)s could not be made, so nothing was published: %(reason)s")
            % {"format": file_format.upper(), "reason": error}
        ) from error
