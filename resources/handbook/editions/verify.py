"""Making sure that every edition is still what was published, to the last byte."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field

from wagtail.models import PageLogEntry

from resources.handbook.content import EditionMark, Handbook
from resources.handbook.editions.files import name_of, sha256_of
from resources.handbook.files.formats import FORMATS
from resources.handbook.json_format import read
from resources.models.edition import Edition

log = logging.getLogger(__name__)


class EditionsAreDamaged(Exception):
    """Something of an edition is not as it was published; the message names it all."""


@dataclass
class Findings:
    """`faults` is a line for each thing that is not as it was published."""

    editions: int = 0
    files: int = 0
    faults: list[str] = field(default_factory=list)


def verify_editions() -> Findings:
    """Reads every file of every edition, one at a time."""
    findings = Findings()
    for edition in Edition.objects.order_by("day", "pk").select_related("handbook__locale"):
        findings.editions += 1
        place = f"{edition.handbook.url_path} {edition.slug}"
        for fault in _faults_of(edition, findings):
            findings.faults.append(f"{place}: {fault}")
    findings.faults += _faults_against_the_log()
    return findings


def verify_daily() -> None:
    """For the clock, which reports a job that fails."""
    findings = verify_editions()
    for fault in findings.faults:
        log.error("Editions of the handbook: %s", fault)
    if findings.faults:
        raise EditionsAreDamaged("; ".join(findings.faults))


def _faults_of(edition: Edition, findings: Findings) -> Iterator[str]:
    actual: dict[str, str] = {}  # name -> SHA-256 of what is stored
    book = None
    for file in edition.files.iterator(chunk_size=1):
        findings.files += 1
        content = bytes(file.content)
        actual[file.name] = sha256_of(content)
        if actual[file.name] != file.sha256:
            yield f"{file.name} has changed: its SHA-256 is {actual[file.name]}, it was {file.sha256}"
        if len(content) != file.size:
            yield f"{file.name} has {len(content)} bytes; {file.size} were published"
        if file.name == edition.json_name:
            book = yield from _read(edition, content)
    pictures = {picture.name: picture.sha256 for picture in book.pictures} if book else {}
    expected = {name_of(edition.slug, file_format) for file_format in FORMATS} | pictures.keys()
    yield from (f"{name} is missing" for name in sorted(expected - actual.keys()))
    if book:
        yield from (f"{name} does not belong to it" for name in sorted(actual.keys() - expected))
        yield from _faults_of_pictures(pictures, actual)


def _read(edition: Edition, content: bytes) -> Generator[str, None, Handbook | None]:
    """The handbook in the JSON; None where it cannot be read."""
    if sha256_of(content) != edition.sha256:
        yield f"{edition.json_name} is not the one that was published: its SHA-256 was {edition.sha256}"
    try:
        book = read(content)
    except (ValueError, KeyError, TypeError) as error:
        yield f"{edition.json_name} cannot be read: {error!r}"
        return None
    written = EditionMark(edition.slug, edition.name, edition.day.isoformat(), edition.note)
    if book.edition != written:
        yield f"address, name, date or note are not those in {edition.json_name}"
    if book.language != edition.handbook.locale.language_code:
        yield f"{edition.json_name} is in another language than the page: {book.language}"
    return book


def _faults_of_pictures(pictures: Mapping[str, str], actual: Mapping[str, str]) -> Iterator[str]:
    for name, sha256 in pictures.items():
        if name in actual and actual[name] != sha256:
            yield f"{name} is not the picture that the sections show"


def _faults_against_the_log() -> Iterator[str]:
    """The log of the pages knows of every edition that was ever published."""
    stored = set(Edition.objects.values_list("handbook_id", "slug", "sha256"))
    for entry in PageLogEntry.objects.filter(action="resources.publish_edition").order_by("timestamp"):
        page, slug, sha256 = entry.page_id, entry.data.get("edition"), entry.data.get("sha256")
        if (page, slug, sha256) not in stored:
            yield f"page {page}, {slug}: published with SHA-256 {sha256}, and not stored any more"
