"""What the PDF is made of: meant pictures and fonts, nothing from outside, and never without Pango."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import Image

from resources.handbook.content import Handbook, Passage, Section
from resources.handbook.files.pdf_file import PdfNotPossible, laid_out, make
from tests.factories.handbook import handbook, product
from tests.resources.handbook.files.pdf_pages import all_words, elements, outer_links, unpacked

STYLE = Path(settings.BASE_DIR) / "templates/resources/handbook/pdf/handbook.css"


def picture(colour: str = "#0065bd") -> bytes:
    file = BytesIO()
    Image.new("RGB", (800, 300), colour).save(file, "PNG")
    return file.getvalue()


def book_of(html: str) -> Handbook:
    return handbook(1, sections=(Section("s", 1, "Section", Passage(html)),))


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    """A server on this machine that counts who asks."""

    class Counting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.server.asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(picture())

        def log_message(self, *_words: object) -> None:
            pass

    found = HTTPServer(("127.0.0.1", 0), Counting)
    found.asked = []
    thread = threading.Thread(target=found.serve_forever, args=(0.05,))
    thread.start()
    yield found
    found.shutdown()
    thread.join()
    found.server_close()


def test_nothing_is_fetched_whatever_the_text_holds(server, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    outside = f"http://127.0.0.1:{server.server_port}"
    html = (
        f'<p>Words</p><img src="{outside}/img.png" alt="a"/><img src="{secret.as_uri()}" alt="b"/>'
        f'<link rel="stylesheet" href="{outside}/style.css"/>'
        f'<link rel="attachment" href="{secret.as_uri()}"/>'
        f"<style>@import url({outside}/more.css); p {{ background: url({outside}/back.png) }}</style>"
        f'<svg><image href="{outside}/svg.png" width="9" height="9"/></svg>'
        f'<object data="{outside}/object"></object>'
    )
    # Rich text is tidied long before it comes here; this is what would happen if it were not.
    book = replace(book_of(html), ambition=f'<img src="{outside}/ambition.png">')
    file = unpacked(make(book))
    assert server.asked == []
    assert b"the secret" not in file
    assert b"EmbeddedFile" not in file


def test_a_picture_that_is_handed_in_is_shown_with_its_description():
    html = '<figure><img src="map.png" alt="A map"/><figcaption>The map</figcaption></figure>'
    file = unpacked(make(book_of(html), {"other.png": picture("#fff"), "map.png": picture()}))
    assert b"/Alt (A map)" in file
    assert file.count(b"/Subtype /Image") == 1


def test_a_picture_that_is_not_handed_in_becomes_its_description():
    document = laid_out(
        book_of('<p>See <img src="https://example.org/map.png" alt="a map of councils"/>.</p>')
    )
    assert "See a map of councils." in all_words(document)
    assert not any(elements(page, "img") for page in document.pages)


def test_a_damaged_picture_becomes_its_description():
    document = laid_out(
        book_of('<p>See <img src="map.png" alt="a map"/>.</p>'), {"map.png": b"not a picture"}
    )
    assert "See a map ." in all_words(document)


def test_a_decorative_picture_is_painted_and_not_told():
    html = '<figure><img src="map.png" alt="" width="800" height="300"/></figure>'
    file = unpacked(make(book_of(html), {"map.png": picture()}))
    assert file.count(b"/Subtype /Image") == 1
    assert b"/S /Figure" not in file


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "#", "#nowhere", "/handbook/", ""]
)
def test_a_link_that_leads_nowhere_safe_is_plain_words(address):
    html = f'<p><a href="{address}">words</a> <a href="mailto:a@example.org">mail</a></p>'
    links = outer_links(laid_out(book_of(html)))
    assert "mailto:a@example.org" in links
    assert address not in links


def test_fonts_are_embedded_and_every_font_of_the_style_is_there():
    names = re.findall(r'url\("font:([^"]+)"\)', STYLE.read_text())
    assert len(names) == 3
    assert [name for name in names if not finders.find(f"design_system/fonts/{name}")] == []
    file = unpacked(make(book_of("<p>Plain <b>bold</b> <i>slanted</i> → Gàidhlig</p>")))
    fonts = set(re.findall(rb"/FontName /\w+\+([\w-]+)", file))
    assert {b"Roboto", b"Roboto-Bold", b"Roboto-Italic"} <= fonts
    assert file.count(b"/FontDescriptor") == 2 * file.count(b"/FontFile2")


def test_words_of_a_product_and_of_a_timeline_go_the_same_way():
    html = '<p>In a cell <img src="x.png" alt="described"/> <a href="javascript:x()">js</a></p>'
    first, *others = handbook().categories
    changed = replace(first, products=(product("Product 1", what=Passage(html)),))
    milestone = replace(handbook().milestones[0], text=Passage(html))
    document = laid_out(replace(handbook(), categories=(changed, *others), milestones=(milestone,)))
    assert all_words(document).count("In a cell described js") == 2
    assert not [link for link in outer_links(document) if link.startswith("javascript")]


@pytest.fixture
def without_pango(monkeypatch) -> Iterator[None]:
    """Loading WeasyPrint fails as it does on a machine without the libraries."""

    class NoPango:
        def find_spec(self, name: str, *_rest: object) -> None:
            if name.startswith("weasyprint"):
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [*sys.modules]:
        if name.partition(".")[0] == "weasyprint" or name.endswith(".pdf_sources"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    yield


def test_without_pango_one_line_says_what_to_install(without_pango):
    with pytest.raises(PdfNotPossible) as refusal:
        make(handbook())
    message = str(refusal.value)
    assert "libpango-1.0-0" in message and "\n" not in message
