"""One fact is written once: a changed date is everywhere, and the old one nowhere."""

import json
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from docx import Document
from wagtail.models import Locale

from resources.handbook.files.pdf_file import laid_out
from resources.handbook.files.working import whole_handbook
from resources.handbook.importing.held import handbook_page
from resources.models import ProductPage
from tests.resources.handbook.files.pdf_pages import all_words

pytestmark = pytest.mark.django_db

OLD, NEW = "10 December 2021", "12 March 2019"


def words(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ")


def exported(client, kind: str) -> bytes:
    response = client.get(f"/handbook/export/handbook.{kind}")
    assert response.status_code == 200, kind
    return response.content


def word_text(file: bytes) -> str:
    document = Document(BytesIO(file))
    return "".join(part.text or "" for part in document.element.body.iter() if part.tag.endswith("}t"))


def everywhere(client) -> dict[str, str]:
    """What each place says, in words."""
    book = whole_handbook(handbook_page())
    return {
        "handbook": words(client, "/handbook/"),
        "product": words(client, "/handbook/products/service-standards/"),
        "list": words(client, "/handbook/products/?q=service+standards"),
        "csv": exported(client, "csv").decode("utf-8-sig"),
        "json": json.dumps(json.loads(exported(client, "json"))),
        "docx": word_text(exported(client, "docx")),
        "pdf": all_words(laid_out(book)),
    }


def test_one_changed_date_shows_everywhere_and_the_old_one_nowhere(client, demo_site):
    before, old_pdf = everywhere(client), exported(client, "pdf")
    assert [place for place, text in before.items() if OLD not in text] == []
    product = ProductPage.objects.get(slug="service-standards", locale=Locale.get_default())
    product.published = NEW
    product.save_revision().publish()

    after = everywhere(client)
    # The words above are those of the pages laid out; the file that is served is another one, too.
    assert exported(client, "pdf") not in (old_pdf, b"")
    assert [place for place, text in after.items() if NEW not in text] == []
    assert [place for place, text in after.items() if OLD in text] == []
    # In the table and in the timeline, where it now stands in another year.
    assert after["handbook"].count(NEW) >= 2
    page = BeautifulSoup(client.get("/handbook/").content, "html.parser")
    year = next(each for each in page.select(".es_timeline__year") if "2019" in each.get_text())
    assert "Service Standards" in year.get_text()

    changed = " ".join(words(client, "/handbook/compare/2025-06/current/").split())
    assert f"Before: {OLD}" in changed
    assert f"After: {NEW}" in changed
    assert OLD in words(client, "/handbook/editions/2025-06/")
    assert NEW not in words(client, "/handbook/editions/2025-06/")
