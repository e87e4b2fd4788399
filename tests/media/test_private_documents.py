"""A document in a restricted collection reaches nobody who is not let in, by whatever address."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from cms.media.models import SiteDocument
from search.documents import refresh_documents
from tests.factories import pages
from tests.media.nasty.office import docx, part, with_parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media", "demo_site", "images_served")]

SECRET = b"quagga"
TEXTS = [
    "/sitemap.xml",
    "/search/?q=quagga",
    "/search/suggest/?q=quag",
    "/api/v2/pages/?slug=zebra&fields=*",
    "/handbook/export/handbook.json",
    "/handbook/export/handbook.csv",
    "/local-authorities/export/councils.json",
    "/local-authorities/export/councils.csv",
    "/open-referral/",
]
each_restriction = pytest.mark.parametrize("document", ["login", "groups", "password"], indirect=True)
NO_SUCH_ADDRESS = ["/api/v2/documents/", "/api/v2/images/", "/documents/", "/media/", "/media/documents/"]


@pytest.fixture
def document(request: pytest.FixtureRequest, media: Path) -> SiteDocument:
    """With its words known to search, and a page that leads to it."""
    collection = Collection.get_first_root_node().add_child(name="Partners")
    text = part(docx(), "word/document.xml").replace(b"A plan.", SECRET)
    content = ContentFile(with_parts(docx(), {"word/document.xml": text}), "secret-plan.docx")
    document = SiteDocument.objects.create(title="Plan of the quagga", file=content, collection=collection)
    link = f'<p><a linktype="document" id="{document.pk}">Plan</a></p>'
    pages.standard(pages.home_page(), "Zebra", body=[("text", link)])
    CollectionViewRestriction.objects.create(
        collection=collection,
        restriction_type=getattr(request, "param", "login"),
        password="words and words",
    )
    refresh_documents(SiteDocument.objects.filter(pk=document.pk))
    return document


@each_restriction
def test_no_address_gives_the_file(client: Client, document: SiteDocument) -> None:
    name, file = document.filename, document.file
    held = file.read()
    addresses = [
        document.url,
        f"{document.url}?download=1",
        f"/gd{document.url}",
        document.file.url,
        f"/media/{file.name}",
        f"/media/images/../{file.name}",
        f"/media/images/%2e%2e/documents/{name}",
        f"/media/images/..%2fdocuments%2f{name}",
        f"//media/{file.name}",
        f"/static/../media/{file.name}",
        f"/{file.name}",
    ]
    for address in addresses:
        for ask in (client.get, client.head, client.post):
            response = ask(address, headers={"range": "bytes=0-1000"})
            assert response.status_code in (200, 302, 404), address
            assert held[:64] not in response.getvalue(), address
            assert "attachment" not in response.get("Content-Disposition", ""), address


def test_nothing_that_lists_tells_of_it(client: Client, document: SiteDocument) -> None:
    for address in TEXTS:
        response = client.get(address)
        assert response.status_code == 200, address
        assert b"Plan of the quagga" not in response.getvalue(), address
        assert b"secret-plan" not in response.getvalue(), address
    for address in NO_SUCH_ADDRESS:
        assert client.get(address).status_code == 404, address


@each_restriction
def test_who_is_let_in_leaves_nothing_behind_for_others(
    admin_client: Client, client: Client, document: SiteDocument
) -> None:
    given = admin_client.get(document.url)
    if given.get("Content-Disposition", "").startswith("attachment"):
        assert "no-store" in given["Cache-Control"]
        assert given.getvalue() == document.file.read()
    assert SECRET not in client.get(document.url).getvalue()
    assert not client.get(document.url).get("Content-Disposition")


def test_files_are_given_by_the_view_that_looks_at_rights(settings) -> None:
    assert settings.WAGTAILDOCS_SERVE_METHOD == "serve_view"
