"""Reads a Word document of the handbook."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resources.handbook.word.body import read_blocks
from resources.handbook.word.elements import child
from resources.handbook.word.found import WHOLE, FoundHandbook
from resources.handbook.word.outline import parts
from resources.handbook.word.package import CannotReadWord, Package
from resources.handbook.word.parts import PartReader
from resources.handbook.word.remarks import Remarks
from resources.handbook.word.runs import Runs
from resources.handbook.word.styles import Styles


def read(file: bytes) -> FoundHandbook:
    """What the document holds, with remarks on what was not understood.

    CannotReadWord, whose message is one line, for a file that is no Word document, damaged or hostile.
    """
    package = Package(file)
    runs = Runs(package, Styles(package))
    body = child(package.xml(package.document_name), "w:body")
    if body is None:
        raise CannotReadWord(_("This Word document has no text that can be read."))
    remarks = Remarks()
    blocks = read_blocks(body, runs)
    _tell_of_changes(runs, remarks)
    reader = PartReader(runs, remarks, parts(blocks))
    return reader.read()


def _tell_of_changes(runs: Runs, remarks: Remarks) -> None:
    changes = runs.changes
    if any(changes[kind] for kind in ("inserted", "deleted", "moved", "moved from")):
        words = _(
            "The document has tracked changes, which were all accepted: "
            "inserted %(inserted)d, deleted %(deleted)d, moved %(moved)d."
        )
        counts = {kind: changes[kind] for kind in ("inserted", "deleted")}
        remarks.notice(WHOLE, words % {**counts, "moved": max(changes["moved"], changes["moved from"])})
    if count := changes["comments"]:
        words = ngettext("%d comment was left out.", "%d comments were left out.", count)
        remarks.notice(WHOLE, words % count)
    if count := changes["hidden"]:
        words = ngettext(
            "%d hidden piece of text was left out.", "%d hidden pieces of text were left out.", count
        )
        remarks.notice(WHOLE, words % count)
