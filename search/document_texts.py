"""The words inside documents, read in the background and once for each file."""

from __future__ import annotations

import logging
import subprocess
import sys

from django.conf import settings

from cms.media.models import SiteDocument
from search.models import DocumentText
from search.reading import READERS

log = logging.getLogger(__name__)

LONGEST = 60  # seconds
LARGEST = 50 * 1024**2  # bytes


def text_of(document: SiteDocument) -> str:
    """ "" for files that hold no words, cannot be read, or are of another kind."""
    if document.file_extension.lower() not in READERS:
        return ""
    kept = DocumentText.objects.filter(document=document).first()
    if kept is None or kept.file_hash != document.get_file_hash():
        try:
            text, problem = _read(document)
        except OSError as error:  # what cannot be reached now is read the next time
            log.warning("Document %s cannot be reached: %s", document.pk, type(error).__name__)
            return kept.text if kept else ""
        values = {"file_hash": document.get_file_hash(), "text": text, "problem": problem[:200]}
        kept, _made = DocumentText.objects.update_or_create(document=document, defaults=values)
        if problem:
            log.warning("The words of document %s cannot be read: %s", document.pk, problem)
    return kept.text


def _read(document: SiteDocument) -> tuple[str, str]:
    """The text, or why there is none."""
    try:
        if document.get_file_size() > LARGEST:
            return "", "it is too large"
        with document.open_file() as file:
            data = file.read()
    except FileNotFoundError:
        return "", "its file is not there"
    command = [sys.executable, "-m", "search.reading", document.file_extension.lower()]
    try:
        done = subprocess.run(  # noqa: S603  our own module
            command, input=data, capture_output=True, timeout=LONGEST, cwd=settings.BASE_DIR, check=False
        )
    except subprocess.TimeoutExpired:
        return "", f"it takes longer than {LONGEST} s"
    if done.returncode:
        last_words = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        return "", last_words or "the reader was stopped"
    return done.stdout.decode(errors="ignore").replace("\0", " "), ""
