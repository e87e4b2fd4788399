"""The handbook in Gaelic: all records of the English one, in Gaelic where they are translated."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from docx import Document

from cms.page_cache import generation
from cms.partial_dates.value import PartialDate
from resources.handbook.files.working import whole_handbook
from resources.handbook.gather import gather
from resources.models import FurtherResource, HandbookPage, Milestone, ProductPage
from tests.factories import handbook_pages as make
from tests.factories.gaelic import in_gaelic
from tests.factories.pages import home_page

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def written_handbook(written_once) -> int:
    """With three products, of which two are translated."""
    Milestone.objects.all().delete()
    FurtherResource.objects.all().delete()
    page = make.handbook_page(home_page(), "A handbook of our own")
    toolkit = make.product_page(page, "Toolkit", published="10 December 2021")
    charter = make.product_page(page, "Charter", published="May 2022", rhythm="Updated twice a year")
    make.product_page(page, "Survey", published="2023", rhythm="Updated each spring")
    event = make.milestone("An event", "March 2020", belongs_to=toolkit)
    make.milestone("Another event", "April 2020")
    make.further_resource("A report", "Reports", published="2019")
    in_gaelic(page, title="Leabhar-làimhe", summary="Na h-uile.")
    in_gaelic(toolkit, title="Bogsa-innealan", what="<p>Na nì e.</p>")
    in_gaelic(charter, title="Cairt")
    in_gaelic(event, title="Tachartas")
    return page.pk


@pytest.fixture
def english(demo_site, written_handbook) -> HandbookPage:
    return HandbookPage.objects.get(pk=written_handbook)


@pytest.fixture
def gaelic(english: HandbookPage) -> HandbookPage:
    return english.get_translations().get().specific


def soup(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def rows(page: BeautifulSoup) -> dict[str, Tag]:
    """By the name of the product."""
    return {row.th.a.get_text(): row for row in page.select("#section-2 ~ .es_table tbody tr")}


def product(english: HandbookPage, title: str) -> ProductPage:
    return ProductPage.objects.get(title=title, path__startswith=english.path)


def in_words(date: str) -> str:
    with override("gd"):
        return str(PartialDate.parse(date))


def test_all_products_stand_in_the_table_and_those_not_translated_are_marked(client, english, gaelic):
    found = rows(soup(client, gaelic.url))
    assert list(found) == ["Bogsa-innealan", "Cairt", "Survey"]
    link = found["Survey"].th.a
    assert (link["lang"], link["hreflang"]) == ("en-GB", "en-GB")
    assert link["href"] == product(english, "Survey").url
    assert found["Survey"].th.select_one(".es_in-english") is not None
    cells = found["Survey"].select(".es_table__cell")
    assert [cell.get("lang") for cell in cells] == [None, "en-GB", "en-GB", "en-GB", "en-GB"]
    assert cells[0].find("p", lang="en-GB").get_text() == "Updated each spring"
    own = found["Bogsa-innealan"]
    assert own.th.a["href"].startswith("/gd/")
    assert not own.select("[lang], [hreflang], .es_in-english")


def test_an_english_handbook_says_nothing_of_languages(client, english):
    main = soup(client, english.url).select_one(".es_handbook__section").parent
    assert not main.select(".es_handbook__section [lang], .es_in-english")


def test_a_date_changed_in_english_shows_in_gaelic_on_the_next_request(client, english, gaelic):
    translated = product(english, "Toolkit").get_translation(gaelic.locale)
    old, new = in_words("10 December 2021"), in_words("12 March 2019")
    for address in (gaelic.url, translated.url):
        assert old in soup(client, address).select_one("main").get_text()
    record = product(english, "Toolkit")
    record.published = "12 March 2019"
    record.save_revision().publish()

    page = soup(client, gaelic.url)
    assert new in rows(page)["Bogsa-innealan"].get_text()
    year = next(each for each in page.select(".es_timeline__year") if "2019" in each.get_text())
    assert "Bogsa-innealan" in year.get_text()
    for address in (gaelic.url, translated.url):
        words = soup(client, address).select_one("main").get_text()
        assert old not in words and new in words


def test_a_product_withdrawn_in_english_leaves_the_gaelic_table(client, english, gaelic):
    record = product(english, "Toolkit")
    address = record.get_translation(gaelic.locale).url
    record.status, record.withdrawn_reason = "withdrawn", "Nobody used it."
    record.save_revision().publish()
    assert list(rows(soup(client, gaelic.url))) == ["Cairt", "Survey"]
    reason = soup(client, address).select_one(".ds_warning-text span[lang]")
    assert (reason["lang"], reason.get_text()) == ("en-GB", "Nobody used it.")
    listed = soup(client, f"{address.rsplit('/', 2)[0]}/?status=withdrawn").select(".es_results h3 a")
    assert [link.get_text() for link in listed] == ["Bogsa-innealan"]


def test_a_product_unpublished_in_english_leaves_the_gaelic_table(client, english, gaelic):
    product(english, "Toolkit").unpublish()
    assert list(rows(soup(client, gaelic.url))) == ["Cairt", "Survey"]


def test_timeline_and_annex_hold_every_record(client, gaelic):
    page = soup(client, gaelic.url)
    titles = [title.get_text(" ", strip=True) for title in page.select(".es_timeline__title")]
    assert [title.split(" (")[0] for title in titles][:2] == ["Tachartas", "Another event"]
    assert page.find("span", lang="en-GB", string="Another event")
    about = page.select_one(".es_timeline__text a")
    assert about.get_text() == "Bogsa-innealan" and about["href"].startswith("/gd/")
    [report] = page.select("#annex-b ~ .es_table tbody th")
    assert "A report" in report.get_text()


def test_the_diagram_leads_to_gaelic_and_marks_english(client, gaelic):
    links = soup(client, gaelic.url).select(".es_connections__product > a")
    assert [link.get("hreflang") for link in links] == [None, None, "en-GB"]


def test_the_list_of_products_has_all_of_them(client, gaelic):
    listed = soup(client, f"{gaelic.url}products/").select(".es_results h3 a")
    assert {link.get_text(): link.get("lang") for link in listed} == {
        "Bogsa-innealan": None,
        "Cairt": None,
        "Survey": "en-GB",
    }
    found = soup(client, f"{gaelic.url}products/?sort=name").select(".es_results h3 a")
    assert [link.get_text() for link in found] == ["Bogsa-innealan", "Cairt", "Survey"]


def exported(client, gaelic: HandbookPage, file_format: str) -> bytes:
    response = client.get(gaelic.file_url("export", file_format))
    assert response.status_code == 200
    return response.content


def test_the_data_say_in_which_language_they_are(client, gaelic):
    data = json.loads(exported(client, gaelic, "json"))
    assert data["language"] == "gd"
    products = [each for category in data["categories"] for each in category["products"]]
    assert [(each["name"], each.get("language")) for each in products] == [
        ("Bogsa-innealan", None),
        ("Cairt", None),
        ("Survey", "en-gb"),
    ]
    table = list(csv.reader(io.StringIO(exported(client, gaelic, "csv").decode("utf-8-sig"))))
    assert [(row[1], row[-1]) for row in table[1:]] == [
        ("Bogsa-innealan", "gd"),
        ("Cairt", "gd"),
        ("Survey", "en-GB"),
    ]


def test_the_documents_hold_every_product(client, gaelic):
    document = Document(io.BytesIO(exported(client, gaelic, "docx")))
    assert document.core_properties.language == "gd-GB"
    words = "".join(part.text or "" for part in document.element.body.iter() if part.tag.endswith("}t"))
    assert "Bogsa-innealan" in words and "Survey (" in words
    assert exported(client, gaelic, "pdf").startswith(b"%PDF")


def test_the_english_files_hold_no_gaelic(client, english, gaelic):
    book = whole_handbook(english)
    assert [each.name for each in book.products] == ["Toolkit", "Charter", "Survey"]
    assert b"Bogsa" not in client.get(english.file_url("export", "json")).content


def queries(make_call: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        make_call()
    return len(captured)


def test_reading_a_gaelic_handbook_costs_the_same_however_long_it_is(client, demo_site):
    anew, kept = [], []
    for number in (4, 24):
        page = make.handbook_page(home_page(), f"With {number}")
        products = make.products(page, number)
        for count, record in enumerate(products):
            make.milestone(f"Event {number} {count}", "2020", belongs_to=record)
        translated = in_gaelic(page)
        for record in products[::2]:
            in_gaelic(record)
        for address in (page.url, translated.url, f"{translated.url}products/"):
            client.get(address)
        generation.forget()
        anew.append(queries(lambda page=translated: gather(HandbookPage.objects.get(pk=page.pk))))
        client.get(translated.url)
        kept += [queries(lambda url=each.url: client.get(url)) for each in (page, translated)]
    assert anew[0] == anew[1] <= 25
    english, gaelic = kept[:2]
    assert kept == [english, gaelic] * 2
    assert gaelic <= english + 3
