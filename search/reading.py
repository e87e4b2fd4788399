"""Reading the words of one file: `python -m search.reading pdf < FILE`.

It is a process of its own, with little memory: a file may be made to harm whoever reads it.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from io import BytesIO

MEMORY = 1024**3  # bytes
LONGEST = 400_000  # characters
MOST_PAGES = 500


def pdf(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    for number, page in enumerate(PdfReader(BytesIO(data)).pages):
        if number >= MOST_PAGES:
            return
        yield page.extract_text()


def docx(data: bytes) -> Iterator[str]:
    from docx import Document

    document = Document(BytesIO(data))
    for paragraph in document.paragraphs:
        yield paragraph.text
    for table in document.tables:
        for row in table.rows:
            yield " ".join(cell.text for cell in row.cells)


READERS = {"pdf": pdf, "docx": docx}


def main(extension: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    number = 0
    for text in READERS[extension](sys.stdin.buffer.read()):
        number += len(text)
        sys.stdout.buffer.write(f"{text}\n".encode(errors="ignore"))
        if number > LONGEST:
            return


if __name__ == "__main__":
    main(sys.argv[1])
