"""Whether a PDF file is one and nothing else, and holds none of what is named here.

Looks for the names of what acts or embeds, where objects stand: in the file, and packed in streams.
The time that takes goes by the length of a file; parsing a hostile one may take for ever. But a search can be
misled where a parser could not, so this is no promise that nothing in the file acts.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import is_zipfile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.media.pdf_objects import BuiltOddly, all_objects

START = b"%PDF-"
END = b"%%EOF"
END_IS_WITHIN = 1024  # bytes from the end, as in the readers people use

BEHIND = rb"(?=[\0\s/<>\[\]()%]|$)"
# People write some of these words, in titles and in links; there a letter stands before the slash.
BEFORE = rb"(?:/S[\0\s]*+|[\0\s<>\[\]()%]|obj)"
KINDS = rb"/(?:JavaScript|Launch|ImportData|SubmitForm|GoToR|GoToE|Rendition)"
ACTS = re.compile(rb"(?:" + BEFORE + KINDS + rb"|/(?:XFA|RichMedia\w*|OnInstantiate))" + BEHIND)
# Two letters alone come about by chance in packed pictures: what follows has to be a table or another object.
ATTACHES = rb"/EF[\0\s]*+(?:%[ -~]{0,40}[\r\n]|<<|\d++[\0\s]++\d++[\0\s]++R)"
EMBEDS = re.compile(rb"/EmbeddedFiles?" + BEHIND + rb"|" + ATTACHES)
LOCKED = re.compile(rb"/Encrypt[\0\s]*+(?:<<|\d)")
# The kind of a thing is written beside it, never kept in another object. A match takes all that it has looked
# at, so that nothing is looked at twice.
GAP = rb"(?:[\0\s]|%[^\r\n]*+)++"
KIND_ELSEWHERE = re.compile(rb"/(?:S|Type|Subtype)(?:G(?:\d++G(?:\d++G(R)?)?)?)?".replace(b"G", GAP))


def refuse_unsafe_pdf(file: bytes) -> None:
    """ValidationError, with one line for whoever uploads it."""
    if not file.startswith(START):
        raise ValidationError(_("This is no PDF file, whatever its name says."))
    if END not in file[-END_IS_WITHIN:] or is_zipfile(BytesIO(file)):
        raise ValidationError(_("This PDF is cut off, or something else follows behind it. Make it anew."))
    try:
        for objects in all_objects(file):
            _refuse_what_is_named(objects)
    except BuiltOddly:
        raise ValidationError(_("This PDF is built as no usual program builds one. Make it anew.")) from None


def _refuse_what_is_named(objects: bytes) -> None:
    if LOCKED.search(objects):
        raise ValidationError(
            _("This PDF is protected. Save it without a password or restrictions and upload that.")
        )
    if ACTS.search(objects):
        raise ValidationError(
            _(
                "This PDF holds a program, sends a form or opens another file. "
                "Print it to a new PDF and upload that."
            )
        )
    if EMBEDS.search(objects):
        raise ValidationError(_("This PDF holds another file inside. Print it to a new PDF and upload that."))
    if any(kind[1] for kind in KIND_ELSEWHERE.finditer(objects)):
        raise BuiltOddly
