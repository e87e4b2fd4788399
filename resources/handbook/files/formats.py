"""The formats that the handbook is offered in, in the order readers are offered them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from resources.handbook.content import Handbook
from resources.handbook.files import csv_file, pdf_file
from resources.handbook.json_format import canonical


@dataclass(frozen=True)
class Format:
    """`make` takes the handbook and its pictures by the names that its sections use."""

    title: str | Promise
    content_type: str
    make: Callable[[Handbook, Mapping[str, bytes]], bytes]


def _word_file(book: Handbook, pictures: Mapping[str, bytes]) -> bytes:
    from resources.handbook.files import word_file  # docx is large, and hardly any process needs it

    return word_file.make(book, pictures=pictures)


FORMATS = {
    "pdf": Format(_("The handbook as PDF, for reading and print"), "application/pdf", pdf_file.make),
    "docx": Format(
        _("The handbook as Word document"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _word_file,
    ),
    "csv": Format(
        _("The products as a table"), "text/csv; charset=utf-8", lambda book, _pictures: csv_file.make(book)
    ),
    "json": Format(_("The handbook as data"), "application/json", lambda book, _pictures: canonical(book)),
}
