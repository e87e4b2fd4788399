"""veraPDF, the judge of PDF/UA, has nothing to say against our files."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from resources.handbook.content import EditionMark, Handbook, Link, Passage, Relation, Section
from resources.handbook.files.pdf_file import laid_out, make
from tests.factories.handbook import handbook, product

SCRIPT = Path(settings.BASE_DIR) / "scripts/verapdf.sh"
CANNOT_BE_HAD = 3
PICTURE = '<figure><img src="a.png" alt="{}" width="800" height="300"/><figcaption>Map</figcaption></figure>'
ALL_SORTS = "".join(
    [
        "<p>Plain <b>bold</b> <i>slanted <b>both</b></i> x<sup>2</sup> one<br/>two → ✓ ŵ Gàidhlig</p>",
        "<h3>Three</h3><h4>Four</h4><ul><li><p>first</p><p>second</p>",
        "<ul><li>within<ol><li>deepest</li></ol></li></ul></li><li>next</li></ul>",
        '<ol><li><a href="https://b.example/">link</a></li></ol><p><a href="mailto:a@b.example">mail</a></p>',
        PICTURE.format("A map"),
        PICTURE.format(""),
        '<p>In text <img src="bad.png" alt="broken"/></p><p><img src="/x.png" alt="elsewhere"/></p>',
        "<p>A paragraph that goes on.</p>" * 60,
    ]
)


def judged(*files: Path) -> list[str]:
    """The verdict of each file; skips the test where Java, Maven or veraPDF cannot be had."""
    result = subprocess.run(  # noqa: S603  our own script
        [SCRIPT, *files], capture_output=True, text=True, check=False, cwd=settings.BASE_DIR
    )
    if result.returncode == CANNOT_BE_HAD:
        pytest.skip(result.stderr.strip().splitlines()[-1])
    return [line.split()[0] for line in result.stdout.splitlines() if line.startswith(("PASS", "FAIL"))]


def book_of_all_sorts() -> Handbook:
    book = handbook(40)
    first, *others = book.categories
    full = product(
        "Full",
        what=Passage(ALL_SORTS),
        status="replaced",
        replaced_by=others[0].products[0].id,
        rhythm="Yearly",
        links=(
            Link("Main", "https://example.org/m/"),
            Link("Gone", ""),
            Link("Form", "https://example.org/f.pdf", "PDF"),
        ),
        relations=(Relation("supports", others[0].products[0].id),),
    )
    sections = (Section("a", 1, "All sorts", Passage(ALL_SORTS)), *book.sections[1:])
    categories = (replace(first, products=(*first.products, full)), *others)
    mark = EditionMark("2024-10", "October 2024", "2024-10-31", "Note")
    return replace(book, sections=sections, categories=categories, edition=mark, language="gd")


@pytest.mark.service
def test_files_pass_pdf_ua(tmp_path):
    image = BytesIO()
    Image.new("RGB", (800, 300), "#0065bd").save(image, "PNG")
    empty = handbook(0, sections=(), categories=(), milestones=(), further_resources=(), timeline_notes=())
    books = {"ordinary": handbook(), "sorts": book_of_all_sorts(), "empty": empty}
    files = []
    for name, book in books.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(make(book, {"a.png": image.getvalue(), "bad.png": b"nothing"}))
    assert judged(*files) == ["PASS"] * len(files)


@pytest.mark.service
def test_a_file_that_breaks_the_rules_is_seen(tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(laid_out(handbook(1)).write_pdf())
    assert judged(broken) == ["FAIL"]
