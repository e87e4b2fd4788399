"""A translation as a PO file, out and in. wagtail-localize does the work; this judges what comes back."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polib
from django.contrib.auth.models import AbstractUser
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation, Translation

LARGEST = 2 * 1024 * 1024  # bytes; the longest page of the site makes a file of a tenth of that
OWNER = "X-WagtailLocalize-TranslationID"
FUZZY = "fuzzy"  # what PO files call "somebody has to look at it"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
MACHINE, MANUAL = StringTranslation.TRANSLATION_TYPE_MACHINE, StringTranslation.TRANSLATION_TYPE_MANUAL


class CannotImport(Exception):
    """The message says why, in one line."""


@dataclass(frozen=True)
class Imported:
    """Pieces that were taken over, that are not in the English any more, and that hold markup not allowed."""

    taken: int
    unknown: int
    refused: int


def export(translation: Translation) -> str:
    """What a machine drafted, and what the English has left behind, is marked as fuzzy."""
    to_look_at = {
        (words.translation_of.data, words.context.path)
        for words in _current(translation).select_related("translation_of", "context")
        if words.has_error or words.translation_type == MACHINE
    }
    po = translation.export_po()
    for entry in po:
        if (entry.msgid, entry.msgctxt) in to_look_at and not entry.obsolete:
            entry.flags.append(FUZZY)
    return str(po)


def read(file: UploadedFile | None, translation: Translation) -> polib.POFile:
    """CannotImport for all that is not the PO file of this translation."""
    if file is None:
        raise CannotImport(_("Nothing was imported: choose a PO file first."))
    if file.size > LARGEST:
        words = _("Nothing was imported: the file is larger than %(limit)s.")
        raise CannotImport(words % {"limit": filesizeformat(LARGEST)})
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotImport(_("Nothing was imported: the file is not in UTF-8.")) from None
    if CONTROL.search(text):
        raise CannotImport(_("Nothing was imported: the file holds characters that are no text."))
    po = _parsed(text)
    owner = po.metadata.get(OWNER)
    if owner is None:
        raise CannotImport(_("Nothing was imported: the file does not say what it translates."))
    if owner != str(translation.uuid):
        raise CannotImport(_("Nothing was imported: this PO file is that of another page."))
    return po


def _parsed(text: str) -> polib.POFile:
    """polib takes contents for the name of a file where there is such a file, so it is given a file."""
    handle, name = tempfile.mkstemp(suffix=".po")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return polib.pofile(name, encoding="utf-8")
    except Exception as error:  # whatever the parser stumbles over: it has no error of its own
        if line := re.search(r"\(line (\d+)\)", str(error)):
            words = _("Nothing was imported: line %(line)s is not as in a PO file.") % {"line": line[1]}
        else:
            words = _("Nothing was imported: this is not a PO file.")
        raise CannotImport(words) from None
    finally:
        Path(name).unlink(missing_ok=True)


@transaction.atomic
def take_over(po: polib.POFile, translation: Translation, user: AbstractUser, may_review: bool) -> Imported:
    """Fuzzy entries come in as drafts of a machine; where the mark was taken away, somebody has read them."""
    fuzzy = [entry for entry in po if entry.fuzzy and not entry.obsolete]
    read_by_people = [entry for entry in po if not entry.fuzzy and not entry.obsolete]
    unknown = 0
    for entries, kind in ((read_by_people, MANUAL), (fuzzy, MACHINE)):
        warnings = translation.import_po(
            _with(po, entries), user=user, translation_type=kind, tool_name="PO File"
        )
        unknown += len(warnings)
    _take_what_still_fits(read_by_people, translation)
    if may_review:
        _mark_as_read(read_by_people, translation, user)
    filled = sum(1 for entry in po if entry.msgstr and not entry.obsolete)
    refused = _current(translation).filter(has_error=True, field_error="").count()
    return Imported(taken=max(filled - unknown, 0), unknown=unknown, refused=refused)


def _with(po: polib.POFile, entries: Iterable[polib.POEntry]) -> polib.POFile:
    part = polib.POFile()
    part.metadata = po.metadata
    part.extend(entries)
    return part


def _take_what_still_fits(entries: Iterable[polib.POEntry], translation: Translation) -> None:
    """Somebody took the mark away and left the words; wagtail-localize passes over what is the same."""
    said = {(entry.msgid, entry.msgctxt): entry.msgstr for entry in entries if entry.msgstr}
    offered = _current(translation).filter(has_error=True).exclude(field_error="")
    for words in offered.select_related("translation_of", "context"):
        new = said.get((words.translation_of.data, words.context.path))
        if new is not None:
            # Changed words were judged as they came in, and these are judged when they are saved.
            words.field_error, words.has_error = "", new != words.data
            words.save()


def _mark_as_read(entries: Iterable[polib.POEntry], translation: Translation, user: AbstractUser) -> None:
    read = {(entry.msgid, entry.msgctxt): entry.msgstr for entry in entries}
    drafts = _current(translation).filter(translation_type=MACHINE, has_error=False)
    for words in drafts.select_related("translation_of", "context"):
        if read.get((words.translation_of.data, words.context.path)) == words.data:
            words.translation_type, words.last_translated_by = MANUAL, user
            words.save(update_fields=["translation_type", "last_translated_by", "updated_at"])


def _current(translation: Translation):
    """The translations of what the English says now."""
    return translation.source.stringsegment_set.get_translations(translation.target_locale)
