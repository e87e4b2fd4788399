"""The Word file around its text: a blank start in our styles, and the same bytes each time."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from resources.handbook.content import Handbook
from resources.handbook.files.word.layout import UPRIGHT_WIDTH
from resources.handbook.files.word.looks import character_and_table_styles, defaults, word_language
from resources.handbook.files.word.ooxml import clean, element, setting
from resources.handbook.files.word.styles import paragraph_styles
from resources.handbook.files.wording import version_line

EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier time
WORD_2013 = 15
SPARE_PARTS = {
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
}
STYLES_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"


def blank(book: Handbook) -> Document:
    """A document without text. Its styles are this site's: none of the library's are left."""
    document = docx.Document()
    for relations in (document.part.rels, document.part.package.rels):
        for id_, relation in list(relations.items()):
            if relation.reltype in SPARE_PARTS | {STYLES_WITH_EFFECTS}:
                del relations[id_]
    styles = document.styles.element
    styles[:] = [
        defaults(book.language),
        *(style.written() for style in paragraph_styles(UPRIGHT_WIDTH)),
        *character_and_table_styles(),
    ]
    _set_up(document, book)
    _describe(document, book)
    return document


def _set_up(document: Document, book: Handbook) -> None:
    compatibility = {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": WORD_2013,
    }
    document.settings.element[:] = [
        setting("w:defaultTabStop", 720),
        setting("w:characterSpacingControl", "doNotCompress"),
        # Word counts the pages when it opens the file, and asks before it does.
        setting("w:updateFields", "true"),
        element("w:compat", None, element("w:compatSetting", compatibility)),
        setting("w:themeFontLang", word_language(book.language)),
        setting("w:decimalSymbol", "."),
        setting("w:listSeparator", ","),
    ]


def _describe(document: Document, book: Handbook) -> None:
    """What the file says of itself. The times are the handbook's: the file is made again at any time."""
    day = book.edition.day if book.edition else book.changed_on
    time = datetime.fromisoformat(day) if day else datetime(*EARLIEST)
    about = document.core_properties
    about.title = clean(book.title)[:255]
    about.subject = clean(version_line(book))[:255]
    about.comments = clean(book.summary)[:255]
    about.language = word_language(book.language)
    about.author = about.last_modified_by = ""
    about.created = about.modified = time
    about.revision = 1


def packed(document: Document) -> bytes:
    """The file with no time of its making in it."""
    with_times, file = BytesIO(), BytesIO()
    document.save(with_times)
    with ZipFile(with_times) as source, ZipFile(file, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name), compresslevel=6)
    return file.getvalue()
